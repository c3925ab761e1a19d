import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CouncilDay, workCalendar } from "./calendar.ts";
import { computeDeadline, daysLeft, noticeFor, type SetPeriod } from "./deadline.ts";
import { ruleFor } from "./rules.ts";

/** So that 61 months and some days lie within the known years on either side. */
const day = fc
  .integer({ min: 0, max: 365 * 6 })
  .map((days) => Temporal.PlainDate.from("2023-07-01").add({ days }).toString());
const number = fc.integer({ min: 1, max: 60 });
const unit = fc.constantFrom("working", "calendar", "months");
const ground = { sq: "Provë" };
const dayOff = (date: string): CouncilDay => ({
  day: date,
  change: "added",
  name: { sq: "Pushim" },
  nonWorking: true,
  reason: ground,
  source: "VKM",
});
const calendar = fc.uniqueArray(day, { maxLength: 30 }).map((days) => workCalendar(days.map(dayOff)));

const forward = (n: number, counted: SetPeriod["unit"], startsOn: string, on = workCalendar()) =>
  computeDeadline({
    rule: ruleFor("I1", startsOn),
    startsOn,
    calendar: on,
    set: { number: n, unit: counted, by: "case", ground },
  }).dueOn;
const backward = (n: number, counted: SetPeriod["unit"], startsOn: string, on = workCalendar()) =>
  computeDeadline({
    rule: ruleFor("L3", startsOn),
    startsOn,
    calendar: on,
    set: { number: n, unit: counted, by: "case", ground },
  }).dueOn;
const plus = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString();
function* daysFrom(first: string, last: string) {
  for (let date = first; date <= last; date = plus(date, 1)) yield date;
}
/** Counted the plain way, day by day, as a clerk would with a wall calendar. */
const workingDays = (first: string, last: string, on: ReturnType<typeof workCalendar>) =>
  [...daysFrom(first, last)].filter((date) => on.isWorking(date)).length;

const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 150 });

describe("For every event, length and calendar", () => {
  it("a period never ends on a day off", () => {
    check(
      fc.property(day, number, unit, calendar, (start, n, counted, on) => {
        expect(on.isWorking(forward(n, counted, start, on))).toBe(true);
      }),
    );
  });

  it("n working days hold exactly n working days, the event left out and the last day included", () => {
    check(
      fc.property(day, number, calendar, (start, n, on) => {
        expect(workingDays(plus(start, 1), forward(n, "working", start, on), on)).toBe(n);
      }),
    );
  });

  it("n calendar days end n days later, or on the first working day behind that", () => {
    check(
      fc.property(day, number, calendar, (start, n, on) => {
        const due = forward(n, "calendar", start, on);
        expect(due >= plus(start, n)).toBe(true);
        expect(workingDays(plus(start, n), due, on)).toBe(1);
      }),
    );
  });

  it("a later event never ends earlier, forward or back", () => {
    check(
      fc.property(day, fc.nat(40), number, unit, calendar, (start, days, n, counted, on) => {
        const after = plus(start, days);
        expect(forward(n, counted, after, on) >= forward(n, counted, start, on)).toBe(true);
        expect(backward(n, counted, after, on) >= backward(n, counted, start, on)).toBe(true);
      }),
    );
  });

  it("a longer period never ends earlier, and asks for notice no later", () => {
    check(
      fc.property(day, number, unit, calendar, (start, n, counted, on) => {
        expect(forward(n + 1, counted, start, on) >= forward(n, counted, start, on)).toBe(true);
        expect(backward(n + 1, counted, start, on) <= backward(n, counted, start, on)).toBe(true);
      }),
    );
  });

  it("one more day off never makes an end earlier, nor the last day for a notice later", () => {
    check(
      fc.property(
        day,
        number,
        unit,
        fc.uniqueArray(day, { maxLength: 20 }),
        fc.nat(90),
        (start, n, counted, days, at) => {
          const added = plus(start, at - 45);
          const before = workCalendar(days.map(dayOff));
          const after = workCalendar([...days, added].map(dayOff));
          expect(forward(n, counted, start, after) >= forward(n, counted, start, before)).toBe(true);
          expect(backward(n, counted, start, after) <= backward(n, counted, start, before)).toBe(true);
        },
      ),
    );
  });

  it("so many working days back from a working day, and as many forward again, is the same day", () => {
    check(
      fc.property(day, number, calendar, (start, n, on) => {
        const event = forward(1, "working", start, on);
        expect(forward(n, "working", backward(n, "working", event, on), on)).toBe(event);
        expect(backward(n, "working", forward(n, "working", event, on), on)).toBe(event);
      }),
    );
  });

  it("calendar days back are calendar days forward", () => {
    check(
      fc.property(day, number, (event, n) => {
        expect(plus(backward(n, "calendar", event), n)).toBe(event);
      }),
    );
  });

  it("on the day of the event as many working days are left as the period has, and each one passes once", () => {
    check(
      fc.property(day, number, calendar, (start, n, on) => {
        const dueOn = forward(n, "working", start, on);
        const left = (today: string) => daysLeft({ dueOn, today, unit: "working", calendar: on });
        expect(left(start)).toBe(n);
        expect(left(dueOn)).toBe(0);
        for (const today of daysFrom(plus(start, 1), dueOn))
          expect(left(plus(today, -1)) - left(today)).toBe(on.isWorking(today) ? 1 : 0);
      }),
    );
  });

  it("a notice is in time exactly when no day is missing", () => {
    check(
      fc.property(
        day,
        number,
        fc.constantFrom("working", "calendar"),
        calendar,
        fc.integer({ min: -100, max: 20 }),
        (event, n, counted, on, at) => {
          const set: SetPeriod = { number: n, unit: counted, by: "case", ground };
          const { inTime, by } = noticeFor(
            { rule: ruleFor("L3", event), startsOn: event, calendar: on, set },
            plus(event, at),
          );
          expect(inTime).toBe(by >= 0);
        },
      ),
    );
  });
});

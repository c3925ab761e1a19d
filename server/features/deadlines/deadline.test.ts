import { describe, expect, it } from "vitest";
import { type CouncilDay, workCalendar } from "./calendar.ts";
import { computeDeadline, daysLeft, instantIn, isOverdue, noticeFor, type SetPeriod } from "./deadline.ts";
import { ruleFor } from "./rules.ts";

const calendar = workCalendar();
const due = (code: string, startsOn: string, set?: SetPeriod) =>
  computeDeadline({ rule: ruleFor(code, startsOn), startsOn, calendar, set }).dueOn;
const ground = { sq: "Rregullorja e Këshillit, neni 12" };

describe("Working days", () => {
  it("a request of Thursday 5 March 2026 is answered by Tuesday 24 March: 14 and 22 March move to Mondays, 20 March is Bajram", () => {
    // 6 · 9 10 11 12 13 · (16 off) 17 18 19 (20 off) · (23 off) 24
    expect(due("I1", "2026-03-05")).toBe("2026-03-24");
  });

  it("comments on a draft announced on 5 March 2026 are open until 8 April: Catholic Easter gives Monday 6 April", () => {
    // ten until 24 March · 25 26 27 · 30 31 1 2 3 · (6 off) 7 8
    expect(due("K3", "2026-03-05")).toBe("2026-04-08");
  });

  it("a request of Friday 20 November 2026 is answered by 10 December: 22, 28 and 29 November give three weekdays, 8 December is off", () => {
    // (23 off) 24 25 26 27 · (30 off, 1 off) 2 3 4 · 7 (8 off) 9 10
    expect(due("I1", "2026-11-20")).toBe("2026-12-10");
  });

  it("a request of Monday 26 April 2027 is answered by 12 May: 1 and 2 May give Monday and Tuesday", () => {
    // 27 28 29 30 · (3 off, 4 off) 5 6 7 · 10 11 12
    expect(due("I1", "2027-04-26")).toBe("2027-05-12");
  });

  it("what is already in the register and was asked for on 30 December 2026 is given by 6 January 2027", () => {
    // 31 · (1 off) · (4 off for Saturday the 2nd) 5 6
    expect(due("I6", "2026-12-30")).toBe("2027-01-06");
  });

  it("a request that comes on a Saturday counts from Monday, like one of Friday", () => {
    expect(due("I1", "2026-06-06")).toBe("2026-06-19");
    expect(due("I1", "2026-06-05")).toBe("2026-06-19");
  });
});

describe("Calendar days", () => {
  it("an act announced on 5 March 2026 is deposited by 17 March: the tenth day is a Sunday and Monday is off", () => {
    expect(due("P1", "2026-03-05")).toBe("2026-03-17");
  });

  it("the same act is in force on Sunday 15 March all the same: nobody has to act on that day", () => {
    expect(due("L18", "2026-03-05")).toBe("2026-03-15");
  });

  it("an act entered in the prefect's registry on Friday 19 June 2026 is answered by Monday 29 June", () => {
    expect(due("P3", "2026-06-19")).toBe("2026-06-29");
  });

  it("days off within the period are counted, as the code in force has it and the repealed one had not", () => {
    // 20 and 21, 27 and 28 November are weekend days, 23 November is off; 30 November and 1 December are off as well.
    expect(due("P3", "2026-11-19")).toBe("2026-12-02");
    expect(due("P3", "2026-11-16")).toBe("2026-11-26");
  });

  it("a decision adopted on 26 February 2026 is announced by Monday 9 March: the tenth day is Sunday", () => {
    expect(due("L17", "2026-02-26")).toBe("2026-03-09");
  });

  it("an individual act holds from the day of its notification, also on a Sunday", () => {
    expect(due("L19", "2026-03-15")).toBe("2026-03-15");
  });
});

describe("Months, hours and days of the year", () => {
  it("three months after 30 November end with February, and Sunday 28 gives Monday 1 March", () => {
    expect(due("I12", "2026-11-30")).toBe("2027-03-01");
  });

  it("48 hours over the night in which the clocks go forward end an hour later by the clock", () => {
    const startsAt = instantIn("2026-03-27T10:00");
    const { dueOn, dueAt } = computeDeadline({
      rule: ruleFor("I3", "2026-03-27"),
      startsOn: "2026-03-27",
      startsAt,
      calendar,
    });
    expect(dueAt).toEqual(instantIn("2026-03-29T11:00"));
    expect(dueOn).toBe("2026-03-29");
  });

  it("hours cannot be counted from a day without an hour", () => {
    expect(() => due("I3", "2026-03-27")).toThrow(expect.objectContaining({ code: "deadlines.hour_needed" }));
  });

  it("the ceilings are due on 15 March, this year's or next year's", () => {
    expect(due("B5", "2026-01-10")).toBe("2026-03-15");
    expect(due("B5", "2026-03-15")).toBe("2026-03-15");
    expect(due("B5", "2026-03-16")).toBe("2027-03-15");
  });
});

describe("Notice before a meeting", () => {
  const notice = (meeting: string, given: string, set?: SetPeriod) =>
    noticeFor({ rule: ruleFor("L3", meeting), startsOn: meeting, calendar, set }, given);

  it("five days before Monday 30 March 2026 is Wednesday 25 March", () => {
    expect(due("L3", "2026-03-30")).toBe("2026-03-25");
    expect(notice("2026-03-30", "2026-03-25")).toMatchObject({ inTime: true, by: 0 });
    expect(notice("2026-03-30", "2026-03-20")).toMatchObject({ inTime: true, by: 5 });
    expect(notice("2026-03-30", "2026-03-26")).toMatchObject({ inTime: false, by: -1 });
  });

  it("five days before Thursday 19 March 2026 is Saturday 14 March, a holiday: notice may be given that day", () => {
    expect(notice("2026-03-19", "2026-03-14")).toMatchObject({ dueOn: "2026-03-14", inTime: true, by: 0 });
  });

  it("a council that asks for five working days needs it by Wednesday 11 March, and on Saturday 14 three of them are missing", () => {
    // back from 19 March: 18 17 (16 off) · 13 12 11 → the fifth is 11 March
    const set: SetPeriod = { number: 5, unit: "working", by: "council", ground };
    expect(notice("2026-03-19", "2026-03-11", set)).toMatchObject({ dueOn: "2026-03-11", inTime: true, by: 0 });
    expect(notice("2026-03-19", "2026-03-12", set)).toMatchObject({ inTime: false, by: -1 });
    expect(notice("2026-03-19", "2026-03-14", set)).toMatchObject({ inTime: false, by: -3 });
  });

  it("a notice after the meeting misses all of its days", () => {
    expect(notice("2026-03-30", "2026-03-31")).toMatchObject({ inTime: false, by: -6 });
  });

  it("a period that runs forward has no notice", () => {
    expect(() =>
      noticeFor({ rule: ruleFor("I1", "2026-03-05"), startsOn: "2026-03-05", calendar }, "2026-03-05"),
    ).toThrow(expect.objectContaining({ code: "deadlines.counts_forward" }));
  });
});

describe("What is left", () => {
  const left = (today: string) => daysLeft({ dueOn: "2026-03-24", today, unit: "working", calendar });

  it("working days are left until the last one, on which none is left and nothing is late yet", () => {
    expect(left("2026-03-05")).toBe(10);
    expect(left("2026-03-19")).toBe(1);
    expect(left("2026-03-23")).toBe(1);
    expect(left("2026-03-24")).toBe(0);
    expect(left("2026-03-26")).toBe(-2);
    expect(daysLeft({ dueOn: "2026-03-24", today: "2026-03-19", unit: "calendar", calendar })).toBe(5);
  });

  it("the last day lasts until midnight in Tirana", () => {
    const deadline = { dueOn: "2026-03-24", dueAt: null };
    expect(isOverdue(deadline, instantIn("2026-03-24T23:59"))).toBe(false);
    expect(isOverdue(deadline, instantIn("2026-03-25T00:00"))).toBe(true);
  });

  it("hours are over with their last one", () => {
    const deadline = { dueOn: "2026-03-29", dueAt: instantIn("2026-03-29T11:00") };
    expect(isOverdue(deadline, instantIn("2026-03-29T11:00"))).toBe(false);
    expect(isOverdue(deadline, instantIn("2026-03-29T11:01"))).toBe(true);
  });
});

describe("What is not known is said", () => {
  const certainty = (code: string, startsOn: string, set?: SetPeriod) =>
    computeDeadline({ rule: ruleFor(code, startsOn), startsOn, calendar, set }).certainty;

  it("a year without data is refused and not taken for one without holidays", () => {
    const unknown = expect.objectContaining({ code: "deadlines.unknown_year", params: { year: "2036" } });
    expect(() => due("I1", "2035-12-20")).toThrow(unknown);
    expect(() => due("P1", "2035-12-26")).toThrow(unknown);
    expect(() => due("I1", "2017-03-05")).toThrow(expect.objectContaining({ params: { year: "2017" } }));
  });

  it("a date that no calendar had to be asked for is given for any year", () => {
    expect(due("L18", "2017-03-05")).toBe("2017-03-15");
  });

  it("a Bajram within the count is named as not yet certain, also one just behind the end", () => {
    expect(certainty("I1", "2026-03-05").estimatedDays).toEqual(["2026-03-20"]);
    expect(certainty("I6", "2026-03-13").estimatedDays).toEqual(["2026-03-20"]);
    expect(certainty("I6", "2026-03-12").estimatedDays).toEqual([]);
  });

  it("a derived year is named, and a rule that was not compared keeps its doubt until the council sets the length", () => {
    expect(certainty("I1", "2025-04-10").generatedYears).toEqual([2025]);
    expect(certainty("I12", "2026-03-05").period).toBe("M+");
    expect(certainty("P1", "2026-03-05").period).toBe("M+");
    expect(certainty("I1", "2026-03-05").period).toBe("V");
    expect(certainty("I12", "2026-03-05", { number: 1, unit: "months", by: "law", ground }).period).toBe("set");
  });

  it("a length that nobody has set is not invented", () => {
    expect(() => due("K14a", "2026-03-05")).toThrow(expect.objectContaining({ code: "deadlines.period_not_set" }));
    expect(due("K14a", "2026-03-05", { number: 3, unit: "working", by: "council", ground })).toBe("2026-03-10");
  });
});

describe("A council's own days", () => {
  const entry = (day: string, change: CouncilDay["change"], nonWorking = change !== "removed"): CouncilDay => ({
    day,
    change,
    name: change === "added" ? { sq: "Pushim me vendim të Këshillit të Ministrave" } : null,
    nonWorking,
    reason: { sq: "Vendim" },
    source: "VKM",
  });
  const withDays = (code: string, startsOn: string, ...days: CouncilDay[]) =>
    computeDeadline({ rule: ruleFor(code, startsOn), startsOn, calendar: workCalendar(days) });

  it("an added day moves the end, one for the staff alone does not", () => {
    expect(withDays("I1", "2026-03-05", entry("2026-03-17", "added")).dueOn).toBe("2026-03-25");
    expect(withDays("I1", "2026-03-05", entry("2026-03-17", "added", false)).dueOn).toBe("2026-03-24");
  });

  it("a confirmed Bajram is no longer in doubt", () => {
    expect(withDays("I1", "2026-03-05", entry("2026-03-20", "confirmed")).certainty.estimatedDays).toEqual([]);
  });

  it("a holiday that is removed takes the day with it to which it was moved, unless that day has a word of its own", () => {
    expect(workCalendar([entry("2027-05-16", "removed")]).isWorking("2027-05-17")).toBe(true);
    const both = workCalendar([entry("2027-05-16", "removed"), entry("2027-05-17", "added")]);
    expect(both.isWorking("2027-05-17")).toBe(false);
    expect(both.daysOff("2027-05-17")).toHaveLength(1);
  });
});

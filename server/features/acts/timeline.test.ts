import { describe, expect, it } from "vitest";
import type { DeadlineView } from "../deadlines/deadline-view.schema.ts";
import type { MeetingReference, ReviewStep } from "./acts.schema.ts";
import { type Life, timelineOf } from "./timeline.ts";

const url = { sq: "/x", en: "/en/x" };
const meeting = (day: string, kind: MeetingReference["kind"] = "ordinary"): MeetingReference => ({
  ...{ kind, title: null, body: { sq: "Këshilli" }, day, startsAt: `${day}T09:00:00Z`, url },
});
const clock = (rule: string, dueOn: string, closedOn: string | null = null): DeadlineView => ({
  ...{ rule, title: { sq: rule }, lawTitle: { sq: "Ligji" }, article: null, startsOn: dueOn, dueOn },
  ...{ unit: "calendar", daysLeft: 1, overdue: false, closedOn, isEstimated: false, steps: [] },
});
const step = (name: ReviewStep["step"], day: string): ReviewStep => ({
  ...{ step: name, day, protocolNumber: null, outcome: null, reasons: null, act: null },
});
const act = { type: "decision", number: 9, adoptedOn: "2026-06-01", title: { sq: "Tjetri" }, url } as const;
const life = (given: Partial<Life> = {}): Life => ({
  act: { adoptedOn: "2026-02-27", announcedOn: null, notifiedOn: null, inForceOn: null, repealedOn: null },
  ...{
    draft: null,
    consultations: [],
    discussions: [],
    vote: null,
    steps: [],
    corrections: [],
    changes: [],
    clocks: [],
  },
  today: "2026-03-05",
  ...given,
});
const told = (given: Partial<Life>) => timelineOf(life(given)).map(({ kind, day }) => `${day} ${kind}`);

describe("The life of an act", () => {
  it("is told from the draft to the repeal, in the order of the days", () => {
    const whole = told({
      draft: { registered_on: "2025-12-18", initiative_from: "2025-12-01", consultation_from: "2026-01-12" },
      consultations: [clock("K3", "2026-02-09", "2026-02-09")],
      discussions: [
        { meeting: meeting("2026-02-27"), result: "adopted", isAdoption: true },
        { meeting: meeting("2026-02-03", "hearing"), result: "noted", isAdoption: false },
      ],
      act: {
        ...{ adoptedOn: "2026-02-27", announcedOn: "2026-03-04", notifiedOn: null },
        ...{ inForceOn: "2026-03-14", repealedOn: "2026-07-01" },
      },
      steps: [step("deposited", "2026-03-06"), step("no_objection", "2026-03-12")],
      changes: [
        { kind: "amends", day: "2026-06-15", act },
        { kind: "repeals", day: "2026-07-01", act },
      ],
      today: "2026-12-01",
    });
    expect(whole).toEqual([
      "2025-12-01 initiative",
      "2025-12-18 draft_registered",
      "2026-01-12 consultation",
      "2026-02-03 discussed",
      "2026-02-09 consultation_until",
      "2026-02-27 adopted",
      "2026-03-04 announced",
      "2026-03-06 deposited",
      "2026-03-12 no_objection",
      "2026-03-14 in_force",
      "2026-06-15 amended",
      "2026-07-01 repealed",
    ]);
  });

  it("ends a consultation that was ended before its last day with the day on which it was", () => {
    const draft = { registered_on: "2026-01-05", initiative_from: null, consultation_from: "2026-02-20" };
    expect(told({ draft, consultations: [clock("K3", "2026-03-20", "2026-02-27")] })).toContain(
      "2026-02-27 consultation_until",
    );
  });

  it("says on one day first what happened first", () => {
    const oneDay = {
      ...{ adoptedOn: "2026-02-27", announcedOn: "2026-02-27", notifiedOn: "2026-02-27" },
      ...{ inForceOn: "2026-02-27", repealedOn: null },
    };
    expect(told({ act: oneDay, steps: [step("deposited", "2026-02-27")] }).map((line) => line.slice(11))).toEqual([
      "adopted",
      "announced",
      "notified",
      "deposited",
      "in_force",
    ]);
  });

  it("looks ahead: what the law expects until when, and nothing that was met or missed", () => {
    const entries = timelineOf(
      life({
        clocks: [
          clock("L17", "2026-03-09"),
          clock("P1", "2026-03-02", "2026-03-01"),
          { ...clock("P3", "2026-03-01"), overdue: true },
        ],
      }),
    );
    expect(entries.map(({ kind, isAhead }) => [kind, isAhead])).toEqual([
      ["adopted", false],
      ["announce_by", true],
    ]);
  });

  it("tells a repeal once, also where the Council repealed the act after the prefect's return", () => {
    const act = {
      ...{ adoptedOn: "2026-02-27", announcedOn: null, notifiedOn: null },
      ...{ inForceOn: null, repealedOn: "2026-03-04" },
    };
    const repealed = { ...step("reconsidered", "2026-03-04"), outcome: "repealed" as const };
    expect(told({ act, steps: [repealed] })).toEqual(["2026-02-27 adopted", "2026-03-04 reconsidered"]);
    expect(told({ act })).toEqual(["2026-02-27 adopted", "2026-03-04 repealed"]);
  });
});

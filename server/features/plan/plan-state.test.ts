import { describe, expect, it } from "vitest";
import type { PlannedAct } from "./plan-state.ts";
import { planState } from "./plan-state.ts";

const march: PlannedAct = { year: 2026, month: 3, adoptedOn: null, droppedOn: null, draftStage: null };

describe("What became of an act planned for March", () => {
  it.each<[string, Partial<PlannedAct>, string, string]>([
    ["is still to come on its last day", {}, "2026-03-31", "upcoming"],
    ["is late on the day after", {}, "2026-04-01", "late"],
    ["was adopted in time on its last day", { adoptedOn: "2026-03-31" }, "2026-09-01", "adopted"],
    ["was adopted in time when it came earlier", { adoptedOn: "2026-01-10" }, "2026-09-01", "adopted"],
    ["was adopted late on the day after", { adoptedOn: "2026-04-01" }, "2026-09-01", "adopted_late"],
    ["is under way once its draft is public", { draftStage: "consultation" }, "2026-03-02", "under_way"],
    ["is late also with a draft", { draftStage: "consultation" }, "2026-04-02", "late"],
    ["waits again when its draft was withdrawn", { draftStage: "withdrawn" }, "2026-03-02", "upcoming"],
    ["was rejected", { draftStage: "rejected" }, "2026-04-02", "rejected"],
    ["is not late when it is decided and not yet published", { draftStage: "adopted" }, "2026-04-02", "under_way"],
    ["was dropped", { droppedOn: "2026-02-01" }, "2026-04-02", "dropped"],
    [
      "was adopted though it had been given up",
      { droppedOn: "2026-02-01", adoptedOn: "2026-03-03" },
      "2026-04-02",
      "adopted",
    ],
  ])("%s", (_, given, today, state) => {
    expect(planState({ ...march, ...given }, today)).toBe(state);
  });

  it("knows the last day of February in a leap year", () => {
    expect(planState({ ...march, year: 2028, month: 2 }, "2028-02-29")).toBe("upcoming");
    expect(planState({ ...march, year: 2028, month: 2 }, "2028-03-01")).toBe("late");
  });
});

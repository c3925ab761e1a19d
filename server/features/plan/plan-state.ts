import type { Day } from "../../db/columns.ts";
import type { DraftStage } from "../draft-acts/draft-acts.shared.ts";
import type { PlanState } from "./plan.shared.ts";

export interface PlannedAct {
  year: number;
  month: number;
  /** When the act that came of it was adopted. */
  adoptedOn: Day | null;
  droppedOn: Day | null;
  /** Of its draft, once that is public. */
  draftStage: DraftStage | null;
}

/** What became of a planned act by this day. It is computed, never declared: what was adopted in its month was in time. */
export function planState({ year, month, adoptedOn, droppedOn, draftStage }: PlannedAct, today: Day): PlanState {
  const lastDay = Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 }).toString();
  if (adoptedOn) return adoptedOn <= lastDay ? "adopted" : "adopted_late";
  if (droppedOn) return "dropped";
  if (draftStage === "rejected") return "rejected";
  // Decided, but its act is not public yet: whether it was in time is not known before.
  if (draftStage === "adopted") return "under_way";
  if (today > lastDay) return "late";
  return draftStage === null || draftStage === "withdrawn" ? "upcoming" : "under_way";
}

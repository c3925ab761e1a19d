import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { ActType, ProposerKind, Subject } from "../acts/acts.shared.ts";

export interface DecisionPlansTable {
  year: number;
  adopting_act: JsonOrNull<LocalizedText>;
  act_id: string | null;
  note: JsonOrNull<LocalizedText>;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  updated_at: Generated<Date>;
}

export interface PlanItemsTable {
  id: Generated<string>;
  year: number;
  month: number;
  position: Generated<number>;
  title: Json<LocalizedText>;
  type: ActType;
  subject: Subject;
  proposer_kind: ProposerKind;
  proposer: JsonOrNull<LocalizedText>;
  is_consulted: boolean;
  draft_act_id: string | null;
  act_id: string | null;
  dropped_on: Day | null;
  dropped_reason: JsonOrNull<LocalizedText>;
}

export interface PlanTables {
  decision_plans: DecisionPlansTable;
  plan_items: PlanItemsTable;
}

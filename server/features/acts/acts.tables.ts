import type { GeneratedAlways } from "kysely";
import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type {
  ActNature,
  ActType,
  CorrectedDay,
  PrefectState,
  PrefectStep,
  ProposerKind,
  RelationKind,
  Subject,
} from "./acts.shared.ts";

export interface ActsTable {
  id: Generated<string>;
  slug: string;
  type: ActType;
  nature: ActNature;
  number: number;
  /** In which numbers run: a year `2026`, or a term `2023-2027`. */
  series: string;
  title: Json<LocalizedText>;
  summary: JsonOrNull<LocalizedText>;
  /** Sanitised HTML; where persons are named, what the public may read. */
  body: JsonOrNull<LocalizedText>;
  legal_basis: JsonOrNull<LocalizedText>;
  subject: Subject;
  proposer_kind: ProposerKind | null;
  /** As the papers print it. */
  proposer: JsonOrNull<LocalizedText>;
  proposer_person_id: string | null;
  proposer_body_id: string | null;
  /** The body that adopted it. */
  body_id: string;
  agenda_item_id: string | null;
  draft_act_id: string | null;
  adopted_on: Day;
  announced_on: Day | null;
  /** Of an individual act: when the persons concerned were told. */
  notified_on: Day | null;
  in_force_on: Day | null;
  repealed_on: Day | null;
  names_persons: Generated<boolean>;
  prefect_state: PrefectState;
  /** It comes from an older register: what that does not say is unknown, and no clock runs for it. */
  from_old_register: Generated<boolean>;
  folded_text: string;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Whether what follows from its being public has come about: see `becoming-public.service.ts`. */
  took_effect: Generated<boolean>;
  /** The first of the numbers that it leaves out, and why; until it is public, then `act_number_gaps` tells it. */
  gap_from: Generated<number | null>;
  gap_reason: JsonOrNull<LocalizedText>;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  withdrawn_at: Generated<Date | null>;
  withdrawn_reason: JsonOrNull<LocalizedText>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  year: GeneratedAlways<number>;
}

/** What an act does to another one, which may stand outside of the register (`target_text`). */
export interface ActRelationsTable {
  id: Generated<string>;
  act_id: string;
  kind: RelationKind;
  target_id: string | null;
  target_text: JsonOrNull<LocalizedText>;
  since: Day | null;
  note: JsonOrNull<LocalizedText>;
}

export interface PrefectStepsTable {
  act_id: string;
  position: number;
  step: PrefectStep;
  day: Day;
  /** Of the prefect's protocol. */
  protocol_number: string | null;
  outcome: "kept" | "changed" | "repealed" | "valid" | "invalid" | null;
  reasons: JsonOrNull<LocalizedText>;
  /** The act by which the council decided again. */
  result_act_id: string | null;
}

/** A day of an act that was entered wrongly, and the right one. */
export interface ActDayCorrectionsTable {
  act_id: string;
  position: number;
  event: CorrectedDay;
  was: Day;
  became: Day;
  reason: Json<LocalizedText>;
  corrected_at: Date;
}

export interface ActNumberGapsTable {
  type: ActType;
  series: string;
  number: number;
  reason: Json<LocalizedText>;
}

export interface ActTables {
  acts: ActsTable;
  act_relations: ActRelationsTable;
  prefect_steps: PrefectStepsTable;
  act_day_corrections: ActDayCorrectionsTable;
  act_number_gaps: ActNumberGapsTable;
}

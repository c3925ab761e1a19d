import type { GeneratedAlways } from "kysely";
import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { ActNature, ActType, ProposerKind, Subject } from "../acts/acts.shared.ts";
import type { DraftStage, NoticeAbout } from "./draft-acts.shared.ts";

/** Its periods for comments run in `deadlines` (subject `draft-act`; K2 on the initiative, K3 on the draft). */
export interface DraftActsTable {
  id: Generated<string>;
  slug: string;
  type: ActType;
  nature: ActNature;
  title: Json<LocalizedText>;
  summary: JsonOrNull<LocalizedText>;
  /** Sanitised HTML of the draft's text. */
  body: JsonOrNull<LocalizedText>;
  /** Why it is needed, and what it is expected to change; sanitised HTML. */
  reasons: JsonOrNull<LocalizedText>;
  expected_effect: JsonOrNull<LocalizedText>;
  /** Where and how comments are sent, and who coordinates; sanitised HTML. */
  how_to_comment: JsonOrNull<LocalizedText>;
  subject: Subject;
  proposer_kind: ProposerKind;
  proposer: JsonOrNull<LocalizedText>;
  proposer_person_id: string | null;
  proposer_body_id: string | null;
  protocol_number: string | null;
  registered_on: Day;
  stage: DraftStage;
  stage_note: JsonOrNull<LocalizedText>;
  /** When the decision was entered, and where it stood before. */
  decided_at: Generated<Date | null>;
  stage_before: Generated<DraftStage | null>;
  /** The day of the notice before drafting, and of the notice of the draft. */
  initiative_from: Day | null;
  consultation_from: Day | null;
  /** Whether the law asks for consultation. */
  consultation_required: boolean;
  folded_text: string;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  withdrawn_at: Generated<Date | null>;
  withdrawn_reason: JsonOrNull<LocalizedText>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  year: GeneratedAlways<number>;
}

/** A notice whose day was entered wrongly, with the right one; without one it was given by mistake. */
export interface DraftActNoticeCorrectionsTable {
  draft_act_id: string;
  position: number;
  about: NoticeAbout;
  was: Day;
  became: Day | null;
  reason: Json<LocalizedText>;
  corrected_at: Date;
}

export interface DraftActTables {
  draft_act_notice_corrections: DraftActNoticeCorrectionsTable;
  draft_acts: DraftActsTable;
}

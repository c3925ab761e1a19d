import type { Generated, Json, JsonOrNull } from "../../db/columns.ts";
import type { Actor } from "../../http/scope.ts";

export const revisionReasons = ["before", "created", "changed", "restored"] as const;
export type RevisionReason = (typeof revisionReasons)[number];

/** How something stood each time that it was saved. */
export interface RevisionsTable {
  /** As in the audit: `act`, `draft_act`, `publication` … */
  entity: string;
  entity_id: string;
  /** From 1, without gaps. */
  number: number;
  /** The version of the input: 43 characters, see `versionOf`. */
  hash: string;
  input: Json<Record<string, unknown>>;
  at: Date;
  by: Json<Actor>;
  what: RevisionReason;
}

/** A form as somebody left it, unchecked. */
export interface EditsTable {
  id: string;
  account_id: string;
  entity: string;
  /** `null` for what is new. */
  entity_id: string | null;
  /** The version that the form was made from. */
  version: string | null;
  form: JsonOrNull<Record<string, unknown>>;
  /** The opened page that kept it last. */
  tab: Generated<string | null>;
  updated_at: Date;
  /** `null` of a form that is still to be saved; of one that was, the form itself is gone. */
  saved_at: Generated<Date | null>;
}

/** What waits for somebody else to publish it, or came back with a word. */
export interface SubmissionsTable {
  entity: string;
  entity_id: string;
  /** What was submitted; a later version has not been. */
  version: string;
  submitted_by: string;
  submitted_name: string;
  submitted_at: Date;
  note: string | null;
  returned_by: string | null;
  returned_name: string | null;
  returned_at: Date | null;
  return_note: string | null;
}

/** What somebody proposes to change of what the public reads. */
export interface ProposalsTable {
  entity: string;
  entity_id: string;
  /** Of the input. */
  version: string;
  /** The version of what was public when it was proposed. */
  base: string;
  /** The whole of it, as it would stand. */
  input: Json<Record<string, unknown>>;
  /** What it was before, the latest first, for forms that were opened then. */
  earlier: Json<readonly { version: string; base: string; input: Record<string, unknown> }[]>;
  /** The file that would be a document's; `null` of what is given back, and of forms. */
  sha256: string | null;
  proposed_by: string;
  proposed_name: string;
  proposed_at: Date;
  note: string | null;
  returned_name: string | null;
  returned_at: Date | null;
  return_note: string | null;
}

/** A form for something new, with what was made of it. */
export interface FormsSentTable {
  form: string;
  /** The version of what it said. */
  hash: string;
  /** `null` only while it is being made. */
  made: string | null;
  sent_at: Date;
}

export interface EditingTables {
  revisions: RevisionsTable;
  forms_sent: FormsSentTable;
  edits: EditsTable;
  submissions: SubmissionsTable;
  proposals: ProposalsTable;
}

import type { Generated } from "../../db/columns.ts";
import type { AttachmentRole } from "./attachments.shared.ts";

/** To what a document of the council's work belongs: exactly one of the ids is set. */
export interface AttachmentsTable {
  document_id: string;
  meeting_id: string | null;
  agenda_item_id: string | null;
  draft_act_id: string | null;
  act_id: string | null;
  person_id: string | null;
  election_id: string | null;
  recording_id: Generated<string | null>;
  role: AttachmentRole;
  position: number;
  /** It is not the public's before somebody has let it in. */
  waits: Generated<boolean>;
  added_at: Date;
}

export interface AttachmentTables {
  attachments: AttachmentsTable;
}

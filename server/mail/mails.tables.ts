import type { Generated, JsonOrNull } from "../db/columns.ts";
import type { CalendarPart } from "./mail.schema.ts";

/** A mail that a council sends. Whom and what it was is forgotten after some time; that it was sent is not. */
export interface MailsTable {
  id: Generated<string>;
  recipient: string | null;
  subject: string | null;
  body_text: string | null;
  body_html: string | null;
  /** An invitation that calendars take over. */
  calendar: JsonOrNull<CalendarPart>;
  /** Who answers are for, where that is not the sender. */
  reply_to: Generated<string | null>;
  created_at: Generated<Date>;
  sent_at: Generated<Date | null>;
  /** When the recipient's server refused it for good. */
  refused_at: Generated<Date | null>;
  /** What that server said. */
  refusal: Generated<string | null>;
  masked_at: Generated<Date | null>;
}

export interface MailTables {
  mails: MailsTable;
}

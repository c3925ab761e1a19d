import type { ColumnType } from "kysely";
import type { Generated, Json, JsonOrNull } from "../../db/columns.ts";
import type { Actor } from "../../http/scope.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import type { StandingItem } from "../meetings/meeting-templates.schema.ts";
import type { MeetingKind } from "../meetings/meetings.shared.ts";

/** The notice of a meeting, a change of it, or that it does not take place, as it was sent to the members. */
export interface MeetingMailingsTable {
  id: Generated<string>;
  meeting_id: string;
  method: "request" | "cancel";
  /** Of `meeting_versions`, and of the calendar entry. */
  version: number;
  sequence: number;
  asked_at: Date;
  asked_by: Json<Actor>;
}

export interface MeetingMailRecipientsTable {
  mailing_id: string;
  person_id: string;
  /** Whether an address was known; else the paper is handed over. */
  is_reachable: boolean;
  /** `null` until it is written. */
  mail_id: Generated<string | null>;
  /** How often one was written. */
  attempts: Generated<number>;
  /** In the body's order. */
  position: number;
}

/** Where somebody has notices by mail; never public. */
export interface NoticeContactsTable {
  person_id: string;
  email: string;
  language: Locale;
  updated_at: Date;
}

export interface MeetingTemplatesTable {
  id: Generated<string>;
  body_id: string;
  kind: MeetingKind;
  name: Json<LocalizedText>;
  title: JsonOrNull<LocalizedText>;
  place: JsonOrNull<LocalizedText>;
  online_url: string | null;
  access: Generated<"open" | "closed">;
  closed_reason: JsonOrNull<LocalizedText>;
  /** 1 is Monday. */
  weekday: number;
  /** Which one of its month, -1 the last; `null` is every week. */
  week: number | null;
  /** `HH:MM:SS` in Tirana. */
  starts_at: ColumnType<string, string, string>;
  /** How long it takes. */
  minutes: number | null;
  opening_items: Json<StandingItem[]>;
  closing_items: Json<StandingItem[]>;
  /** The text of the notice; sanitised HTML. */
  notice: JsonOrNull<LocalizedText>;
  created_at: Date;
  updated_at: Date;
}

export interface MailingTables {
  meeting_mailings: MeetingMailingsTable;
  meeting_mail_recipients: MeetingMailRecipientsTable;
  notice_contacts: NoticeContactsTable;
  meeting_templates: MeetingTemplatesTable;
}

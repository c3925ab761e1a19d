import type { GeneratedAlways } from "kysely";
import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { ProposerKind } from "../acts/acts.shared.ts";
import type {
  AttendanceStatus,
  Choice,
  ItemKind,
  ItemResult,
  Majority,
  MeetingKind,
  MeetingStage,
  VoteMethod,
} from "./meetings.shared.ts";

export interface MeetingsTable {
  id: Generated<string>;
  slug: string;
  /** The body that calls it; others that sit with it are in `meeting_bodies`. */
  body_id: string;
  kind: MeetingKind;
  /** Where the kind and the body do not say enough. */
  title: JsonOrNull<LocalizedText>;
  /** Of a hearing, an event, a ceremony; sanitised HTML. */
  description: JsonOrNull<LocalizedText>;
  starts_at: Date;
  ends_at: Date | null;
  place: JsonOrNull<LocalizedText>;
  online_url: string | null;
  /** Where it is streamed, where that is not where its body's meetings are. */
  stream_url: Generated<string | null>;
  access: Generated<"open" | "closed">;
  /** The legal reason for which it is closed. */
  closed_reason: JsonOrNull<LocalizedText>;
  stage: Generated<MeetingStage>;
  /** Why it was cancelled or postponed. */
  stage_reason: JsonOrNull<LocalizedText>;
  postponed_to: string | null;
  /** The photos of it, afterwards. */
  album_id: Generated<string | null>;
  /** The text of the notice; sanitised HTML. */
  notice: JsonOrNull<LocalizedText>;
  announced_at: Date | null;
  short_notice_reason: JsonOrNull<LocalizedText>;
  opened_at: Date | null;
  closed_at: Date | null;
  minutes_published_at: Date | null;
  /** All members of the body on that day, and how many came; `null` where not recorded. */
  members: number | null;
  present: number | null;
  /** How many came of the public, to a meeting with it; `null` where not known. */
  people: number | null;
  /** Of the calendar entry (RFC 5545), raised with each change that calendars must take over. */
  sequence: Generated<number>;
  folded_text: string;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  /** The day in Tirana. */
  day: GeneratedAlways<Day>;
}

export interface MeetingBodiesTable {
  meeting_id: string;
  body_id: string;
}

export interface AgendaItemsTable {
  id: Generated<string>;
  meeting_id: string;
  /** `[3]` is item 3, `[3, 1]` its first sub-item. */
  path: number[];
  kind: ItemKind;
  title: Json<LocalizedText>;
  /** Both languages of the title; the database keeps it. */
  folded_title: GeneratedAlways<string>;
  summary: JsonOrNull<LocalizedText>;
  proposer_kind: ProposerKind | null;
  proposer: JsonOrNull<LocalizedText>;
  proposer_person_id: string | null;
  proposer_body_id: string | null;
  protocol_number: string | null;
  draft_act_id: string | null;
  result: ItemResult | null;
  result_note: JsonOrNull<LocalizedText>;
  added_at: Date;
}

export interface VotesTable {
  id: Generated<string>;
  agenda_item_id: string;
  /** A vote may be taken again. */
  round: Generated<number>;
  method: VoteMethod;
  majority: Majority;
  /** Why another majority was applied than the rules propose. */
  majority_reason: JsonOrNull<LocalizedText>;
  members: number;
  present: number;
  votes_for: number;
  votes_against: number;
  abstentions: number;
  outcome: "adopted" | "rejected";
  held_at: Date | null;
}

/** One member's vote, in a vote by name. */
export interface BallotsTable {
  vote_id: string;
  person_id: string;
  method: Generated<"by_name">;
  choice: Choice;
}

export interface AttendancesTable {
  meeting_id: string;
  person_id: string;
  status: AttendanceStatus;
  arrived_at: Date | null;
  left_at: Date | null;
  note: JsonOrNull<LocalizedText>;
}

/** A meeting as the public saw it at an instant; the shape of `content` is the meetings' own. */
export interface MeetingVersionsTable {
  meeting_id: string;
  version: number;
  at: Date;
  reason: JsonOrNull<LocalizedText>;
  content: Json<unknown>;
}

export interface MeetingTables {
  meetings: MeetingsTable;
  meeting_bodies: MeetingBodiesTable;
  agenda_items: AgendaItemsTable;
  votes: VotesTable;
  ballots: BallotsTable;
  attendances: AttendancesTable;
  meeting_versions: MeetingVersionsTable;
}

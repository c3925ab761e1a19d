import * as v from "valibot";
import { isoDate, Localized } from "../../text.schema.ts";
import { actTypes, proposerKinds } from "../acts/acts.shared.ts";
import { bodyKinds } from "../bodies/bodies.shared.ts";
import { attachmentRoles } from "../documents/attachments.shared.ts";
import { DocumentHistory } from "../documents/documents.schema.ts";
import {
  attendanceStatuses,
  choices,
  itemKinds,
  itemResults,
  majorities,
  meetingKinds,
  meetingStages,
  voteMethods,
} from "./meetings.shared.ts";

export const perPage = 20;

const InBoth = v.object({ sq: v.string(), en: v.string() });
const instant = v.pipe(v.string(), v.isoTimestamp());

/** A body with the paths of its page, where it has one that is public. */
export const BodyLink = v.object({
  slug: v.string(),
  kind: v.picklist(bodyKinds),
  name: Localized,
  url: v.nullable(InBoth),
});
const PersonLink = v.object({ name: v.string(), url: v.nullable(InBoth) });
export type PersonLink = v.InferOutput<typeof PersonLink>;

/** A meeting in a list. Instants are UTC; `day` is the day in Tirana. */
export const MeetingSummary = v.object({
  id: v.string(),
  slug: v.string(),
  url: InBoth,
  /** Its own title, or its kind and body. */
  name: Localized,
  kind: v.picklist(meetingKinds),
  stage: v.picklist(meetingStages),
  body: BodyLink,
  day: isoDate,
  startsAt: instant,
  endsAt: v.nullable(instant),
  place: v.nullable(Localized),
  onlineUrl: v.nullable(v.string()),
  access: v.picklist(["open", "closed"]),
  announcedAt: v.nullable(instant),
  items: v.number(),
  /** Items with an outcome: adopted, rejected, noted … */
  decided: v.number(),
  /** Public documents of the meeting, of its items and of their draft acts. */
  documents: v.number(),
  hasMinutes: v.boolean(),
  members: v.nullable(v.number()),
  present: v.nullable(v.number()),
});
export type MeetingSummary = v.InferOutput<typeof MeetingSummary>;

/** The next meeting, with what stands first on its agenda. */
export const NextMeeting = v.object({
  ...MeetingSummary.entries,
  agenda: v.array(v.object({ number: v.string(), title: Localized })),
});
export type NextMeeting = v.InferOutput<typeof NextMeeting>;

const Count = <S extends v.GenericSchema>(value: S) => v.object({ value, count: v.number() });

/** A page of the meetings of some kinds of body, the latest first. Each facet counts with all other filters as they are. */
export const MeetingList = v.object({
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  filters: v.object({
    q: v.nullable(v.string()),
    year: v.nullable(v.number()),
    body: v.nullable(v.string()),
    kind: v.nullable(v.picklist(meetingKinds)),
    stage: v.nullable(v.picklist(meetingStages)),
  }),
  next: v.nullable(NextMeeting),
  items: v.array(MeetingSummary),
  facets: v.object({
    years: v.array(Count(v.number())),
    bodies: v.array(v.object({ ...Count(v.string()).entries, name: Localized })),
    kinds: v.array(Count(v.picklist(meetingKinds))),
    stages: v.array(Count(v.picklist(meetingStages))),
  }),
});
export type MeetingList = v.InferOutput<typeof MeetingList>;

/** A document where it stands: as what, since when, and whether it came after the notice. */
export const MeetingDocument = v.object({
  ...DocumentHistory.entries,
  role: v.picklist(attachmentRoles),
  addedAt: instant,
  isLate: v.boolean(),
  /** It belongs to the draft act that the item discusses. */
  ofDraftAct: v.boolean(),
});
export type MeetingDocument = v.InferOutput<typeof MeetingDocument>;

/** A rule of the law with where it is read and how sure that reading is. */
const Rule = v.object({
  code: v.string(),
  title: InBoth,
  lawTitle: Localized,
  article: v.string(),
  certainty: v.picklist(["V", "M+", "M", "M-"]),
  note: v.nullable(InBoth),
});

export const VoteView = v.object({
  id: v.string(),
  round: v.number(),
  method: v.picklist(voteMethods),
  majority: v.picklist(majorities),
  rule: Rule,
  /** Why another majority was applied than the rules propose. */
  majorityReason: v.nullable(Localized),
  members: v.number(),
  present: v.number(),
  votesFor: v.number(),
  votesAgainst: v.number(),
  abstentions: v.number(),
  /** Present without voting. */
  notVoting: v.number(),
  absent: v.number(),
  /** How many votes in favour were needed. */
  needed: v.number(),
  outcome: v.picklist(["adopted", "rejected"]),
  heldAt: v.nullable(instant),
  /** Of a vote by name, in the council's own order of its members. */
  ballots: v.array(v.object({ person: PersonLink, choice: v.picklist(choices) })),
});
export type VoteView = v.InferOutput<typeof VoteView>;

export const AgendaItemView = v.object({
  id: v.string(),
  /** `3.1` */
  number: v.string(),
  depth: v.number(),
  /** Where it stands on the page. */
  anchor: v.string(),
  kind: v.picklist(itemKinds),
  title: Localized,
  summary: v.nullable(Localized),
  proposer: v.nullable(
    v.object({
      kind: v.nullable(v.picklist(proposerKinds)),
      text: v.nullable(Localized),
      person: v.nullable(PersonLink),
      body: v.nullable(BodyLink),
    }),
  ),
  protocolNumber: v.nullable(v.string()),
  draftAct: v.nullable(v.object({ title: Localized, url: InBoth })),
  result: v.nullable(v.picklist(itemResults)),
  resultNote: v.nullable(Localized),
  isAddedLater: v.boolean(),
  documents: v.array(MeetingDocument),
  votes: v.array(VoteView),
  acts: v.array(
    v.object({
      type: v.picklist(actTypes),
      number: v.number(),
      adoptedOn: isoDate,
      title: Localized,
      url: InBoth,
    }),
  ),
  /** Where it is seen in the meeting's recording, and at which second. */
  moment: v.nullable(v.object({ url: InBoth, starts: v.number() })),
});
export type AgendaItemView = v.InferOutput<typeof AgendaItemView>;

/** `from` and `to` are titles, places or instants; of a renumbered item `from` is its number before. */
export const MeetingChangeView = v.object({
  what: v.picklist([
    "begins",
    "ends",
    "place",
    "online",
    "open",
    "closed",
    "item_added",
    "item_removed",
    "item_renamed",
    "item_renumbered",
    "document_added",
    "document_replaced",
    "document_removed",
  ]),
  number: v.nullable(v.string()),
  from: v.nullable(Localized),
  to: v.nullable(Localized),
});
export type MeetingChangeView = v.InferOutput<typeof MeetingChangeView>;

export const AttendanceView = v.object({
  person: PersonLink,
  status: v.picklist(attendanceStatuses),
  arrivedAt: v.nullable(instant),
  leftAt: v.nullable(instant),
  note: v.nullable(Localized),
});

/** Whether the notice was early enough, and how that was computed. */
const NoticeRule = v.object({
  code: v.string(),
  lawTitle: Localized,
  article: v.nullable(v.string()),
  /** The last day on which it would have been in time. */
  dueOn: isoDate,
  inTime: v.boolean(),
  /** Days to spare, or missing when negative. */
  by: v.number(),
  isEstimated: v.boolean(),
  steps: v.array(InBoth),
});

const OtherMeeting = v.object({ name: Localized, url: InBoth, startsAt: instant });
export type OtherMeeting = v.InferOutput<typeof OtherMeeting>;

/** One meeting with everything that is known of it. Texts named `description` and `notice` are HTML that has been cleaned. */
export const Meeting = v.object({
  ...MeetingSummary.entries,
  title: v.nullable(Localized),
  description: v.nullable(Localized),
  closedReason: v.nullable(Localized),
  jointBodies: v.array(BodyLink),
  stageReason: v.nullable(Localized),
  /** The meeting in its place, and those in whose place it stands. */
  postponedTo: v.nullable(OtherMeeting),
  postponedFrom: v.array(OtherMeeting),
  /** How many came of the public; `null` where not known. */
  people: v.nullable(v.number()),
  openedAt: v.nullable(instant),
  closedAt: v.nullable(instant),
  minutesPublishedAt: v.nullable(instant),
  notice: v.nullable(
    v.object({
      text: v.nullable(Localized),
      announcedAt: instant,
      /** Calendar days from the day of the notice to the day of the meeting. */
      daysBefore: v.number(),
      /** `null` where no law sets a period. */
      rule: v.nullable(NoticeRule),
      shortNoticeReason: v.nullable(Localized),
    }),
  ),
  /** How many must be present for the Council to decide. */
  quorum: v.nullable(v.object({ needed: v.number(), isHeld: v.boolean(), rule: Rule })),
  agenda: v.array(AgendaItemView),
  papers: v.array(MeetingDocument),
  attendance: v.array(AttendanceView),
  /** Each time that something changed after the notice, the last first. */
  changes: v.array(
    v.object({
      version: v.number(),
      at: instant,
      reason: v.nullable(Localized),
      changes: v.array(MeetingChangeView),
    }),
  ),
  updatedAt: instant,
  earlier: v.nullable(OtherMeeting),
  later: v.nullable(OtherMeeting),
  /** The page of its recording, where that is public. */
  recordingUrl: v.nullable(InBoth),
});
export type Meeting = v.InferOutput<typeof Meeting>;

import * as v from "valibot";
import { isoInstant, localizedHtml, localizedText } from "../../text.schema.ts";
import { proposerKinds } from "../acts/acts.shared.ts";
import { Attachments } from "../documents/attachment.schema.ts";
import { attachmentRoles } from "../documents/attachments.shared.ts";
import {
  attendanceStatuses,
  choices,
  itemKinds,
  itemResults,
  majorities,
  meetingKinds,
  voteMethods,
} from "./meetings.shared.ts";

const uuid = v.pipe(v.string(), v.uuid());
/** What cannot be an id is nothing of the council's either. */
const reference = v.nullish(v.pipe(v.string(), v.uuid("meetings.reference_unknown")));
/** ISO 8601 with a zone, or a `Date`. */
const instant = v.union([
  v.date(),
  v.pipe(
    isoInstant("meetings.not_an_instant"),
    v.transform((text) => new Date(text)),
  ),
]);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200));

export const AttachmentInput = v.strictObject({ documentId: uuid, role: v.picklist(attachmentRoles) });
const attachments = v.optional(v.array(AttachmentInput), []);

/** What is said of a meeting before it takes place. */
export const MeetingInput = v.strictObject({
  bodyId: uuid,
  /** Bodies that sit together with it. */
  jointBodyIds: v.optional(v.pipe(v.array(uuid), v.maxLength(20)), []),
  kind: v.picklist(meetingKinds),
  /** Of an event or a ceremony; elsewhere only where kind and body do not say enough. */
  title: v.nullish(localizedText(200)),
  description: v.nullish(localizedHtml(50_000)),
  startsAt: instant,
  endsAt: v.nullish(instant),
  place: v.nullish(localizedText(300)),
  onlineUrl: v.nullish(v.pipe(v.string(), v.url("fields.not_a_link"), v.regex(/^https?:/, "fields.not_a_link"))),
  access: v.optional(v.picklist(["open", "closed"]), "open"),
  /** The legal reason for which it is closed. */
  closedReason: v.nullish(localizedText(1_000)),
});
export type MeetingInput = v.InferInput<typeof MeetingInput>;

/** What is changed; all else stays. The body that calls it never changes. */
export const MeetingChange = v.partial(v.omit(MeetingInput, ["bodyId"]));
export type MeetingChange = v.InferInput<typeof MeetingChange>;

/** Of an announced meeting: why something is changed, for its readers. */
export const Reason = localizedText(1_000);

export const NoticeInput = v.strictObject({
  text: v.nullish(localizedHtml(20_000)),
  /** When the notice was given, where that was earlier than now. */
  announcedAt: v.nullish(instant),
  /** Why it is given later than the rule asks. */
  shortNoticeReason: v.nullish(localizedText(1_000)),
});
export type NoticeInput = v.InferInput<typeof NoticeInput>;

/** `[3]` is item 3, `[3, 1]` its first sub-item. */
export const ItemPath = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  v.minLength(1, "meetings.item_without_number"),
  v.maxLength(3, "meetings.item_too_deep"),
);

export const AgendaItemInput = v.strictObject({
  /** Without it the item comes last. */
  path: v.optional(ItemPath),
  kind: v.picklist(itemKinds),
  title: localizedText(500),
  summary: v.nullish(localizedText(5_000)),
  proposerKind: v.nullish(v.picklist(proposerKinds)),
  /** As the papers print it. */
  proposer: v.nullish(localizedText(300)),
  proposerPersonId: reference,
  proposerBodyId: reference,
  protocolNumber: v.nullish(
    v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(40, "text.too_long")),
  ),
  draftActId: reference,
  documents: attachments,
});
export type AgendaItemInput = v.InferInput<typeof AgendaItemInput>;
export const AgendaItemChange = v.partial(v.omit(AgendaItemInput, ["path", "documents"]));
export type AgendaItemChange = v.InferInput<typeof AgendaItemChange>;

/** A whole agenda: each item says its number, the numbers leave no gap. */
export const AgendaInput = v.pipe(
  v.array(v.strictObject({ ...AgendaItemInput.entries, path: ItemPath })),
  v.maxLength(200),
);
export type AgendaInput = v.InferInput<typeof AgendaInput>;

/** The agenda of a meeting with the papers of each item, and the meeting’s own papers: all of it. */
export const MeetingPapers = v.strictObject({
  items: v.optional(
    v.pipe(
      v.array(
        v.strictObject({ id: v.nullish(uuid), ...AgendaItemInput.entries, path: ItemPath, documents: Attachments }),
      ),
      v.maxLength(200, "meetings.too_many_items"),
    ),
    [],
  ),
  documents: Attachments,
});

export type MeetingPapers = v.InferOutput<typeof MeetingPapers>;

export const ResultInput = v.strictObject({ result: v.picklist(itemResults), note: v.nullish(localizedText(2_000)) });
export type ResultInput = v.InferInput<typeof ResultInput>;

export const VoteInput = v.strictObject({
  method: v.picklist(voteMethods),
  /** Without it the one that the rules propose. */
  majority: v.optional(v.picklist(majorities)),
  /** Why another is applied than the rules propose. */
  majorityReason: v.nullish(localizedText(1_000)),
  /** Of a vote by name. A member who is not named counts as absent, or as not voting where attendance says present. */
  ballots: v.optional(v.array(v.strictObject({ personId: uuid, choice: v.picklist(choices) }))),
  /** Of a vote that is only counted, or secret. */
  votesFor: v.optional(count),
  votesAgainst: v.optional(count),
  abstentions: v.optional(count),
  /** Only where attendance is not recorded. */
  present: v.optional(count),
  heldAt: v.nullish(instant),
});
export type VoteInput = v.InferInput<typeof VoteInput>;

/** Every member of the body on that day, once each. */
export const AttendanceInput = v.array(
  v.strictObject({
    personId: uuid,
    status: v.picklist(attendanceStatuses),
    arrivedAt: v.nullish(instant),
    leftAt: v.nullish(instant),
    note: v.nullish(localizedText(500)),
  }),
);
export type AttendanceInput = v.InferInput<typeof AttendanceInput>;

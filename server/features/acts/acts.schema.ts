import * as v from "valibot";
import { Problem } from "../../http/problem.schema.ts";
import { isoDate, Localized, localizedHtml, localizedText } from "../../text.schema.ts";
import { DeadlineView } from "../deadlines/deadline-view.schema.ts";
import { attachmentRoles } from "../documents/attachments.shared.ts";
import { DocumentHistory, DocumentView } from "../documents/documents.schema.ts";
import { draftStages } from "../draft-acts/draft-acts.shared.ts";
import { choices, itemResults, majorities, meetingKinds, voteMethods } from "../meetings/meetings.shared.ts";
import {
  actNatures,
  actSorts,
  actTypes,
  forces,
  prefectStates,
  prefectSteps,
  proposerKinds,
  reconsiderations,
  relationKinds,
  rulings,
  subjects,
} from "./acts.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });
const day = v.pipe(v.string(), v.isoDate());
const instant = v.pipe(v.string(), v.isoTimestamp());

/** Something with a page of its own; `url` is `null` where the public has none. */
const Named = v.object({ name: Localized, url: v.nullable(InBoth) });
export type Named = v.InferOutput<typeof Named>;

/** How many voted how. Of a secret vote this is all there is, anywhere. */
const VoteCounts = v.object({ for: v.number(), against: v.number(), abstentions: v.number() });

/** An act as others refer to it. */
export const ActReference = v.object({
  type: v.picklist(actTypes),
  number: v.number(),
  adoptedOn: day,
  title: Localized,
  url: InBoth,
});
export type ActReference = v.InferOutput<typeof ActReference>;

/** A row of the register. Dates are `YYYY-MM-DD`; `series` is the year or the term in which numbers run. */
export const ActSummary = v.object({
  id: v.string(),
  slug: v.string(),
  ...ActReference.entries,
  nature: v.picklist(actNatures),
  series: v.string(),
  summary: v.nullable(Localized),
  subject: v.picklist(subjects),
  body: Named,
  proposerKind: v.nullable(v.picklist(proposerKinds)),
  announcedOn: v.nullable(day),
  notifiedOn: v.nullable(day),
  inForceOn: v.nullable(day),
  repealedOn: v.nullable(day),
  force: v.picklist(forces),
  prefectState: v.picklist(prefectStates),
  vote: v.nullable(VoteCounts),
  /** The paper to download: the signed one or its redacted version. */
  paper: v.nullable(DocumentView),
});
export type ActSummary = v.InferOutput<typeof ActSummary>;

const Count = <S extends v.GenericSchema>(value: S) => v.object({ value, count: v.number() });

/** Numbers of a series that no public act has: `from`–`to`, and why; `reason: null` says that nobody has explained it. */
export const NumberGap = v.object({
  type: v.picklist(actTypes),
  series: v.string(),
  from: v.number(),
  to: v.number(),
  reason: v.nullable(Localized),
  /** Of a withdrawn act, whose page says when and why. */
  url: v.nullable(InBoth),
});
export type NumberGap = v.InferOutput<typeof NumberGap>;

/** A page of the register. Each facet counts what would be found with that value and all other filters as they are. */
export const ActList = v.object({
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  filters: v.object({
    q: v.nullable(v.string()),
    year: v.nullable(v.number()),
    type: v.nullable(v.picklist(actTypes)),
    nature: v.nullable(v.picklist(actNatures)),
    subject: v.nullable(v.picklist(subjects)),
    proposer: v.nullable(v.picklist(proposerKinds)),
    body: v.nullable(v.string()),
    force: v.nullable(v.picklist(forces)),
    prefect: v.nullable(v.picklist(prefectStates)),
    sort: v.picklist(actSorts),
  }),
  items: v.array(ActSummary),
  facets: v.object({
    year: v.array(Count(v.number())),
    type: v.array(Count(v.picklist(actTypes))),
    nature: v.array(Count(v.picklist(actNatures))),
    subject: v.array(Count(v.picklist(subjects))),
    proposer: v.array(Count(v.picklist(proposerKinds))),
    body: v.array(v.object({ value: v.string(), name: Localized, count: v.number() })),
    force: v.array(Count(v.picklist(forces))),
    prefect: v.array(Count(v.picklist(prefectStates))),
  }),
  /** Of the year that is asked for, else of all. */
  gaps: v.array(NumberGap),
  /** The query of the same rows as open data, `?…` or nothing. */
  exportQuery: v.string(),
});
export type ActList = v.InferOutput<typeof ActList>;

const Relation = v.object({
  kind: v.picklist(relationKinds),
  /** The other act; where it stands outside of the register, `text` names it. */
  act: v.nullable(ActReference),
  text: v.nullable(Localized),
  since: v.nullable(day),
  note: v.nullable(Localized),
});
export type Relation = v.InferOutput<typeof Relation>;

const ReviewStep = v.object({
  step: v.picklist(prefectSteps),
  day,
  protocolNumber: v.nullable(v.string()),
  outcome: v.nullable(v.picklist([...reconsiderations, ...rulings])),
  reasons: v.nullable(Localized),
  /** The act by which the council decided again. */
  act: v.nullable(ActReference),
});
export type ReviewStep = v.InferOutput<typeof ReviewStep>;

/** When and by which rule an act comes into force; `isByRule` is false where the act itself says another day. */
const EntryIntoForce = v.object({ ...DeadlineView.entries, isByRule: v.boolean() });

const MeetingReference = v.object({
  kind: v.picklist(meetingKinds),
  title: v.nullable(Localized),
  body: Localized,
  day,
  startsAt: instant,
  url: InBoth,
});
export type MeetingReference = v.InferOutput<typeof MeetingReference>;

const Ballot = v.object({
  choice: v.picklist(choices),
  name: v.string(),
  url: v.nullable(InBoth),
});

/** The vote by which it was adopted. `ballots` are empty where the vote was secret or only counted. */
const Vote = v.object({
  ...VoteCounts.entries,
  method: v.picklist(voteMethods),
  majority: v.picklist(majorities),
  members: v.number(),
  present: v.number(),
  /** Which of several votes on the item this was, from 1. */
  round: v.number(),
  ballots: v.array(Ballot),
});
export type Vote = v.InferOutput<typeof Vote>;

export const timelineKinds = [
  "draft_registered",
  "initiative",
  "initiative_until",
  "consultation",
  "consultation_until",
  "discussed",
  "adopted",
  "announced",
  "notified",
  "in_force",
  ...prefectSteps,
  "amended",
  "supplemented",
  "corrected",
  "implemented",
  "repealed",
  "announce_by",
  "deposit_by",
  "answer_by",
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** One dated event of an act's life, or a day that the law sets for what has not happened yet (`…_by`). */
const TimelineEntry = v.object({
  kind: v.picklist(timelineKinds),
  day,
  /** It is still to come. */
  isAhead: v.boolean(),
  meeting: v.optional(MeetingReference),
  result: v.optional(v.picklist(itemResults)),
  /** Another act that takes part. */
  act: v.optional(ActReference),
  protocolNumber: v.optional(v.string()),
  outcome: v.optional(v.picklist([...reconsiderations, ...rulings])),
  vote: v.optional(VoteCounts),
  /** What is to be said of it: that its day was corrected, which one stood before, and why. */
  notes: v.optional(v.array(Localized)),
});
export type TimelineEntry = v.InferOutput<typeof TimelineEntry>;

const { paper: _, vote: __, proposerKind: ___, ...ofSummary } = ActSummary.entries;

/** One act whole. `body` and `legalBasis` are HTML that has been cleaned. */
export const Act = v.object({
  ...ofSummary,
  body: Named,
  text: v.nullable(Localized),
  legalBasis: v.nullable(Localized),
  proposer: v.nullable(
    v.object({ kind: v.picklist(proposerKinds), text: v.nullable(Localized), named: v.nullable(Named) }),
  ),
  namesPersons: v.boolean(),
  updatedAt: instant,
  publishedAt: instant,
  documents: v.array(v.object({ ...DocumentHistory.entries, role: v.picklist(attachmentRoles), addedAt: instant })),
  meeting: v.nullable(MeetingReference),
  /** Where it stood on the agenda, `3.1`. */
  itemNumber: v.nullable(v.string()),
  /** Where it is seen in the meeting's recording, and at which second. */
  moment: v.nullable(v.object({ url: InBoth, starts: v.number() })),
  vote: v.nullable(Vote),
  draft: v.nullable(v.object({ title: Localized, url: InBoth, stage: v.picklist(draftStages), registeredOn: day })),
  relations: v.object({ to: v.array(Relation), from: v.array(Relation) }),
  prefect: v.object({
    steps: v.array(ReviewStep),
    /** Clocks of the law: until when it is to be deposited, and answered. Several where it was deposited again. */
    clocks: v.array(DeadlineView),
  }),
  announcement: v.nullable(DeadlineView),
  entryIntoForce: v.nullable(EntryIntoForce),
  timeline: v.array(TimelineEntry),
  /** In the series: the number before and the number after, of those that are public. */
  previous: v.nullable(ActReference),
  next: v.nullable(ActReference),
});
export type Act = v.InferOutput<typeof Act>;

/** What stands at the address of a withdrawn act: that it was, when and why, and nothing of what it said. */
export const WithdrawnAct = v.object({
  ...Problem.entries,
  code: v.literal("acts.withdrawn"),
  type: v.picklist(actTypes),
  number: v.number(),
  series: v.string(),
  withdrawnAt: instant,
  reason: Localized,
});
export type WithdrawnAct = v.InferOutput<typeof WithdrawnAct>;

export const NumberGaps = v.object({ items: v.array(NumberGap) });
export type NumberGaps = v.InferOutput<typeof NumberGaps>;

const id = v.pipe(v.string(), v.uuid());
const number = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1, "acts.not_a_number"),
  v.maxValue(99_999, "acts.not_a_number"),
);
const line = (maximum: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(maximum, "text.too_long"));

/** What an act is made of. Its series follows from the day of adoption and the council's policy. */
export const ActInput = v.strictObject({
  type: v.picklist(actTypes),
  nature: v.picklist(actNatures),
  /** The next of its series where none is given. One that leaves others out needs a reason for the gap. */
  number: v.nullish(number),
  gapReason: v.nullish(localizedText(500)),
  title: localizedText(600),
  summary: v.nullish(localizedText(1_000)),
  /** HTML; where persons are named, what the public may read. */
  text: v.nullish(localizedHtml(300_000)),
  legalBasis: v.nullish(localizedHtml(5_000)),
  subject: v.picklist(subjects),
  proposerKind: v.nullish(v.picklist(proposerKinds)),
  /** As the papers print it. */
  proposer: v.nullish(localizedText(300)),
  proposerPersonId: v.nullish(id),
  proposerBodyId: v.nullish(id),
  /** The body that adopted it. */
  bodyId: id,
  agendaItemId: v.nullish(id),
  /** That of the agenda item where none is given. */
  draftActId: v.nullish(id),
  adoptedOn: isoDate,
  namesPersons: v.optional(v.boolean(), false),
  /** It comes from an older register: what that does not say is unknown. */
  fromOldRegister: v.optional(v.boolean(), false),
});
export type ActInput = v.InferInput<typeof ActInput>;

/** What is changed; all else stays. */
export const ActChange = v.partial(ActInput);
export type ActChange = v.InferInput<typeof ActChange>;

/** `inForceOn` only where the act itself says another day than the rule. */
export const Announcement = v.strictObject({ announcedOn: isoDate, inForceOn: v.nullish(isoDate) });
export type Announcement = v.InferInput<typeof Announcement>;
export const Notification = v.strictObject({ notifiedOn: isoDate, inForceOn: v.nullish(isoDate) });
export type Notification = v.InferInput<typeof Notification>;
/** A day that was entered wrongly, as it is. `inForceOn` as above. */
export const DayCorrection = v.strictObject({
  day: isoDate,
  inForceOn: v.nullish(isoDate),
  reason: localizedText(500),
});
export type DayCorrection = v.InferInput<typeof DayCorrection>;
/** What an older register says of an act's days. */
export const RecordedDates = v.strictObject({
  announcedOn: v.nullish(isoDate),
  notifiedOn: v.nullish(isoDate),
  inForceOn: v.nullish(isoDate),
});
export type RecordedDates = v.InferInput<typeof RecordedDates>;

export const GapExplanation = v.strictObject({
  type: v.picklist(actTypes),
  series: v.pipe(v.string(), v.regex(/^\d{4}(-\d{4})?$/, "acts.not_a_series")),
  from: number,
  /** The same where it is one number. */
  to: v.nullish(number),
  reason: localizedText(500),
});
export type GapExplanation = v.InferInput<typeof GapExplanation>;

const relation = {
  kind: v.picklist(relationKinds, "filter.not_a_choice"),
  /** The other act, or in words where it stands outside of the register. */
  targetId: v.nullish(id),
  targetText: v.nullish(localizedText(600)),
  /** From when; an act that repeals does so with its own entry into force where nothing is said. */
  since: v.nullish(isoDate),
  note: v.nullish(localizedText(500)),
};
export const RelationInput = v.pipe(
  v.strictObject({ actId: id, ...relation }),
  v.forward(
    v.check(({ targetId, targetText }) => Boolean(targetId) !== Boolean(targetText), "acts.one_target"),
    ["targetId"],
  ),
);
/** All that an act does to others. */
export const ActRelations = v.optional(
  v.pipe(v.array(v.strictObject(relation)), v.maxLength(100, "acts.too_many_relations")),
  [],
);
export type ActRelations = v.InferOutput<typeof ActRelations>;
export type RelationInput = v.InferInput<typeof RelationInput>;

const protocolNumber = line(40);
/** What each step of the review is told with. */
export const DepositInput = v.strictObject({ day: isoDate, protocolNumber });
export type DepositInput = v.InferInput<typeof DepositInput>;
export const AnswerInput = v.strictObject({ day: isoDate, protocolNumber: v.nullish(protocolNumber) });
export type AnswerInput = v.InferInput<typeof AnswerInput>;
export const ReturnInput = v.strictObject({ ...AnswerInput.entries, reasons: localizedText(10_000) });
export type ReturnInput = v.InferInput<typeof ReturnInput>;
export const ReconsiderationInput = v.strictObject({
  day: isoDate,
  outcome: v.picklist(reconsiderations),
  reasons: v.nullish(localizedText(10_000)),
  /** The act by which the council decided again. */
  resultActId: v.nullish(id),
});
export type ReconsiderationInput = v.InferInput<typeof ReconsiderationInput>;
export const CourtInput = v.strictObject({ ...AnswerInput.entries, reasons: v.nullish(localizedText(10_000)) });
export type CourtInput = v.InferInput<typeof CourtInput>;
export const RulingInput = v.strictObject({ ...CourtInput.entries, outcome: v.picklist(rulings) });
export type RulingInput = v.InferInput<typeof RulingInput>;

/** Why an act is taken back, for its readers. */
export const WithdrawalReason = localizedText(500);

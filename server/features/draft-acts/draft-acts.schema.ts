import * as v from "valibot";
import { Problem } from "../../http/problem.schema.ts";
import { isoDate, Localized, localizedHtml, localizedText } from "../../text.schema.ts";
import { actNatures, actTypes, proposerKinds, subjects } from "../acts/acts.shared.ts";
import { DeadlineView } from "../deadlines/deadline-view.schema.ts";
import { attachmentRoles } from "../documents/attachments.shared.ts";
import { DocumentHistory } from "../documents/documents.schema.ts";
import { itemResults, meetingKinds, meetingStages } from "../meetings/meetings.shared.ts";
import { commentStates, draftStages, noticeAbouts } from "./draft-acts.shared.ts";

export const draftsPerPage = 20;

const InBoth = v.object({ sq: v.string(), en: v.string() });
const instant = v.pipe(v.string(), v.isoTimestamp());
const uuid = v.pipe(v.string(), v.uuid());

/** Who proposes: the kind, as the papers print it, and where that person or body is found on the site. */
export const Proposer = v.object({
  kind: v.picklist(proposerKinds),
  text: v.nullable(Localized),
  person: v.nullable(v.object({ name: v.string(), url: InBoth })),
  body: v.nullable(v.object({ name: Localized, url: InBoth })),
});
export type Proposer = v.InferOutput<typeof Proposer>;

const { steps: _, ...countedEntries } = DeadlineView.entries;
const periodEntries = {
  /** `initiative`: before anything is drafted. `draft`: on the text itself. */
  about: v.picklist(noticeAbouts),
  /** Comments are awaited today. */
  isOpen: v.boolean(),
  /** The day on which it was ended before its time, as when a draft act is withdrawn. */
  endedOn: v.nullable(isoDate),
};
/** A period in which the public may comment. */
export const CommentPeriod = v.object({ ...countedEntries, ...periodEntries });
export type CommentPeriod = v.InferOutput<typeof CommentPeriod>;
/** The same with how its last day was computed. */
export const ExplainedPeriod = v.object({ ...DeadlineView.entries, ...periodEntries });
export type ExplainedPeriod = v.InferOutput<typeof ExplainedPeriod>;

/** One row of the register. Days are `YYYY-MM-DD`. */
export const DraftActSummary = v.object({
  id: v.string(),
  slug: v.string(),
  /** Paths of its page. */
  url: InBoth,
  type: v.picklist(actTypes),
  nature: v.picklist(actNatures),
  title: Localized,
  summary: v.nullable(Localized),
  subject: v.picklist(subjects),
  proposer: v.object({ kind: v.picklist(proposerKinds), text: v.nullable(Localized) }),
  protocolNumber: v.nullable(v.string()),
  registeredOn: isoDate,
  stage: v.picklist(draftStages),
  /** Whether the law asks for consultation. */
  consultationRequired: v.boolean(),
  /** It has come to the Council without a consultation that the law asks for and that lasted its whole time. */
  isWithoutConsultation: v.boolean(),
  /** The last period for comments, if there has been any. */
  period: v.nullable(CommentPeriod),
});
export type DraftActSummary = v.InferOutput<typeof DraftActSummary>;

const Count = <S extends v.GenericSchema>(value: S) => v.object({ value, count: v.number() });

/** A page of the register. Each facet counts what would be found with that value and all other filters as they are. */
export const DraftActList = v.object({
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  items: v.array(DraftActSummary),
  facets: v.object({
    states: v.array(Count(v.picklist(commentStates))),
    stages: v.array(Count(v.picklist(draftStages))),
    subjects: v.array(Count(v.picklist(subjects))),
    proposers: v.array(Count(v.picklist(proposerKinds))),
    years: v.array(Count(v.number())),
  }),
});
export type DraftActList = v.InferOutput<typeof DraftActList>;

/** What awaits comments today, the one that ends first at the head. */
export const OpenDraftActs = v.object({ items: v.array(DraftActSummary) });
export type OpenDraftActs = v.InferOutput<typeof OpenDraftActs>;

/** A notice before drafting: why the act is needed, what is expected of it, and until when views were awaited. */
export const Initiative = v.object({
  ...DraftActSummary.entries,
  reasons: v.nullable(Localized),
  expectedEffect: v.nullable(Localized),
});
export const InitiativeList = v.object({
  total: v.number(),
  page: v.number(),
  pages: v.number(),
  perPage: v.number(),
  items: v.array(Initiative),
});
export type InitiativeList = v.InferOutput<typeof InitiativeList>;

/** Where it stood on an agenda. */
export const Discussion = v.object({
  meeting: v.object({
    url: InBoth,
    kind: v.picklist(meetingKinds),
    stage: v.picklist(meetingStages),
    body: Localized,
    title: v.nullable(Localized),
    startsAt: instant,
    day: isoDate,
  }),
  /** As it is printed: `3.1`. */
  number: v.string(),
  result: v.nullable(v.picklist(itemResults)),
});
export type Discussion = v.InferOutput<typeof Discussion>;

const Attached = v.object({ ...DocumentHistory.entries, role: v.picklist(attachmentRoles), addedAt: instant });

/** One draft act whole. Texts are HTML that has been cleaned, but for title and summary. */
export const DraftAct = v.object({
  ...v.omit(DraftActSummary, ["period", "proposer"]).entries,
  proposer: Proposer,
  body: v.nullable(Localized),
  reasons: v.nullable(Localized),
  expectedEffect: v.nullable(Localized),
  howToComment: v.nullable(Localized),
  stageNote: v.nullable(Localized),
  initiativeFrom: v.nullable(isoDate),
  consultationFrom: v.nullable(isoDate),
  /** Its periods for comments in the order in which they began. */
  periods: v.array(ExplainedPeriod),
  /** Notices whose day was entered wrongly, and those that were given by mistake. */
  corrections: v.array(
    v.object({
      about: v.picklist(noticeAbouts),
      was: isoDate,
      /** The right day; `null` where the notice was taken back. */
      became: v.nullable(isoDate),
      on: isoDate,
      reason: Localized,
    }),
  ),
  documents: v.array(Attached),
  discussions: v.array(Discussion),
  /** The acts that came of it. */
  acts: v.array(
    v.object({
      url: InBoth,
      type: v.picklist(actTypes),
      number: v.number(),
      series: v.string(),
      title: Localized,
      adoptedOn: isoDate,
    }),
  ),
  /** Where the plan of decision-making foresaw it. */
  planned: v.array(v.object({ year: v.number(), month: v.number() })),
  publishedAt: instant,
  updatedAt: instant,
});
export type DraftAct = v.InferOutput<typeof DraftAct>;

/** What stands at the address of a withdrawn draft act: that it was, when and why, and nothing of what it said. */
export const WithdrawnDraftAct = v.object({
  ...Problem.entries,
  code: v.literal("drafts.withdrawn"),
  slug: v.string(),
  withdrawnAt: instant,
  reason: Localized,
});
export type WithdrawnDraftAct = v.InferOutput<typeof WithdrawnDraftAct>;

/** A document that is stored already, and what it is to the draft act. */
export const DraftDocument = v.strictObject({ documentId: uuid, role: v.picklist(attachmentRoles) });

const html = v.nullish(localizedHtml(200_000));
/** What a draft act is made of. */
export const DraftActInput = v.strictObject({
  /** Only where an address is known beforehand; otherwise it comes from the Albanian title. */
  slug: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "drafts.slug_malformed"), v.maxLength(100, "text.too_long")),
  ),
  type: v.picklist(actTypes),
  nature: v.picklist(actNatures),
  title: localizedText(500),
  summary: v.nullish(localizedText(1_000)),
  /** HTML, as the four after it. */
  body: html,
  reasons: html,
  expectedEffect: html,
  howToComment: html,
  subject: v.picklist(subjects),
  proposerKind: v.picklist(proposerKinds),
  proposer: v.nullish(localizedText(300)),
  proposerPersonId: v.nullish(uuid),
  proposerBodyId: v.nullish(uuid),
  protocolNumber: v.nullish(
    v.pipe(v.string(), v.trim(), v.minLength(1, "text.required"), v.maxLength(40, "text.too_long")),
  ),
  registeredOn: v.pipe(
    isoDate,
    v.check((day) => /^(19|20|21)/.test(day), "date.impossible"),
  ),
  /** Whether the law asks for consultation. */
  consultationRequired: v.boolean(),
  documents: v.optional(v.array(DraftDocument), []),
});
export type DraftActInput = v.InferInput<typeof DraftActInput>;

/** What is changed; all else stays. The address never changes; documents are added and taken away one by one. */
export const DraftActChange = v.partial(v.omit(DraftActInput, ["slug", "documents"]));
export type DraftActChange = v.InferInput<typeof DraftActChange>;

/** A reason that readers see. */
export const DraftReason = localizedText(1_000);

/** How few and how many there may be, the rules say in words. */
const workingDays = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999));
/** A period for comments: since which day, and where it is longer than the rules have it, how long and why. */
export const PeriodInput = v.strictObject({
  /** The day of the notice; today when it is left out. */
  from: v.optional(isoDate),
  longer: v.optional(v.strictObject({ workingDays, ground: DraftReason })),
});
export type PeriodInput = v.InferInput<typeof PeriodInput>;

export const ExtensionInput = v.strictObject({ workingDays, ground: DraftReason });
export type ExtensionInput = v.InferInput<typeof ExtensionInput>;

/** The right day of a notice, and why another stood. */
export const NoticeCorrection = v.strictObject({ day: isoDate, reason: DraftReason });
export type NoticeCorrection = v.InferInput<typeof NoticeCorrection>;
export const NoticeTakenBack = v.strictObject({ reason: DraftReason });
export type NoticeTakenBack = v.InferInput<typeof NoticeTakenBack>;

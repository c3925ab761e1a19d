import * as v from "valibot";
import { actNatures, actTypes, proposerKinds, relationKinds, subjects } from "../features/acts/acts.shared.ts";
import { bodyKinds, endReasons, roles } from "../features/bodies/bodies.shared.ts";
import { draftStages } from "../features/draft-acts/draft-acts.shared.ts";
import {
  attendanceStatuses,
  choices,
  itemKinds,
  itemResults,
  majorities,
  meetingKinds,
  voteMethods,
} from "../features/meetings/meetings.shared.ts";
import { localizedText } from "../text.schema.ts";
import { Anchor } from "./source.schema.ts";

const text = localizedText(4000);
const key = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const clock = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/));
const Bilingual = v.strictObject({ sq: v.array(v.string()), en: v.array(v.string()) });

/** A day of a year told from that of the demo's: `{ "year": -3, "day": "06-08" }` is in the third year before. */
const DayOfYear = v.strictObject({
  year: v.pipe(v.number(), v.integer()),
  day: v.pipe(v.string(), v.regex(/^[01]\d-[0-3]\d$/)),
});
export type DayOfYear = v.InferOutput<typeof DayOfYear>;

/** When somebody took or left a place: at the sitting that adopted an act, or so many days ago. */
const Since = v.union([DayOfYear, v.strictObject({ act: key }), v.strictObject({ daysAgo: count })]);
export type Since = v.InferOutput<typeof Since>;

/**
 * At which sitting of the council something is dealt with: the n-th last ordinary one (`ago: 1` is the last), the n-th that is
 * to come, each one, that of a month in every year, the n-th last before a day of the year (the latest such day, `back` years
 * earlier), so many ordinary ones after another act's, or a named extraordinary one.
 */
const When = v.union([
  v.strictObject({ ago: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.strictObject({ ahead: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.strictObject({ monthly: v.literal(true) }),
  v.strictObject({ every: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)) }),
  v.strictObject({ by: v.pipe(v.string(), v.regex(/^[01]\d-[0-3]\d$/)), back: v.optional(count) }),
  v.strictObject({ after: key, meetings: count }),
  v.strictObject({ at: key }),
]);
export type When = v.InferOutput<typeof When>;

/** A day of a meeting that the council's own calendar does not give. */
const MeetingDay = v.union([
  Anchor,
  DayOfYear,
  v.strictObject({ daysAhead: count }),
  /** The demo's own day, whichever day of the week that is. */
  v.strictObject({ today: v.literal(true) }),
  v.strictObject({ beforeMeeting: count, days: count }),
  v.strictObject({ afterMeeting: count, days: count }),
  v.strictObject({ beforeAct: key, days: count }),
]);
export type MeetingDay = v.InferOutput<typeof MeetingDay>;

const Proposer = v.union([
  v.picklist(proposerKinds),
  v.strictObject({ committee: key }),
  v.strictObject({ councillor: key }),
  v.strictObject({ kind: v.picklist(proposerKinds), name: text }),
]);
export type ProposerSource = v.InferOutput<typeof Proposer>;

export const PartySource = v.strictObject({
  key,
  colour: v.string(),
  names: v.pipe(
    v.array(v.strictObject({ from: v.optional(DayOfYear), name: text, short: v.string() })),
    v.minLength(1),
  ),
  ended: v.optional(DayOfYear),
  successor: v.optional(key),
  /** Carries the mayor's proposals, or speaks against them. */
  side: v.optional(v.picklist(["majority", "opposition"])),
});

export const ElectionSource = v.strictObject({
  slug: v.string(),
  kind: v.picklist(["ordinary", "partial", "repeated"]),
  heldOn: DayOfYear,
  term: v.strictObject({ begins: DayOfYear, ends: v.optional(DayOfYear) }),
  seats: count,
  electorate: count,
  voters: count,
  validBallots: count,
  invalidBallots: count,
  source: v.optional(text),
  note: v.optional(text),
  lists: v.array(
    v.strictObject({
      party: v.optional(key),
      name: v.optional(text),
      short: v.optional(v.string()),
      votes: count,
      seats: count,
    }),
  ),
});
export type ElectionSource = v.InferOutput<typeof ElectionSource>;

/** A term whose election has not been entered. */
export const TermSource = v.strictObject({ begins: DayOfYear, ends: v.optional(DayOfYear), seats: count });

const Person = v.strictObject({
  name: v.string(),
  gender: v.picklist(["female", "male"]),
  occupation: v.optional(text),
  cv: v.optional(text),
  phone: v.optional(v.string()),
  email: v.optional(v.string()),
  social: v.optional(v.array(v.strictObject({ network: v.string(), url: v.string() }))),
  /** How often they come to meetings; 0.93 unless told. */
  punctuality: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
export const PeopleSource = v.strictObject({
  emailHost: v.string(),
  councillors: v.array(Person),
  staff: v.optional(v.array(Person), []),
  residents: v.optional(v.array(Person), []),
  /** Where and when councillors receive residents, in turn by seat. */
  receptions: v.optional(v.array(text), []),
});
export type PersonSource = v.InferOutput<typeof Person>;

const Member = v.strictObject({
  person: key,
  role: v.optional(v.picklist(roles), "member"),
  title: v.optional(text),
  since: v.optional(Since),
  until: v.optional(Since),
  how: v.optional(text),
  /** In the term before this one. */
  past: v.optional(v.boolean()),
});
export type MemberSource = v.InferOutput<typeof Member>;

const Holder = v.strictObject({
  person: key,
  since: v.optional(Since),
  until: v.optional(Since),
  reason: v.optional(v.picklist(endReasons)),
  note: v.optional(text),
  how: v.optional(text),
  /** Left the party of the list and joined none. */
  independentSince: v.optional(Since),
});
const describing = {
  functions: v.optional(text),
  duties: v.optional(v.array(text)),
  foundingAct: v.optional(v.union([v.strictObject({ act: key }), text])),
};
const Body = v.strictObject({
  key,
  kind: v.picklist(bodyKinds),
  slug: key,
  name: text,
  unit: v.optional(v.string()),
  phone: v.optional(v.string()),
  email: v.optional(v.string()),
  ...describing,
  since: v.optional(Since),
  until: v.optional(Since),
  /** In the order of the seats; the first is number 1. */
  seats: v.optional(v.array(v.strictObject({ party: v.optional(key), holders: v.array(Holder) }))),
  pastSeats: v.optional(v.array(v.strictObject({ party: key, person: key }))),
  members: v.array(Member),
});
export type BodySource = v.InferOutput<typeof Body>;
export const BodiesSource = v.strictObject({
  /** What bodies of a kind say where they say nothing of their own. */
  defaults: v.optional(v.record(v.string(), v.strictObject(describing)), {}),
  bodies: v.array(Body),
});

export const RepresentationSource = v.strictObject({
  person: key,
  organisation: text,
  role: v.optional(text),
  basis: v.optional(text),
  since: Since,
});

/**
 * How a sitting votes: all for it; the opposition partly against; by majority and opposition; the same with dissenters in the
 * majority; or told by party or person.
 */
const Vote = v.union([
  v.picklist(["agreed", "broad", "divided", "contested"]),
  v.strictObject({
    against: v.optional(v.array(key)),
    abstained: v.optional(v.array(key)),
    members: v.optional(v.record(key, v.picklist(choices))),
  }),
]);
export type VoteSource = v.InferOutput<typeof Vote>;

const Attendance = v.union([v.literal("full"), v.record(key, v.picklist(attendanceStatuses))]);
export type AttendanceSource = v.InferOutput<typeof Attendance>;

const DraftPart = v.strictObject({
  consulted: v.boolean(),
  initiativeDaysBefore: v.optional(count),
  consultationDaysBefore: v.optional(count),
  stage: v.optional(v.picklist(draftStages)),
  registeredDaysAgo: v.optional(count),
  initiativeDaysAgo: v.optional(count),
  consultationDaysAgo: v.optional(count),
  reasons: v.optional(text),
  expectedEffect: v.optional(text),
  howToComment: v.optional(text),
  note: v.optional(text),
});

const Prefect = v.strictObject({
  /** `waiting`: announced and deposited without delay, and not answered yet. */
  course: v.picklist(["no_objection", "no_answer", "returned", "court", "waiting"]),
  reasons: v.optional(text),
  /** The council decided again so many ordinary meetings later. */
  after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  outcome: v.optional(v.picklist(["kept", "changed", "repealed"])),
  /** An entry that is the act by which it decided again; else one is worded from `tenants/demo/wording.json`. */
  resultKey: v.optional(key),
  ends: v.optional(v.picklist(["no_objection", "court", "valid", "invalid"])),
  /** What came later than the law asks. */
  late: v.optional(v.picklist(["announcement", "deposit"])),
});
export type PrefectSource = v.InferOutput<typeof Prefect>;

/** What the council is asked to decide, and did or did not. */
export const BusinessSource = v.strictObject({
  key,
  when: When,
  type: v.optional(v.picklist(actTypes), "decision"),
  subject: v.picklist(subjects),
  nature: v.picklist(actNatures),
  title: text,
  summary: v.optional(text),
  note: v.optional(text),
  legalBasis: v.optional(text),
  points: v.optional(Bilingual),
  proposer: v.optional(Proposer, "mayor"),
  names: v.optional(v.boolean(), false),
  item: v.optional(v.picklist(itemKinds), "draft_act"),
  result: v.optional(v.picklist(itemResults), "adopted"),
  method: v.optional(v.picklist(voteMethods), "by_name"),
  majority: v.optional(v.picklist(majorities), "voting"),
  vote: v.optional(Vote, "agreed"),
  /** Of a secret ballot in a full council. */
  count: v.optional(v.strictObject({ for: count, against: count, abstained: count })),
  attendance: v.optional(Attendance),
  /** Put to the vote is not the act but whether to put it off. */
  voteOn: v.optional(v.literal("postponement")),
  /** Stands before all others on the agenda. */
  first: v.optional(v.boolean(), false),
  /** Came onto the agenda after the notice. */
  added: v.optional(v.boolean(), false),
  relations: v.optional(
    v.array(
      v.union([
        v.strictObject({ kind: v.picklist(relationKinds), act: key }),
        v.strictObject({ kind: v.picklist(relationKinds), text }),
      ]),
    ),
    [],
  ),
  draft: v.optional(DraftPart),
  prefect: v.optional(Prefect, { course: "no_objection" }),
});
export type BusinessSource = v.InferOutput<typeof BusinessSource>;

export const DraftSource = v.strictObject({
  key,
  stage: v.picklist(draftStages),
  type: v.optional(v.picklist(actTypes), "decision"),
  subject: v.picklist(subjects),
  nature: v.picklist(actNatures),
  proposer: v.optional(Proposer, "mayor"),
  title: text,
  summary: v.optional(text),
  reasons: v.optional(text),
  expectedEffect: v.optional(text),
  howToComment: v.optional(text),
  stageNote: v.optional(text),
  /** Its text; of one that is written already. */
  points: v.optional(Bilingual),
  registeredDaysAgo: count,
  initiativeDaysAgo: v.optional(count),
  consultationDaysAgo: v.optional(count),
  extended: v.optional(v.strictObject({ workingDays: count, daysAgo: count, ground: text })),
});
export type DraftSource = v.InferOutput<typeof DraftSource>;

const Item = v.strictObject({
  when: When,
  /** Before or after what is to be decided. */
  place: v.optional(v.picklist(["first", "last"])),
  kind: v.picklist(itemKinds),
  title: text,
  proposer: v.optional(Proposer),
  result: v.optional(v.picklist(itemResults)),
  note: v.optional(text),
  vote: v.optional(Vote),
  method: v.optional(v.picklist(voteMethods)),
  sub: v.optional(v.array(text), []),
});
export type ItemSource = v.InferOutput<typeof Item>;

const OtherItem = v.strictObject({
  kind: v.picklist(itemKinds),
  title: text,
  result: v.optional(v.picklist(itemResults)),
  /** The key of a draft, or of an entry that comes back. */
  draft: v.optional(key),
  secret: v.optional(v.strictObject({ for: count, against: count, abstained: count })),
});
const OtherMeeting = v.strictObject({
  key,
  body: key,
  with: v.optional(v.array(key), []),
  kind: v.picklist(meetingKinds),
  on: MeetingDay,
  at: clock,
  title: v.optional(text),
  description: v.optional(text),
  place: v.optional(text),
  closed: v.optional(text),
  announcedDaysAgo: v.optional(count),
  cancelled: v.optional(v.literal(true)),
  postponedTo: v.optional(key),
  reason: v.optional(text),
  items: v.optional(v.array(OtherItem), []),
});
export type OtherMeetingSource = v.InferOutput<typeof OtherMeeting>;

export const MeetingsSource = v.strictObject({
  hall: text,
  committeeRoom: text,
  broadcast: v.optional(v.string()),
  at: clock,
  committeeAt: clock,
  publicNote: text,
  /** With how many ordinary meetings that were held the register begins. */
  held: count,
  /** `announced`: the next sitting has its notice and agenda, two more are planned. `planned`: there is one, no more. */
  coming: v.optional(v.picklist(["announced", "planned"]), "announced"),
  /** Which committee examines what is about a subject. */
  committees: v.record(v.string(), key),
  /** Decisions of the first series that were taken before the register begins: so many, or so many a month; and why they are not in it. */
  earlier: v.optional(
    v.strictObject({ decisions: v.optional(count), decisionsAMonth: v.optional(count), reason: text }),
  ),
  extraordinary: v.optional(
    v.array(
      v.strictObject({
        key,
        on: Anchor,
        at: clock,
        noticeDaysBefore: count,
        shortNotice: v.optional(text),
        description: v.optional(text),
        closed: v.optional(text),
      }),
    ),
    [],
  ),
  places: v.optional(v.array(v.strictObject({ when: When, place: text, description: v.optional(text) })), []),
  shortNotices: v.optional(v.array(v.strictObject({ when: When, daysBefore: count, reason: text })), []),
  items: v.optional(v.array(Item), []),
  others: v.optional(v.array(OtherMeeting), []),
});
export type MeetingsSource = v.InferOutput<typeof MeetingsSource>;

export const PlanSource = v.strictObject({
  note: v.optional(text),
  years: v.array(v.number()),
  /** The act that adopts it each year. */
  act: v.optional(key),
  yearly: v.array(key),
  acts: v.array(key),
  /** How many months before (or, negative, after) its adoption something had been planned. */
  earlier: v.optional(v.record(key, v.number()), {}),
  further: v.optional(
    v.array(
      v.strictObject({
        year: v.number(),
        month: v.number(),
        type: v.picklist(actTypes),
        subject: v.picklist(subjects),
        consulted: v.boolean(),
        title: text,
        draft: v.optional(key),
        dropped: v.optional(v.strictObject({ on: Anchor, reason: text })),
      }),
    ),
    [],
  ),
});
export type PlanSource = v.InferOutput<typeof PlanSource>;

export const PaySource = v.strictObject({
  legalBasis: text,
  note: v.optional(text),
  rates: v.array(
    v.strictObject({
      appliesTo: v.literal("member"),
      basis: v.literal("month"),
      amount: count,
      year: v.number(),
    }),
  ),
  deduction: v.optional(v.strictObject({ amount: count, note: text })),
  /** The day of the next month on which a month's payments are published. */
  paidOn: count,
});
export type PaySource = v.InferOutput<typeof PaySource>;

export const GapSource = v.strictObject({
  type: v.picklist(actTypes),
  back: v.optional(count),
  number: count,
  /** The last of several. */
  to: v.optional(count),
  /** An act that is not public has an unexplained number: it is told instead of the reason. */
  reason: v.optional(text),
  act: v.optional(v.strictObject({ title: text, subject: v.picklist(subjects), nature: v.picklist(actNatures) })),
});

const byType = v.strictObject({ decision: text, ordinance: text, resolution: text });
const byGender = v.strictObject({ female: text, male: text });

const line = v.string();
const lineByType = v.strictObject({ decision: line, ordinance: line, resolution: line });
const lines = <K extends string>(...names: K[]) =>
  v.strictObject(Object.fromEntries(names.map((name) => [name, line])) as Record<K, typeof line>);

/** How papers are titled in the register, in both languages, and what they say, in Albanian. */
const Papers = v.strictObject({
  titles: v.strictObject({
    ...{ notice: text, agenda: text, noticeAndAgenda: text, minutes: text, draft: byType, report: text },
    ...{ initiative: text, comments: text, act: byType, redacted: byType, prefect: text, late: text, results: text },
  }),
  genres: v.strictObject({
    ...lines("notice", "agenda", "minutes", "report", "initiative", "comments", "prefect", "late", "results").entries,
    ...{ draft: lineByType, act: lineByType },
  }),
  notice: lines("ground", "agendaBelow"),
  minutes: lines(
    ...(["opened", "present", "late", "excused", "absent", "item", "vote", "secret"] as const),
    ...(["against", "abstained", "notVoting", "closed"] as const),
  ),
  results: v.record(v.picklist(itemResults), line),
  report: lines(
    ...(["about", "purpose", "basis", "state", "effect", "consultation", "conclusion", "purposeUsual"] as const),
    ...(["stateUsual", "effectUsual", "consulted", "notConsulted", "propose"] as const),
  ),
  draftNumber: line,
  act: lines("adopted", "announced", "redacted"),
  initiative: lines("ground", "reasons", "effect", "how", "howUsual"),
  comments: v.strictObject({ columns: v.array(line), intro: line }),
  prefect: v.strictObject({ letterhead: v.array(line), ...lines("heading", "ground", "close").entries }),
  late: line,
  election: v.strictObject({
    letterhead: v.array(line),
    ...lines("heading", "ground", "turnout", "valid", "caption", "total").entries,
    columns: v.array(line),
  }),
});

/** What was said in a consultation and what became of it, by the draft's key. */
export const CommentsSource = v.record(key, v.array(lines("comment", "position", "reason")));

/** `tenants/demo/wording.json`: the sentences that acts and papers of every demo council share. */
export const WordingSource = v.strictObject({
  /** Titles of acts by which a council decided again, by outcome and the type of the first act. */
  reconsidered: v.strictObject({ changed: byType, kept: byType, repealed: byType }),
  preamble: byType,
  decided: byType,
  /** In whose proposal it was; the chair's and the secretary's by their gender. */
  proposals: v.strictObject({
    mayor: text,
    councillors: text,
    councillor: byGender,
    committee: text,
    chair: byGender,
    citizens: text,
    secretary: byGender,
    other: text,
  }),
  charged: byType,
  inForce: v.strictObject({ normative: byType, individual: byType }),
  legalBasis: v.record(key, text),
  notice: text,
  convenes: v.record(v.picklist(meetingKinds), text),
  committee: v.strictObject({ examines: byType, first: text, last: text }),
  /** On which ground a majority was applied. */
  majorities: v.strictObject({ voting: text, all: text, three_fifths: text, postponement: text }),
  lateItem: text,
  /** What is written into the minutes that the portal draws, where it leaves room: of the agenda, of drafts, of all else. */
  drawnMinutes: lines("agenda", "discussed", "heard"),
  papers: Papers,
});
export type WordingSource = v.InferOutput<typeof WordingSource>;

import * as v from "valibot";
import { isoDate, Localized } from "../../text.schema.ts";
import { bodyKinds } from "../bodies/bodies.shared.ts";
import { itemKinds, itemResults, majorities, meetingKinds, voteMethods } from "../meetings/meetings.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });
const instant = v.pipe(v.string(), v.isoTimestamp());

export const phases = ["waiting", "open", "break", "closed", "called_off"] as const;
export type Phase = (typeof phases)[number];

/** One sign for each member, in the order of `members`. */
const Signs = v.pipe(v.string(), v.description("One sign a member, in the order of `members`"));

export const ItemNow = v.object({
  state: v.picklist(["waiting", "discussed", "paused", "ended"]),
  /** When it was first called. */
  since: v.nullable(instant),
  result: v.nullable(v.picklist(itemResults)),
});
export type ItemNow = v.InferOutput<typeof ItemNow>;

const Counts = { for: v.number(), against: v.number(), abstained: v.number() };

export const VoteNow = v.object({
  item: v.string(),
  method: v.picklist(voteMethods),
  majority: v.picklist(majorities),
  /** Votes in favour that adopt, where that does not depend on who votes. */
  needed: v.nullable(v.number()),
  since: instant,
  /** `+` for, `-` against, `0` abstained, `.` not yet, `x` away; `null` where a vote has no names. */
  ballots: v.nullable(Signs),
  /** `null` until a vote without names has been counted. */
  counts: v.nullable(v.object(Counts)),
});
export type VoteNow = v.InferOutput<typeof VoteNow>;

export const VoteHeld = v.object({
  item: v.string(),
  method: v.picklist(voteMethods),
  majority: v.picklist(majorities),
  needed: v.number(),
  at: instant,
  ...Counts,
  present: v.number(),
  /** As while it is open, with `.` for who was there and did not vote. */
  ballots: v.nullable(Signs),
  outcome: v.picklist(["adopted", "rejected"]),
});
export type VoteHeld = v.InferOutput<typeof VoteHeld>;

/** A place in `members`, or a guest by name. */
const Voice = { member: v.nullable(v.number()), guest: v.nullable(v.string()) };

/** What moves while a meeting sits. */
export const LiveNow = v.object({
  phase: v.picklist(phases),
  openedAt: v.nullable(instant),
  closedAt: v.nullable(instant),
  /** Since when there is a break. */
  breakSince: v.nullable(instant),
  /** `p` there, `x` away; `null` until the roll was called. */
  roll: v.nullable(Signs),
  present: v.nullable(v.number()),
  /** How many have to be there to decide; `null` where no number is asked for. */
  quorum: v.nullable(v.number()),
  /** The item under discussion, by its id. */
  current: v.nullable(v.string()),
  /** Who has the floor. */
  speaker: v.nullable(v.object({ ...Voice, since: instant })),
  /** Who asked for the floor, in order. */
  speakers: v.array(v.object(Voice)),
  vote: v.nullable(VoteNow),
  /** By the item's id. */
  items: v.record(v.string(), ItemNow),
  /** By the number of the step that closed it. */
  votes: v.record(v.string(), VoteHeld),
});
export type LiveNow = v.InferOutput<typeof LiveNow>;

/** One step of the stream (`event: step`): what is different after it. A vote that is `null` was taken back. */
export const LiveChange = v.object({
  number: v.number(),
  at: instant,
  now: v.partial(v.omit(LiveNow, ["items", "votes"])),
  items: v.optional(v.record(v.string(), ItemNow)),
  votes: v.optional(v.record(v.string(), v.nullable(VoteHeld))),
});
export type LiveChange = v.InferOutput<typeof LiveChange>;

export const LivePaper = v.object({
  title: Localized,
  url: v.string(),
  fileName: v.string(),
  size: v.number(),
});
export type LivePaper = v.InferOutput<typeof LivePaper>;
export const LiveItem = v.object({
  id: v.string(),
  /** As it is read: `3`, `3.1`. */
  number: v.string(),
  depth: v.number(),
  anchor: v.string(),
  kind: v.picklist(itemKinds),
  title: Localized,
  draftUrl: v.nullable(InBoth),
  papers: v.array(LivePaper),
});
export type LiveItem = v.InferOutput<typeof LiveItem>;

/** Where the picture comes from. Only `hls` is played here; `youtube` and `facebook` after a click; all else is a link. */
export const Stream = v.object({
  kind: v.picklist(["hls", "youtube", "facebook", "link"]),
  url: v.string(),
});
export type Stream = v.InferOutput<typeof Stream>;

/** What stays as it is from step to step. */
export const LiveFrame = v.object({
  id: v.string(),
  slug: v.string(),
  url: InBoth,
  meetingUrl: InBoth,
  /** Registers that hold it as data, each with `.csv`, `.xlsx` and `.json`, narrowed by `?meeting=` and its slug. */
  registers: v.object({ votes: InBoth, ballots: InBoth, attendance: InBoth, meeting_steps: InBoth }),
  name: Localized,
  kind: v.picklist(meetingKinds),
  body: v.object({ kind: v.picklist(bodyKinds), name: Localized }),
  day: isoDate,
  startsAt: instant,
  place: v.nullable(Localized),
  stream: v.nullable(Stream),
  members: v.array(v.object({ name: v.string(), url: v.nullable(InBoth) })),
  items: v.array(LiveItem),
  /** What is left of a meeting that is over, once the public has it. */
  record: v.object({ recordingUrl: v.nullable(InBoth), minutes: v.array(LivePaper) }),
});
export type LiveFrame = v.InferOutput<typeof LiveFrame>;

/** A meeting as it stands now. `number` is that of its last step, from which the stream goes on. */
export const LiveMeeting = v.object({
  number: v.number(),
  /** Changes with what is in `meeting`: it is asked for again then. */
  frame: v.string(),
  meeting: LiveFrame,
  now: LiveNow,
});
export type LiveMeeting = v.InferOutput<typeof LiveMeeting>;

/** A meeting that sits or is about to. */
export const Watched = v.object({
  slug: v.string(),
  url: InBoth,
  name: Localized,
  startsAt: instant,
  phase: v.picklist(phases),
  /** Its time has come, and it was not opened yet. */
  isLate: v.boolean(),
  /** The item under discussion. */
  current: v.nullable(v.object({ number: v.string(), title: Localized })),
  isVoting: v.boolean(),
});
export type Watched = v.InferOutput<typeof Watched>;
/** What can be watched now, the one that sits first. */
export const Watch = v.object({
  meetings: v.array(Watched),
  /** The next meeting after these that the public may follow. */
  next: v.nullable(Watched),
});
export type Watch = v.InferOutput<typeof Watch>;

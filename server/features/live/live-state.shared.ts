import { outcomeOf, quorumOf } from "../meetings/counting.shared.ts";
import type { AttendanceStatus, Choice, Majority, VoteMethod } from "../meetings/meetings.shared.ts";
import type { LiveStep } from "./steps.schema.ts";
import type { CastChoice, Ending } from "./steps.shared.ts";

/** A step of the log: `number` counts from 1 without a gap, `at` is when it happened. */
export interface LoggedStep {
  number: number;
  at: Date;
  step: LiveStep;
}

/** What does not change while the meeting goes on, as far as the rules need it. */
export interface Chamber {
  /** In the council's own order. */
  members: readonly string[];
  items: readonly string[];
  /** Whether fewer than more than half of all members can decide nothing: the council's own meetings. */
  needsQuorum: boolean;
}

export interface Presence {
  status: AttendanceStatus;
  isPresent: boolean;
  arrivedAt: Date | null;
  leftAt: Date | null;
}

export interface OpenVote {
  /** The console's name for it. */
  id: string;
  /** Of the step that opened it. */
  number: number;
  itemId: string;
  method: VoteMethod;
  majority: Majority;
  majorityReason: { sq: string; en?: string | null | undefined } | null;
  openedAt: Date;
  ballots: ReadonlyMap<string, CastChoice>;
}

export interface HeldVote extends Omit<OpenVote, "ballots"> {
  closedAt: Date;
  /** Of the step that closed it. */
  closedBy: number;
  members: number;
  present: number;
  votesFor: number;
  votesAgainst: number;
  abstentions: number;
  outcome: "adopted" | "rejected";
  /** `null` where there are no names: of a count, and of a secret vote. */
  ballots: ReadonlyMap<string, Choice> | null;
}

/** A stretch of time for which an item was under discussion. */
export interface Span {
  from: Date;
  until: Date | null;
}
export interface ItemState {
  state: "waiting" | "discussed" | "paused" | "ended";
  spans: readonly Span[];
  ending: Ending | null;
}

/** A member, or a guest by name. */
export interface Speaker {
  personId: string | null;
  guest: string | null;
}
interface GivenSpeaker {
  personId?: string | null | undefined;
  guest?: string | null | undefined;
}
export interface Speech extends Speaker {
  itemId: string | null;
  from: Date;
  until: Date | null;
}

export interface LiveState {
  phase: "waiting" | "open" | "break" | "closed";
  openedAt: Date | null;
  closedAt: Date | null;
  /** `null` until the roll was called. */
  roll: ReadonlyMap<string, Presence> | null;
  present: number;
  /** How many have to be there; `null` where no number is asked for. */
  quorum: number | null;
  agendaApproved: boolean;
  items: ReadonlyMap<string, ItemState>;
  /** The item under discussion. */
  current: string | null;
  speakers: readonly Speaker[];
  speech: Speech | null;
  speeches: readonly Speech[];
  vote: OpenVote | null;
  votes: readonly HeldVote[];
  breaks: readonly Span[];
  lastAt: Date | null;
}

/** Why a step cannot be taken: a code with a phrase, and what fills it in. */
export class StepRefused extends Error {
  override name = "StepRefused";
  readonly code: string;
  readonly values: Record<string, string | number>;
  constructor(code: string, values: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}
const refuse = (code: string, values?: Record<string, string | number>): never => {
  throw new StepRefused(code, values);
};

export const beforeOpening = ({ items, members, needsQuorum }: Chamber): LiveState => ({
  phase: "waiting",
  openedAt: null,
  closedAt: null,
  roll: null,
  present: 0,
  quorum: needsQuorum ? quorumOf(members.length) : null,
  agendaApproved: false,
  items: new Map(items.map((id) => [id, { state: "waiting", spans: [], ending: null }])),
  current: null,
  speakers: [],
  speech: null,
  speeches: [],
  vote: null,
  votes: [],
  breaks: [],
  lastAt: null,
});

const changed = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value);
const countPresent = (roll: ReadonlyMap<string, Presence>) =>
  [...roll.values()].filter(({ isPresent }) => isPresent).length;
const ended = (spans: readonly Span[], at: Date): Span[] =>
  spans.map((span) => (span.until ? span : { ...span, until: at }));

/** Whether there are enough to decide. */
export const hasQuorum = ({ present, quorum }: LiveState): boolean => quorum === null || present >= quorum;

type Taking<K extends LiveStep["kind"]> = (
  state: LiveState,
  step: Extract<LiveStep, { kind: K }>,
  logged: { at: Date; number: number },
  chamber: Chamber,
) => LiveState;

const checkIsOpen = ({ phase }: LiveState) => {
  if (phase === "waiting") refuse("live.not_open");
  if (phase === "closed") refuse("live.closed_already");
  if (phase === "break") refuse("live.in_break");
};
const checkIsMember = ({ members }: Chamber, id: string) => {
  if (!members.includes(id)) refuse("meetings.not_a_member");
};
const checkNoVote = ({ vote }: LiveState) => {
  if (vote) refuse("live.vote_is_open");
};
const checkIsCurrent = ({ current }: LiveState, itemId: string) => {
  if (!current) refuse("live.no_item");
  if (current !== itemId) refuse("live.another_item");
};
const openVote = ({ vote }: LiveState, id: string): OpenVote => {
  if (!vote) return refuse("live.no_vote");
  return vote.id === id ? vote : refuse("live.another_vote");
};
const rollOf = ({ roll }: LiveState) => roll ?? refuse("live.roll_missing");

/** @throws {StepRefused} unless it is a member, or a guest */
function speakerOf({ personId, guest }: GivenSpeaker, chamber: Chamber): Speaker {
  if (Boolean(personId) === Boolean(guest)) refuse("live.speaker_unknown");
  if (personId) checkIsMember(chamber, personId);
  return { personId: personId ?? null, guest: guest ?? null };
}
const isSame = (one: Speaker, other: Speaker) => one.personId === other.personId && one.guest === other.guest;
const isThere = (state: LiveState, id: string): boolean => rollOf(state).get(id)?.isPresent ?? false;
const checkIsThere = (state: LiveState, { personId }: Speaker) => {
  if (personId && !isThere(state, personId)) refuse("live.speaker_away");
};

const withRoll = (state: LiveState, roll: ReadonlyMap<string, Presence>): LiveState => ({
  ...state,
  roll,
  present: countPresent(roll),
});
const endSpeech = (state: LiveState, at: Date): LiveState =>
  state.speech ? { ...state, speech: null, speeches: [...state.speeches, { ...state.speech, until: at }] } : state;

function leaveItem(state: LiveState, at: Date, into: "paused" | "ended", ending: Ending | null = null): LiveState {
  const item = state.items.get(state.current!)!;
  const items = changed(state.items, state.current!, { state: into, spans: ended(item.spans, at), ending });
  return { ...endSpeech(state, at), items, current: null, speakers: [] };
}

const cast = ([, choice]: [string, Choice]) => choice !== "absent";

const taking: { [K in LiveStep["kind"]]: Taking<K> } = {
  opened(state, _, { at }) {
    if (state.phase === "closed") refuse("live.closed_already");
    if (state.phase !== "waiting") refuse("live.open_already");
    return { ...state, phase: "open", openedAt: at };
  },
  roll_called(state, { members }, { at }, chamber) {
    checkIsOpen(state);
    checkNoVote(state);
    const seen = new Set<string>();
    for (const { personId } of members) {
      checkIsMember(chamber, personId);
      if (seen.has(personId)) refuse("meetings.attends_twice");
      seen.add(personId);
    }
    if (seen.size < chamber.members.length) refuse("meetings.attendance_incomplete");
    const voted = new Set(state.votes.flatMap(({ ballots }) => [...(ballots ?? [])].filter(cast).map(([id]) => id)));
    const roll = new Map<string, Presence>();
    for (const { personId, status } of members) {
      const before = state.roll?.get(personId);
      const isPresent = status === "present" || status === "late";
      if (!isPresent && voted.has(personId)) refuse("live.voted_earlier");
      const arrivedAt = isPresent ? (before?.arrivedAt ?? (status === "late" ? at : null)) : null;
      roll.set(personId, { status, isPresent, arrivedAt, leftAt: null });
    }
    return withRoll(state, roll);
  },
  arrived(state, { personId }, { at }, chamber) {
    checkIsOpen(state);
    checkIsMember(chamber, personId);
    const roll = rollOf(state);
    const before = roll.get(personId);
    if (before?.isPresent) refuse("live.there_already");
    // Who comes back was there before: only the first arrival is late.
    const isBack = before?.status === "present" || before?.status === "late";
    const now: Presence = isBack
      ? { ...before!, isPresent: true, leftAt: null }
      : { status: "late", isPresent: true, arrivedAt: at, leftAt: null };
    return withRoll(state, changed(roll, personId, now));
  },
  left(state, { personId }, { at }, chamber) {
    checkIsOpen(state);
    checkIsMember(chamber, personId);
    const roll = rollOf(state);
    const before = roll.get(personId);
    if (!before?.isPresent) return refuse("live.away_already");
    if (state.vote?.ballots.has(personId)) refuse("live.voted_already");
    const without = state.speech?.personId === personId ? endSpeech(state, at) : state;
    const speakers = without.speakers.filter((one) => one.personId !== personId);
    return withRoll({ ...without, speakers }, changed(roll, personId, { ...before, isPresent: false, leftAt: at }));
  },
  agenda_approved(state) {
    checkIsOpen(state);
    if (state.agendaApproved) refuse("live.agenda_approved_already");
    return { ...state, agendaApproved: true };
  },
  // The agenda has it from the moment at which this is taken; before that nothing can be told of it.
  item_added(state) {
    if (state.phase === "closed") refuse("live.closed_already");
    checkNoVote(state);
    return state;
  },
  item_started(state, { itemId }, { at }) {
    checkIsOpen(state);
    checkNoVote(state);
    const item = state.items.get(itemId) ?? refuse("meetings.item_not_found");
    if (state.current === itemId) refuse("live.item_started_already");
    if (item.state === "ended") refuse("live.item_ended_already");
    // One item at a time: the one before it waits for the rest of it.
    const free = state.current ? leaveItem(state, at, "paused") : state;
    const spans = [...item.spans, { from: at, until: null }];
    return {
      ...free,
      current: itemId,
      items: changed(free.items, itemId, { state: "discussed", spans, ending: null }),
    };
  },
  item_paused(state, { itemId }, { at }) {
    checkIsOpen(state);
    checkNoVote(state);
    checkIsCurrent(state, itemId);
    return leaveItem(state, at, "paused");
  },
  item_ended(state, { itemId, ending }, { at }) {
    checkIsOpen(state);
    checkNoVote(state);
    const item = state.items.get(itemId) ?? refuse("meetings.item_not_found");
    if (item.state === "ended") refuse("live.item_ended_already");
    const isPutOff = ending === "postponed" || ending === "withdrawn";
    if (!isPutOff) checkIsCurrent(state, itemId);
    const last = state.votes.findLast((vote) => vote.itemId === itemId);
    const fits = ending === "adopted_changed" ? last?.outcome === "adopted" : !ending || last?.outcome !== "adopted";
    if (!fits) refuse("meetings.result_contradicts_vote");
    if (state.current === itemId) return leaveItem(state, at, "ended", ending ?? null);
    return { ...state, items: changed(state.items, itemId, { ...item, state: "ended", ending: ending ?? null }) };
  },
  speaker_listed(state, given, _, chamber) {
    checkIsOpen(state);
    const speaker = speakerOf(given, chamber);
    checkIsThere(state, speaker);
    if (state.speakers.some((one) => isSame(one, speaker))) refuse("live.speaker_listed_already");
    return { ...state, speakers: [...state.speakers, speaker] };
  },
  speaker_unlisted(state, given, _, chamber) {
    checkIsOpen(state);
    const speaker = speakerOf(given, chamber);
    if (!state.speakers.some((one) => isSame(one, speaker))) refuse("live.speaker_not_listed");
    return { ...state, speakers: state.speakers.filter((one) => !isSame(one, speaker)) };
  },
  speaker_began(state, given, { at }, chamber) {
    checkIsOpen(state);
    checkNoVote(state);
    const speaker = speakerOf(given, chamber);
    checkIsThere(state, speaker);
    if (state.speech && isSame(state.speech, speaker)) refuse("live.speaks_already");
    const free = endSpeech(state, at);
    const speakers = free.speakers.filter((one) => !isSame(one, speaker));
    return { ...free, speakers, speech: { ...speaker, itemId: free.current, from: at, until: null } };
  },
  speaker_ended(state, given, { at }, chamber) {
    checkIsOpen(state);
    if (!state.speech) refuse("live.nobody_speaks");
    if (!isSame(state.speech!, speakerOf(given, chamber))) refuse("live.another_speaks");
    return endSpeech(state, at);
  },
  vote_opened(state, { vote: id, itemId, method, majority, majorityReason }, { at, number }) {
    checkIsOpen(state);
    checkNoVote(state);
    rollOf(state);
    checkIsCurrent(state, itemId);
    if (state.votes.some((one) => one.id === id)) refuse("live.another_vote");
    if (!hasQuorum(state)) refuse("meetings.no_quorum", { present: state.present, needed: state.quorum! });
    const vote = { id, number, itemId, method, majority, majorityReason: majorityReason ?? null, openedAt: at };
    return { ...endSpeech(state, at), vote: { ...vote, ballots: new Map() } };
  },
  ballots_cast(state, { vote: id, ballots }, _, chamber) {
    checkIsOpen(state);
    const vote = openVote(state, id);
    if (vote.method !== "by_name")
      refuse(vote.method === "secret" ? "meetings.secret_vote_named" : "meetings.count_named");
    const seen = new Set<string>();
    const all = new Map(vote.ballots);
    for (const { personId, choice } of ballots) {
      checkIsMember(chamber, personId);
      if (seen.has(personId)) refuse("meetings.votes_twice");
      seen.add(personId);
      if (!isThere(state, personId)) refuse("meetings.absent_member_votes");
      if (choice === null) all.delete(personId);
      else all.set(personId, choice);
    }
    return { ...state, vote: { ...vote, ballots: all } };
  },
  vote_closed(state, { vote: id, counts }, { at, number }, { members }) {
    checkIsOpen(state);
    const vote = openVote(state, id);
    if (!hasQuorum(state)) refuse("meetings.no_quorum", { present: state.present, needed: state.quorum! });
    const isNamed = vote.method === "by_name";
    if (isNamed === Boolean(counts)) refuse(isNamed ? "meetings.counted_from_ballots" : "live.counts_missing");
    if (isNamed && vote.ballots.size === 0) refuse("live.nobody_voted");
    const count = (choice: CastChoice) => [...vote.ballots.values()].filter((one) => one === choice).length;
    const tally = counts ?? { votesFor: count("for"), votesAgainst: count("against"), abstentions: count("abstained") };
    const sum = tally.votesFor + tally.votesAgainst + tally.abstentions;
    if (sum > state.present) refuse("meetings.more_votes_than_present");
    if (sum === 0) refuse("live.nobody_voted");
    const named = new Map<string, Choice>(
      members.map((id) => [id, vote.ballots.get(id) ?? (isThere(state, id) ? "not_voting" : "absent")]),
    );
    const held: HeldVote = {
      ...vote,
      ...tally,
      closedAt: at,
      closedBy: number,
      members: members.length,
      present: state.present,
      outcome: outcomeOf(vote.majority, { members: members.length, ...tally }),
      ballots: isNamed ? named : null,
    };
    return { ...state, vote: null, votes: [...state.votes, held] };
  },
  vote_abandoned(state, { vote }) {
    checkIsOpen(state);
    openVote(state, vote);
    return { ...state, vote: null };
  },
  break_began(state, _, { at }) {
    checkIsOpen(state);
    checkNoVote(state);
    return { ...endSpeech(state, at), phase: "break", breaks: [...state.breaks, { from: at, until: null }] };
  },
  break_ended(state, _, { at }) {
    if (state.phase !== "break") refuse("live.no_break");
    return { ...state, phase: "open", breaks: ended(state.breaks, at) };
  },
  closed(state, _, { at }) {
    if (state.phase === "waiting") refuse("live.not_open");
    if (state.phase === "closed") refuse("live.closed_already");
    checkNoVote(state);
    const free = state.current ? leaveItem(state, at, "paused") : endSpeech(state, at);
    return { ...free, phase: "closed", closedAt: at, breaks: ended(free.breaks, at) };
  },
  struck() {
    throw new Error("A struck step is left out before the log is gone through.");
  },
};

/**
 * What a meeting is after one more step.
 * @throws {StepRefused}
 */
export function afterStep(state: LiveState, { step, at, number }: LoggedStep, chamber: Chamber): LiveState {
  if (state.lastAt && at < state.lastAt) refuse("live.before_the_last");
  const take = taking[step.kind] as Taking<typeof step.kind>;
  return { ...take(state, step as never, { at, number }, chamber), lastAt: at };
}

/** The steps that count, in order: those that were struck, and the striking itself, are left out. */
export function standingSteps(log: readonly LoggedStep[]): LoggedStep[] {
  const struck = new Set(log.flatMap(({ step }) => (step.kind === "struck" ? [step.number] : [])));
  return log.filter(({ step, number }) => step.kind !== "struck" && !struck.has(number));
}

/** What a meeting has come to. Throws only for a log that was never checked. */
export const stateOf = (log: readonly LoggedStep[], chamber: Chamber): LiveState =>
  standingSteps(log).reduce((state, logged) => afterStep(state, logged, chamber), beforeOpening(chamber));

/**
 * What the meeting is when one more step is written down, also one that strikes an earlier one: then everything after it
 * must still be possible.
 * @throws {StepRefused}
 */
export function taken(log: readonly LoggedStep[], next: LoggedStep, chamber: Chamber): LiveState {
  const { step } = next;
  if (step.kind !== "struck") return afterStep(stateOf(log, chamber), next, chamber);
  const asked = standingSteps(log).find(({ number }) => number === step.number);
  if (!asked) return refuse("live.step_unknown");
  const rest = standingSteps([...log, next]);
  let state = beforeOpening(chamber);
  for (const logged of rest)
    try {
      state = afterStep(state, logged, chamber);
    } catch (refusal) {
      if (refusal instanceof StepRefused) refuse("live.others_rest_on_it", { number: logged.number });
      throw refusal;
    }
  return state;
}

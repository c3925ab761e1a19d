import type { Chamber, LiveState, Speaker } from "../live/live-state.shared.ts";
import { quorumOf, votesNeeded } from "../meetings/counting.shared.ts";
import type { Choice, ItemResult, MeetingStage } from "../meetings/meetings.shared.ts";
import type { ItemNow, LiveChange, LiveNow, Phase, VoteHeld, VoteNow } from "./following.schema.ts";

const iso = (instant: Date | null | undefined) => instant?.toISOString() ?? null;

const signs: Record<Choice, string> = { for: "+", against: "-", abstained: "0", not_voting: ".", absent: "x" };

/** Votes in favour that adopt, where that is known before the vote is over. */
const neededOf = ({ majority }: { majority: VoteNow["majority"] }, members: number) =>
  majority === "voting" ? null : votesNeeded(majority, { members, votesFor: 0, votesAgainst: 0, abstentions: 0 });

/** Only a vote by name has names, whatever a state may hold of it. */
function voteNow({ vote, roll }: LiveState, { members }: Chamber): VoteNow | null {
  if (!vote) return null;
  const { itemId: item, method, majority, openedAt } = vote;
  const isNamed = method === "by_name";
  const count = (choice: Choice) => [...vote.ballots.values()].filter((one) => one === choice).length;
  return {
    ...{ item, method, majority, needed: neededOf(vote, members.length), since: openedAt.toISOString() },
    ballots: isNamed
      ? members
          .map((id) => signs[vote.ballots.get(id) ?? (roll?.get(id)?.isPresent ? "not_voting" : "absent")])
          .join("")
      : null,
    counts: isNamed ? { for: count("for"), against: count("against"), abstained: count("abstained") } : null,
  };
}

function votesHeld({ votes }: LiveState, { members }: Chamber): LiveNow["votes"] {
  return Object.fromEntries(
    votes.map((vote): [string, VoteHeld] => [
      String(vote.closedBy),
      {
        ...{ item: vote.itemId, method: vote.method, majority: vote.majority, outcome: vote.outcome },
        needed: votesNeeded(vote.majority, vote),
        at: vote.closedAt.toISOString(),
        ...{ for: vote.votesFor, against: vote.votesAgainst, abstained: vote.abstentions, present: vote.present },
        ballots:
          vote.method === "by_name" && vote.ballots
            ? members.map((id) => signs[vote.ballots!.get(id) ?? "absent"]).join("")
            : null,
      },
    ]),
  );
}

/** An item is what it ended as; else what its last vote made of it. */
function itemsNow({ items, votes }: LiveState): LiveNow["items"] {
  const voted = new Map<string, ItemResult>(votes.map(({ itemId, outcome }) => [itemId, outcome]));
  return Object.fromEntries(
    [...items].map(([id, { state, spans, ending }]): [string, ItemNow] => [
      id,
      { state, since: iso(spans[0]?.from), result: ending ?? voted.get(id) ?? null },
    ]),
  );
}

/**
 * What the public sees of a meeting that is run from the console. Of a vote that is secret or by count there are sums,
 * and those only when it is over.
 */
export function liveNow(state: LiveState, chamber: Chamber): LiveNow {
  const place = new Map(chamber.members.map((id, at) => [id, at]));
  const voiceOf = ({ personId, guest }: Speaker) => ({ member: place.get(personId ?? "") ?? null, guest });
  const { speech, roll } = state;
  const current = state.breaks.at(-1);
  return {
    phase: state.phase,
    openedAt: iso(state.openedAt),
    closedAt: iso(state.closedAt),
    breakSince: state.phase === "break" ? iso(current?.from) : null,
    roll: roll && chamber.members.map((id) => (roll.get(id)?.isPresent ? "p" : "x")).join(""),
    present: roll ? state.present : null,
    quorum: state.quorum,
    current: state.current,
    speaker: speech && { ...voiceOf(speech), since: speech.from.toISOString() },
    speakers: state.speakers.map(voiceOf),
    vote: voteNow(state, chamber),
    items: itemsNow(state),
    votes: votesHeld(state, chamber),
  };
}

/** A meeting of which nothing is written down from step to step, as the register has it. */
export interface Registered {
  stage: MeetingStage;
  openedAt: Date | null;
  closedAt: Date | null;
  present: number | null;
  results: ReadonlyMap<string, ItemResult | null>;
}

const phaseOf: Record<MeetingStage, Phase> = {
  planned: "waiting",
  announced: "waiting",
  open: "open",
  closed: "closed",
  minutes_published: "closed",
  cancelled: "called_off",
  postponed: "called_off",
};

export function registeredNow(meeting: Registered, { members, needsQuorum }: Chamber): LiveNow {
  return {
    phase: phaseOf[meeting.stage],
    openedAt: iso(meeting.openedAt),
    closedAt: iso(meeting.closedAt),
    breakSince: null,
    roll: null,
    present: meeting.present,
    quorum: needsQuorum ? quorumOf(members.length) : null,
    ...{ current: null, speaker: null, speakers: [], vote: null, votes: {} },
    items: Object.fromEntries(
      [...meeting.results].map(([id, result]): [string, ItemNow] => [
        id,
        { state: result ? "ended" : "waiting", since: null, result },
      ]),
    ),
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function different<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>) {
  const changed: Record<string, T | null> = {};
  for (const [key, value] of Object.entries(after)) if (!same(before[key], value)) changed[key] = value;
  for (const key of Object.keys(before)) if (!(key in after)) changed[key] = null;
  return Object.keys(changed).length > 0 ? changed : undefined;
}

/** What is different after a step. */
export function changeBetween(before: LiveNow, after: LiveNow): Omit<LiveChange, "number" | "at"> {
  const { items, votes, ...now } = after;
  const { items: itemsBefore, votes: votesBefore, ...nowBefore } = before;
  return {
    now: different(nowBefore, now) ?? {},
    items: different(itemsBefore, items) as LiveChange["items"],
    votes: different(votesBefore, votes),
  };
}

import type { LiveMeeting, VoteHeld, VoteNow } from "../../../server/features/following/following.schema.ts";
import type { SeatTone } from "../../ui/hemicycle.tsx";

const tones: Record<string, SeatTone> = {
  "+": "for",
  "-": "against",
  "0": "abstained",
  ".": "not_voting",
  x: "absent",
};
/** In the order in which they are drawn from the left. */
export const toneOrder = ["for", "against", "abstained", "not_voting", "absent"] as const satisfies SeatTone[];

export interface Ballot {
  name: string;
  url: LiveMeeting["meeting"]["members"][number]["url"];
  tone: SeatTone;
}

/** Who voted how, in the council's own order; `null` where a vote has no names. */
export const ballotsOf = ({ members }: LiveMeeting["meeting"], { ballots }: VoteNow | VoteHeld): Ballot[] | null =>
  ballots ? members.map((member, at) => ({ ...member, tone: tones[ballots[at]!]! })) : null;

/** The last vote on an item, with the number of the step that ended it. */
export const lastVoteOn = ({ votes }: LiveMeeting["now"], item: string | null): VoteHeld | undefined =>
  Object.entries(votes)
    .sort(([one], [other]) => Number(other) - Number(one))
    .find(([, vote]) => vote.item === item)?.[1];

/** What is decided, the last first: votes, and items that ended without one. */
export interface Decided {
  item: LiveMeeting["meeting"]["items"][number];
  result: NonNullable<LiveMeeting["now"]["items"][string]["result"]>;
  vote: VoteHeld | undefined;
}
export function decidedSoFar({ meeting, now }: LiveMeeting): Decided[] {
  const decided = meeting.items.flatMap((item): Decided[] => {
    const { result } = now.items[item.id] ?? {};
    return result ? [{ item, result, vote: lastVoteOn(now, item.id) }] : [];
  });
  const at = ({ item, vote }: Decided) => vote?.at ?? now.items[item.id]?.since ?? "";
  return decided.sort((one, other) => at(other).localeCompare(at(one)));
}

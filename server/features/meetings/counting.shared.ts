import type { Majority } from "./meetings.shared.ts";

export interface Counted {
  members: number;
  votesFor: number;
  votesAgainst: number;
  abstentions: number;
}

/** More than half of all members. */
export const quorumOf = (members: number): number => Math.floor(members / 2) + 1;

/** How many votes in favour adopt an item. */
export function votesNeeded(majority: Majority, { members, votesFor, votesAgainst, abstentions }: Counted): number {
  if (majority === "all") return quorumOf(members);
  if (majority === "three_fifths") return Math.ceil((members * 3) / 5);
  return Math.floor((votesFor + votesAgainst + abstentions) / 2) + 1;
}

export const outcomeOf = (majority: Majority, counted: Counted): "adopted" | "rejected" =>
  counted.votesFor >= votesNeeded(majority, counted) ? "adopted" : "rejected";

import type { AttendanceStatus, Choice, Majority } from "../../features/meetings/meetings.shared.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { DemoMeeting, DemoVote } from "../council-content.ts";
import type { AttendanceSource, VoteSource } from "../council-source.schema.ts";
import { between, chance } from "./chance.ts";

type Attendance = DemoMeeting["attendance"];
const mostAbsent = 5;
const usualPunctuality = 0.93;

/** The time so many minutes later. */
export const later = (time: string, minutes: number): string =>
  Temporal.PlainTime.from(time).add({ minutes }).toString({ smallestUnit: "minute" });

const isPresent = (status: AttendanceStatus) => status === "present" || status === "late";

export const presentIn = (attendance: Attendance): number =>
  attendance.filter(({ status }) => isPresent(status)).length;

/** Who came to a meeting; told by name, or as people usually come. Few enough stay away that the body can decide. */
export function attendanceOf(
  meeting: { key: string; at: string },
  members: readonly string[],
  punctuality: ReadonlyMap<string, number>,
  told?: AttendanceSource,
): Attendance {
  if (told === "full") return members.map((person) => ({ person, status: "present" }));
  if (told) return members.map((person) => ({ person, status: (told[person] as AttendanceStatus) ?? "present" }));
  let absent = 0;
  const most = Math.min(mostAbsent, Math.ceil(members.length / 2) - 1);
  return members.map((person) => {
    const luck = chance("attendance", meeting.key, person);
    if (luck > (punctuality.get(person) ?? usualPunctuality) && absent < most) {
      absent += 1;
      return { person, status: chance("reason", meeting.key, person) < 0.75 ? "absent_with_reason" : "absent" };
    }
    const isLate = luck < 0.04 && members.length > 10;
    if (!isLate) return { person, status: "present" };
    return { person, status: "late", arrivedAt: later(meeting.at, between(12, 35, "late", meeting.key, person)) };
  });
}

/** How a party votes when nobody tells it otherwise: what share is for and what against; the rest abstain. */
interface Leaning {
  for: number;
  against: number;
}
const allFor: Leaning = { for: 1, against: 0 };
const leanings = {
  agreed: { majority: allFor, opposition: { for: 0.97, against: 0 }, between: allFor },
  broad: { majority: allFor, opposition: { for: 0.6, against: 0.12 }, between: { for: 0.85, against: 0 } },
  divided: { majority: allFor, opposition: { for: 0.06, against: 0.74 }, between: { for: 0.5, against: 0.1 } },
  contested: {
    majority: { for: 0.86, against: 0.04 },
    opposition: { for: 0.03, against: 0.85 },
    between: { for: 0.4, against: 0.3 },
  },
} satisfies Record<string, Record<"majority" | "opposition" | "between", Leaning>>;

export interface Chamber {
  /** Everybody who is a member on that day. */
  members: readonly string[];
  partyOf: (person: string) => string | null;
  /** Parties that carry the mayor's proposals, and those against them; all others stand between. */
  majority: readonly string[];
  opposition: readonly string[];
}

function sideOf({ partyOf, majority, opposition }: Chamber, person: string) {
  const party = partyOf(person);
  if (party && majority.includes(party)) return "majority";
  return party && opposition.includes(party) ? "opposition" : "between";
}

function choiceOf(chamber: Chamber, person: string, vote: VoteSource, key: string): Choice {
  if (typeof vote !== "string") {
    const names = [person, chamber.partyOf(person) ?? person];
    const told = vote.members?.[person];
    if (told) return told;
    if (names.some((one) => vote.against?.includes(one))) return "against";
    return names.some((one) => vote.abstained?.includes(one)) ? "abstained" : "for";
  }
  const leaning = leanings[vote][sideOf(chamber, person)];
  const luck = chance("vote", key, person);
  if (luck < leaning.for) return "for";
  return luck < leaning.for + leaning.against ? "against" : "abstained";
}

/** How many votes a majority asks for. */
const votesNeeded = (majority: Majority, members: number, voting: number): number =>
  ({
    voting: Math.floor(voting / 2) + 1,
    all: Math.floor(members / 2) + 1,
    three_fifths: Math.ceil((members * 3) / 5),
  })[majority];

interface Question {
  key: string;
  majority: Majority;
  vote: VoteSource;
  majorityReason: LocalizedText;
  /** What came of it. */
  outcome: "adopted" | "rejected";
  at: string;
}

/**
 * A vote by name in a chamber. Where as many would not do for what came of it, those who hesitate come round, in an order
 * that is always the same.
 */
export function voteByName(chamber: Chamber, attendance: Attendance, question: Question): DemoVote {
  const { key, majority, majorityReason, vote, outcome, at } = question;
  const ballots = attendance.map(({ person, status, arrivedAt }) => ({
    person,
    choice:
      isPresent(status) && (!arrivedAt || arrivedAt <= at)
        ? choiceOf(chamber, person, vote, key)
        : ("absent" as Choice),
  }));
  const count = (choice: Choice) => ballots.filter((one) => one.choice === choice).length;
  const voting = () => count("for") + count("against") + count("abstained");
  const isCarried = () => count("for") >= votesNeeded(majority, chamber.members.length, voting());
  const swayed: Choice[] = outcome === "adopted" ? ["abstained", "against"] : ["for"];
  const hesitant = ballots
    .filter(({ choice }) => swayed.includes(choice))
    .toSorted(
      (a, b) => swayed.indexOf(a.choice) - swayed.indexOf(b.choice) || chance(key, a.person) - chance(key, b.person),
    );
  for (const ballot of hesitant) {
    if (isCarried() === (outcome === "adopted")) break;
    ballot.choice = outcome === "adopted" ? "for" : "abstained";
  }
  if (isCarried() !== (outcome === "adopted")) throw new Error(`${key} cannot have been ${outcome}`);
  return {
    ...{ method: "by_name", majority, majorityReason, members: chamber.members.length, outcome, at, ballots },
    present: ballots.filter(({ choice }) => choice !== "absent").length,
    ...{ for: count("for"), against: count("against"), abstained: count("abstained") },
  };
}

/** A vote of which only the counts are known: all that are present vote, as told for the whole body where it is. */
export function voteByCount(
  members: number,
  present: number,
  given: Pick<DemoVote, "majority" | "majorityReason" | "at"> & { method: "count" | "secret" },
  told?: { for: number; against: number; abstained: number },
): DemoVote {
  const against = Math.min(told?.against ?? 0, present);
  const abstained = Math.min(told?.abstained ?? 0, present - against);
  const outcome =
    present - against - abstained >= votesNeeded(given.majority, members, present) ? "adopted" : "rejected";
  return { ...given, members, present, for: present - against - abstained, against, abstained, outcome };
}

import { slugOf } from "../../features/publications/slug.ts";
import type { DemoMeeting } from "../council-content.ts";
import { committeeMeetings } from "./committees.ts";
import { otherMeeting } from "./others.ts";
import { plannedSitting, sittingMeeting } from "./sittings.ts";
import type { World } from "./world.ts";

const inTime = (a: DemoMeeting, b: DemoMeeting) =>
  `${a.day} ${a.at} ${a.key}`.localeCompare(`${b.day} ${b.at} ${b.key}`);

/** Every meeting of every body that the council's site shows, in order of time. */
export function resolveMeetings(given: Omit<World, "punctuality">): DemoMeeting[] {
  const { sittings, source } = given;
  const world: World = {
    ...given,
    punctuality: new Map(
      source.people.councillors.flatMap(({ name, punctuality }) =>
        punctuality === undefined ? [] : [[slugOf(name), punctuality]],
      ),
    ),
  };
  const { held, announced, planned, extraordinary } = sittings;
  const meetings = [
    ...[...held, ...extraordinary, ...announced].map((sitting) => sittingMeeting(world, sitting)),
    ...planned.map((sitting) => plannedSitting(world, sitting)),
    ...[...held, ...announced].flatMap((sitting) => committeeMeetings(world, sitting)),
    ...source.meetings.others.flatMap((one) => otherMeeting(world, one) ?? []),
  ].toSorted(inTime);
  const last = meetings.findLast(({ body, kind, minutesOn }) => body === "council" && kind === "ordinary" && minutesOn);
  return meetings.map((one) => (one === last ? { ...one, drawsMinutes: true } : one));
}

import type { DemoItem, DemoMeeting } from "../council-content.ts";
import type { OtherMeetingSource } from "../council-source.schema.ts";
import { addDays, dayOf, yearOf } from "../demo-days.ts";
import { fill } from "../fill.ts";
import { dayOfYear, workingDay } from "./days.ts";
import { attendanceOf, later, presentIn, voteByCount } from "./votes.ts";
import { chamberOn, draftOf, heldAs, noticeDay, noticeOf, type World } from "./world.ts";

const noticeDays = { meeting: 8, gathering: 12 };
const minutesAnItem = 11;

function dayOfMeeting({ sittings, demoDate, agenda }: World, on: OtherMeetingSource["on"]): string | undefined {
  if ("year" in on) return dayOfYear(on, demoDate);
  if ("today" in on) return demoDate;
  if ("daysAhead" in on) return workingDay(addDays(demoDate, on.daysAhead));
  if ("beforeMeeting" in on || "afterMeeting" in on) {
    const days = "beforeMeeting" in on ? -on.days : on.days;
    const sitting = sittings.ago("beforeMeeting" in on ? on.beforeMeeting : on.afterMeeting);
    return sitting && workingDay(addDays(sitting.day, days), days < 0 ? -1 : 1);
  }
  if ("beforeAct" in on) {
    const found = agenda.find(on.beforeAct, demoDate);
    return found && workingDay(addDays(found.sitting.day, -on.days), -1);
  }
  return workingDay(dayOf(on, demoDate), -1);
}

function itemsOf(world: World, { key, day, at, kind, attendance }: DemoMeeting, given: OtherMeetingSource): DemoItem[] {
  const majorityReason = world.source.wording.majorities.voting;
  const isHearing = kind === "hearing" || kind === "consultation";
  const isHeld = attendance.length > 0;
  return given.items.map(({ title, draft, secret, ...item }, index): DemoItem => {
    const result = item.result ?? (isHearing ? "noted" : undefined);
    const vote =
      secret &&
      voteByCount(
        attendance.length,
        presentIn(attendance),
        { method: "secret", majority: "voting", majorityReason, at: later(at, (index + 2) * minutesAnItem) },
        secret,
      );
    return {
      ...{ key: `${key}-${index + 1}`, path: [index + 1], kind: item.kind, title, isAdded: false },
      ...(draft && draftOf(world, world.agenda.next(draft, day) ?? draft)),
      ...(isHeld && result && { result }),
      ...(isHeld && vote && { vote }),
    };
  });
}

/** A hearing, an event, a meeting of a village or a board: what the council's own calendar does not give. */
export function otherMeeting(world: World, given: OtherMeetingSource): DemoMeeting | undefined {
  const { demoDate, source, punctuality } = world;
  const day = dayOfMeeting(world, given.on);
  if (!day) return undefined;
  const { key, body, kind, at, with: others, postponedTo } = given;
  const told = fill(given, { on: day, year: yearOf(day), demoDate });
  const isGathering = kind === "event" || kind === "ceremony";
  const stopped = given.cancelled ? "cancelled" : postponedTo ? "postponed" : undefined;
  const isHeld = !stopped && day < demoDate;
  // What is far ahead is only planned.
  const isAnnounced = day < demoDate || given.announcedDaysAgo !== undefined;
  const announcedOn =
    given.announcedDaysAgo === undefined
      ? noticeDay(world, day, noticeDays[isGathering ? "gathering" : "meeting"])
      : workingDay(addDays(demoDate, -given.announcedDaysAgo), -1);
  const { members } = chamberOn(world, day, body, ...others);
  const attendance = isHeld && !isGathering ? attendanceOf({ key, at }, members, punctuality) : [];
  const place = told.place ?? source.meetings.committeeRoom;
  const meeting: DemoMeeting = {
    ...{ key, body, with: others, kind, day, at, place, attendance, items: [] },
    endsAt: later(at, isGathering ? 120 : 100),
    ...(told.title && { title: told.title }),
    ...(told.description && (isHeld || isGathering) && { description: told.description }),
    ...(told.closed && { closedReason: told.closed }),
    ...(isAnnounced && { notice: noticeOf(world, { body, kind, day, at, place }), announcedOn }),
    ...(isAnnounced ? heldAs(world, { body, day, at, items: given.items.length }) : { stage: "planned" as const }),
    ...(postponedTo && { postponedTo }),
  };
  const { openedAt: _, closedAt: __, minutesOn: ___, ...unheld } = meeting;
  const settled: DemoMeeting = stopped
    ? { ...unheld, stage: stopped, stageReason: told.reason!, stageOn: workingDay(addDays(day, -1), -1) }
    : isGathering && isHeld
      ? { ...unheld, stage: "closed" }
      : meeting;
  return { ...settled, items: itemsOf(world, settled, told) };
}

import { type Day, json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { type CouncilDay, nextFreeDay, workCalendar, yearOf } from "./calendar.ts";
import { alreadyDayOff, alreadyEntered, notDayOff, nothingEntered, unknownYear } from "./deadlines.errors.ts";
import { findCouncilDays, holdDeadlines } from "./deadlines.queries.ts";
import { type MovedDeadline, recomputeOpen } from "./deadlines.service.ts";
import { basisOf, holidaysOf, isWeekend } from "./holidays.ts";

/** Why a day is entered, and where that can be read. */
export interface Grounds {
  day: Day;
  reason: LocalizedText;
  source: string;
}

function holidayOn(day: Day) {
  const holiday = holidaysOf(yearOf(day)).find((listed) => listed.day === day);
  if (!holiday) throw notDayOff(day);
  return holiday;
}

const removed = (day: Day, reason: LocalizedText, source: string): CouncilDay => ({
  day,
  change: "removed",
  name: null,
  nonWorking: false,
  reason,
  source,
});

type Entries = [CouncilDay, ...CouncilDay[]];

/** Enters what belongs together, and computes once what runs. */
async function enter(tx: TenantTx, doing: Doing, change: string, entries: Entries): Promise<MovedDeadline[]> {
  await holdDeadlines(tx);
  for (const entry of entries) {
    const { day, change, name, nonWorking, reason, source } = entry;
    const entered = await tx
      .insertInto("council_days")
      .values({ day, change, name: name && json(name), non_working: nonWorking, reason: json(reason), source })
      .onConflict((conflict) => conflict.doNothing())
      .returning("day")
      .executeTakeFirst();
    if (!entered) throw alreadyEntered(day);
    await recordChange(tx, doing, `day-off.${change}`, "day-off", day, null, entry);
  }
  return recomputeOpen(tx, doing, { change: `day-off.${change}`, reason: entries[0].reason });
}

/**
 * A day off that the nationwide list does not have, as the government decides at short notice. Every deadline that runs is
 * computed again; the answer says which of them moved.
 * @param nonWorking false for a day that is off for the staff alone: it is listed, and periods go on counting it.
 * @throws `deadlines.already_day_off`, `deadlines.already_entered`, `deadlines.unknown_year`
 */
export async function addDayOff(
  tx: TenantTx,
  doing: Doing,
  { day, name, reason, source, nonWorking = true }: Grounds & { name: LocalizedText; nonWorking?: boolean },
): Promise<MovedDeadline[]> {
  if (!basisOf(yearOf(day))) throw unknownYear(yearOf(day));
  if (workCalendar(await findCouncilDays(tx)).daysOff(day).length > 0) throw alreadyDayOff(day);
  return enter(tx, doing, "added", [{ day, change: "added", name, nonWorking, reason, source }]);
}

/**
 * An estimated or derived holiday is certain, and so is the day to which it was moved.
 * @throws `deadlines.not_day_off`, `deadlines.already_entered`
 */
export async function confirmDayOff(tx: TenantTx, doing: Doing, { day, reason, source }: Grounds) {
  holidayOn(day);
  return enter(tx, doing, "confirmed", [{ day, change: "confirmed", name: null, nonWorking: true, reason, source }]);
}

/**
 * A listed holiday is not off after all, nor the day to which it was moved.
 * @throws `deadlines.not_day_off`, `deadlines.already_entered`
 */
export async function removeDayOff(tx: TenantTx, doing: Doing, { day, reason, source }: Grounds) {
  holidayOn(day);
  return enter(tx, doing, "removed", [removed(day, reason, source)]);
}

/**
 * A listed holiday falls on another day, as a Bajram does when the moon is seen a day later. One that comes to fall on a
 * Saturday or Sunday gives the next working day that is free.
 * @throws `deadlines.not_day_off`, `deadlines.already_day_off`, `deadlines.already_entered`
 */
export async function moveDayOff(tx: TenantTx, doing: Doing, { day, to, reason, source }: Grounds & { to: Day }) {
  const { name } = holidayOn(day);
  if (!basisOf(yearOf(to))) throw unknownYear(yearOf(to));
  const without = workCalendar([...(await findCouncilDays(tx)), removed(day, reason, source)]);
  if (without.daysOff(to).length > 0) throw alreadyDayOff(to);
  const added = (on: Day): CouncilDay => ({ day: on, change: "added", name, nonWorking: true, reason, source });
  const inLieu = isWeekend(to) ? [added(nextFreeDay(to, without))] : [];
  return enter(tx, doing, "moved", [removed(day, reason, source), added(to), ...inLieu]);
}

/**
 * Takes an entry back: the nationwide list alone holds again for that day.
 * @throws `deadlines.nothing_entered`
 */
export async function withdrawDay(
  tx: TenantTx,
  doing: Doing,
  day: Day,
  reason: LocalizedText,
): Promise<MovedDeadline[]> {
  await holdDeadlines(tx);
  const before = await tx
    .deleteFrom("council_days")
    .where("day", "=", day)
    .returning(["day", "change", "name", "non_working as nonWorking", "reason", "source"])
    .executeTakeFirst();
  if (!before) throw nothingEntered(day);
  await recordChange(tx, doing, "day-off.withdrawn", "day-off", day, before, { reason });
  return recomputeOpen(tx, doing, { change: "day-off.withdrawn", reason });
}

import type { Day } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { yearOf } from "../deadlines/calendar.ts";
import { computeDeadline } from "../deadlines/deadline.ts";
import { asSet, findReckoning } from "../deadlines/deadlines.queries.ts";
import { ruleFor } from "../deadlines/rules.ts";
import { checkChronology } from "./act-chronology.ts";
import { syncClocks } from "./act-clocks.ts";
import { datesOf, findSteps, firstDeposit, lockAct, type StoredAct } from "./act-record.ts";
import { onlyIndividualNotified } from "./acts.errors.ts";
import { Announcement, Notification, RecordedDates } from "./acts.schema.ts";
import { settleRepeals } from "./relations.service.ts";

/** The day on which an act comes into force by the law: L18 after its announcement, L19 with the notification. */
export async function inForceByRule(tx: TenantTx, code: "L18" | "L19", startsOn: Day): Promise<Day | null> {
  const { calendar, periodFor } = await findReckoning(tx);
  if (!calendar.basisOf(yearOf(startsOn))) return null;
  const set = asSet(periodFor(code, startsOn));
  return computeDeadline({ rule: ruleFor(code, startsOn), startsOn, calendar, set }).dueOn;
}

type Dates = Partial<Pick<StoredAct, "announced_on" | "notified_on" | "in_force_on">>;

/** Sets dates of an act, if they can be; its clocks and what it repeals follow. @param reason of a correction */
export async function setDates(
  tx: TenantTx,
  by: Doing,
  act: StoredAct,
  action: string,
  dates: Dates,
  reason?: LocalizedText,
): Promise<void> {
  const depositedOn = firstDeposit(await findSteps(tx, act.id));
  checkChronology({ ...datesOf({ ...act, ...dates }), depositedOn, today: dayIn(by.now) });
  await tx
    .updateTable("acts")
    .set({ ...dates, updated_at: by.now })
    .where("id", "=", act.id)
    .execute();
  await syncClocks(tx, by, { ...act, ...dates });
  await settleRepeals(tx, act.id);
  await raiseVersion(tx, "acts");
  const after = { ...datesOf({ ...act, ...dates }), ...(reason && { reason }) };
  await recordChange(tx, by, action, "act", act.id, datesOf(act), after);
}

/**
 * Announces an act. A normative one comes into force by the law's rule, or on the day that it sets itself. Said again, it
 * corrects the day.
 * @throws `InvalidInput` for days that cannot be, `acts.not_found`
 */
export async function announceAct(tx: TenantTx, by: Doing, id: string, given: Announcement): Promise<void> {
  const { announcedOn, inForceOn } = parsed(Announcement, given);
  const act = await lockAct(tx, id);
  const inForce =
    act.nature === "normative" ? (inForceOn ?? (await inForceByRule(tx, "L18", announcedOn))) : act.in_force_on;
  await setDates(tx, by, act, "act.announced", { announced_on: announcedOn, in_force_on: inForce });
}

/**
 * The dates of an act as a register has them, all at once. A day of entry into force that it does not say is that of the
 * law's rule, where the day that it counts from is known.
 * @throws `InvalidInput` for days that cannot be, `acts.not_found`
 */
export async function recordDates(tx: TenantTx, by: Doing, id: string, given: RecordedDates): Promise<void> {
  const { announcedOn = null, notifiedOn = null, inForceOn = null } = parsed(RecordedDates, given);
  const act = await lockAct(tx, id);
  if (notifiedOn && act.nature !== "individual") throw onlyIndividualNotified();
  const byRule =
    act.nature === "normative"
      ? announcedOn && (await inForceByRule(tx, "L18", announcedOn))
      : notifiedOn && (await inForceByRule(tx, "L19", notifiedOn));
  const dates = { announced_on: announcedOn, notified_on: notifiedOn, in_force_on: inForceOn ?? byRule };
  await setDates(tx, by, act, "act.dated", dates);
}

/**
 * Notes that the persons concerned were told of an individual act, with which it comes into force.
 * @throws `InvalidInput`, `acts.not_found`, `acts.in_force_by_announcement` for a normative act
 */
export async function notifyAct(tx: TenantTx, by: Doing, id: string, given: Notification): Promise<void> {
  const { notifiedOn, inForceOn } = parsed(Notification, given);
  const act = await lockAct(tx, id);
  if (act.nature !== "individual") throw onlyIndividualNotified();
  const inForce = inForceOn ?? (await inForceByRule(tx, "L19", notifiedOn));
  await setDates(tx, by, act, "act.notified", { notified_on: notifiedOn, in_force_on: inForce });
}

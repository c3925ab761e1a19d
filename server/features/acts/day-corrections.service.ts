import { type Day, json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import type { Doing } from "../audit/audit.service.ts";
import { isSame } from "../editing/versions.ts";
import { findCorrections, lockAct, type StoredAct } from "./act-record.ts";
import { nothingToCorrect } from "./acts.errors.ts";
import { DayCorrection } from "./acts.schema.ts";
import type { CorrectedDay, DatedEvent } from "./acts.shared.ts";
import { inForceByRule, setDates } from "./announcing.service.ts";

const columns = { announced: "announced_on", notified: "notified_on", in_force: "in_force_on" } as const;
const actions = { announced: "act.announcement_corrected", notified: "act.notification_corrected" } as const;

/** The day of an event as it stands; `null` where it has not been entered. */
export const dayOf = (act: StoredAct, event: CorrectedDay): Day | null => act[columns[event]];

/** Whether an act comes into force with such an event. */
export const entersForceBy = (act: Pick<StoredAct, "nature">, event: DatedEvent): boolean =>
  (act.nature === "normative") === (event === "announced");

/** When it comes into force by the law, had the event been on that day. */
export const inForceAfter = (tx: TenantTx, event: DatedEvent, day: Day): Promise<Day | null> =>
  inForceByRule(tx, event === "announced" ? "L18" : "L19", day);

/**
 * Puts right on which day an act was announced, or the persons notified, that was entered wrongly, and with it when the act
 * comes into force. Readers see which day stood before, and why another does. Sent twice, it is done once.
 * @throws `InvalidInput` for days that cannot be and where it is the day that stands, `acts.not_found`, `acts.no_day_to_correct`
 */
export async function correctDay(
  tx: TenantTx,
  by: Doing,
  id: string,
  event: DatedEvent,
  given: DayCorrection,
): Promise<void> {
  const { day, inForceOn, reason } = parsed(DayCorrection, given);
  const act = await lockAct(tx, id);
  if (!dayOf(act, event)) throw nothingToCorrect();
  const inForce = entersForceBy(act, event) ? (inForceOn ?? (await inForceAfter(tx, event, day))) : act.in_force_on;
  const dates = { [columns[event]]: day, in_force_on: inForce };
  const after = { ...act, ...dates };
  const before = await findCorrections(tx, id);
  if (dayOf(act, event) === day && act.in_force_on === inForce) {
    const last = before.at(-1);
    if (last && isSame(last.reason, reason)) return;
    throw new InvalidInput([{ path: "day", code: "acts.day_stands" }]);
  }
  await setDates(tx, by, act, actions[event], dates, reason);
  const corrected = ([event, "in_force"] as const).flatMap((what) => {
    const [was, became] = [dayOf(act, what), dayOf(after, what)];
    return was && became && was !== became ? [{ event: what, was, became }] : [];
  });
  if (corrected.length === 0) return;
  await tx
    .insertInto("act_day_corrections")
    .values(
      corrected.map((one, at) => ({
        ...{ act_id: id, position: before.length + at + 1, ...one },
        ...{ reason: json(reason), corrected_at: by.now },
      })),
    )
    .execute();
}

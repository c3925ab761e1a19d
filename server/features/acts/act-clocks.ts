import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { Doing } from "../audit/audit.service.ts";
import { yearOf } from "../deadlines/calendar.ts";
import { instantIn } from "../deadlines/deadline.ts";
import { findDeadlines } from "../deadlines/deadlines.queries.ts";
import { closeDeadline, dropDeadline, openDeadline } from "../deadlines/deadlines.service.ts";
import { basisOf } from "../deadlines/holidays.ts";
import { findSteps, type StoredAct, type StoredStep } from "./act-record.ts";
import type { PrefectStep } from "./acts.shared.ts";

interface Clock {
  /** L17 announcing, P1 deposit with the prefect, P3 the prefect's answer. */
  rule: "L17" | "P1" | "P3";
  startsOn: Day;
  metOn: Day | null;
}
type Dated = Pick<StoredAct, "nature" | "adopted_on" | "announced_on" | "from_old_register">;
type DatedStep = Pick<StoredStep, "step" | "day">;

const answers: readonly PrefectStep[] = ["no_objection", "returned", "court"];

/**
 * Which clocks run or ran for an act. They follow from its dates alone, so that a corrected date corrects them. Of an act
 * from an older register only those ran that were met: a date that it does not say is not a date that was missed.
 */
export function clocksOf(act: Dated, steps: readonly DatedStep[]): Clock[] {
  const clocks = allClocksOf(act, steps);
  return act.from_old_register ? clocks.filter(({ metOn }) => metOn !== null) : clocks;
}

function allClocksOf(act: Omit<Dated, "from_old_register">, steps: readonly DatedStep[]): Clock[] {
  const clocks: Clock[] = [{ rule: "L17", startsOn: act.adopted_on, metOn: act.announced_on }];
  if (act.nature === "individual" || !act.announced_on) return clocks;
  const first = steps.find(({ step }) => step === "deposited");
  // Silence of the council is no deposit, and an act taken to court will not be deposited any more.
  if (first || steps.length === 0) clocks.push({ rule: "P1", startsOn: act.announced_on, metOn: first?.day ?? null });
  steps.forEach(({ step, day }, at) => {
    if (step !== "deposited") return;
    const answer = steps.slice(at + 1).find((later) => answers.includes(later.step));
    clocks.push({ rule: "P3", startsOn: day, metOn: answer?.day ?? null });
  });
  return clocks;
}

/** A clock is told the day of its event, not of the entry: the register of a year may be entered in an afternoon. */
const on = (by: Doing, day: Day): Doing => ({ ...by, now: instantIn(`${day}T12:00`) });

/** Brings the stored clocks of an act in line with its dates. It belongs into the transaction that changes these. */
export async function syncClocks(tx: TenantTx, by: Doing, act: StoredAct): Promise<void> {
  const wanted = clocksOf(act, await findSteps(tx, act.id));
  const stored = await findDeadlines(tx, "act", act.id);
  const isKept = (clock: Clock, one: (typeof stored)[number]) =>
    one.rule === clock.rule &&
    one.startsOn === clock.startsOn &&
    (one.closedAt === null || dayIn(one.closedAt) === clock.metOn);
  for (const one of stored) if (!wanted.some((clock) => isKept(clock, one))) await dropDeadline(tx, by, one.id);
  for (const clock of wanted) {
    const running = stored.find((one) => isKept(clock, one));
    if (running?.closedAt) continue;
    // Of a year whose holidays nobody knows there is no last day to tell.
    if (!running && !basisOf(yearOf(clock.startsOn))) continue;
    const { rule, startsOn, metOn } = clock;
    const { id } =
      running ?? (await openDeadline(tx, on(by, startsOn), { subject: "act", subjectId: act.id, rule, startsOn }));
    if (metOn) await closeDeadline(tx, on(by, metOn), id);
  }
}

import { isDeepStrictEqual } from "node:util";
import { type Day, json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { computeDeadline, type Deadline, type SetPeriod } from "./deadline.ts";
import { alreadyOpen, hourNeeded, notOpen } from "./deadlines.errors.ts";
import {
  asSet,
  deadlineColumns,
  findOpenDeadlines,
  findReckoning,
  holdCalendar,
  type Reckoning,
} from "./deadlines.queries.ts";
import { allowedLength, type Length } from "./length.ts";
import { ruleFor } from "./rules.ts";

/** For what a period runs, and since when. */
export interface OpenDeadline {
  /** The kind of thing, `information-request`, and which one. */
  subject: string;
  subjectId: string;
  rule: string;
  /** The day of the event; in place of it the instant, which periods in hours need. */
  startsOn?: Day;
  startsAt?: Date;
  /** A length set for this case alone, as a consultation longer than the law asks, with the ground for it. */
  period?: Length & { ground: LocalizedText };
}

interface Case {
  rule: string;
  startsOn: Day;
  startsAt: Date | null;
  casePeriod: SetPeriod | null;
}

/** By the case's own length, else the council's, else the rule book's. */
function computeCase({ rule, startsOn, startsAt, casePeriod }: Case, { calendar, periodFor }: Reckoning): Deadline {
  const set = casePeriod ?? asSet(periodFor(rule, startsOn));
  return computeDeadline({ rule: ruleFor(rule, startsOn), startsOn, startsAt, calendar, set });
}

const computed = ({ dueOn, dueAt, steps, certainty }: Deadline) => ({
  due_on: dueOn,
  due_at: dueAt,
  steps: json(steps),
  certainty: json(certainty),
});

/**
 * Starts a clock, and says when it ends. It belongs into the transaction of the event that starts it.
 *
 *     const { dueOn } = await openDeadline(tx, doing, { subject: "act", subjectId: act.id, rule: "P1", startsOn: announcedOn });
 *
 * @throws `deadlines.already_open` when this clock already runs for this thing, and what `computeDeadline` throws.
 */
export async function openDeadline(
  tx: TenantTx,
  doing: Doing,
  asked: OpenDeadline,
): Promise<Deadline & { id: string }> {
  const { subject, subjectId, rule: code, startsAt = null, period } = asked;
  const startsOn = asked.startsOn ?? (startsAt && dayIn(startsAt));
  if (!startsOn) throw hourNeeded(code);
  const casePeriod: SetPeriod | null = period
    ? { ...allowedLength(ruleFor(code, startsOn), period), by: "case", ground: period.ground }
    : null;
  await holdCalendar(tx);
  const deadline = computeCase({ rule: code, startsOn, startsAt, casePeriod }, await findReckoning(tx));
  const opened = await tx
    .insertInto("deadlines")
    .values({
      subject,
      subject_id: subjectId,
      rule: code,
      starts_on: startsOn,
      starts_at: startsAt,
      case_period: casePeriod && json(casePeriod),
      ...computed(deadline),
      opened_at: doing.now,
      computed_at: doing.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!opened) throw alreadyOpen();
  await raiseVersion(tx, "deadlines");
  return { id: opened.id, ...deadline };
}

/**
 * Stops a clock: the request was answered, the prefect has spoken. The deadline stays as it was last computed.
 * @throws `deadlines.not_open`
 */
export async function closeDeadline(
  tx: TenantTx,
  { now }: Doing,
  id: string,
): Promise<{ dueOn: Day; dueAt: Date | null }> {
  await holdCalendar(tx);
  const closed = await tx
    .updateTable("deadlines")
    .set({ closed_at: now })
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .returning(["due_on as dueOn", "due_at as dueAt"])
    .executeTakeFirst();
  if (!closed) throw notOpen();
  await raiseVersion(tx, "deadlines");
  return closed;
}

/** Lets a clock go on that was stopped by what did not happen. @throws `deadlines.not_open` when there is none */
export async function reopenDeadline(tx: TenantTx, id: string): Promise<void> {
  await holdCalendar(tx);
  const opened = await tx
    .updateTable("deadlines")
    .set({ closed_at: null })
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  if (!opened) throw notOpen();
  await raiseVersion(tx, "deadlines");
}

/**
 * Gives a clock that runs another length for its case alone, with the ground for it, and says when it ends now.
 * @throws `deadlines.not_open`, and what `allowedLength` throws
 */
export async function lengthenDeadline(
  tx: TenantTx,
  doing: Doing,
  id: string,
  period: Length & { ground: LocalizedText },
): Promise<Deadline> {
  await holdCalendar(tx);
  const open = await tx
    .selectFrom("deadlines")
    .select(deadlineColumns)
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!open) throw notOpen();
  const length = allowedLength(ruleFor(open.rule, open.startsOn), period);
  const casePeriod: SetPeriod = { ...length, by: "case", ground: period.ground };
  const deadline = computeCase({ ...open, casePeriod }, await findReckoning(tx));
  await tx
    .updateTable("deadlines")
    .set({ case_period: json(casePeriod), ...computed(deadline), computed_at: doing.now })
    .where("id", "=", id)
    .execute();
  const because: Because = { change: "period.lengthened", reason: period.ground };
  const before = { dueOn: open.dueOn, dueAt: open.dueAt };
  const after = { dueOn: deadline.dueOn, dueAt: deadline.dueAt, because };
  await recordChange(tx, doing, "deadline.moved", "deadline", id, before, after);
  await raiseVersion(tx, "deadlines");
  return deadline;
}

/**
 * Takes back a clock that should never have run: the day of its event was entered wrongly.
 * @throws `deadlines.not_open` when there is none
 */
export async function dropDeadline(tx: TenantTx, doing: Doing, id: string): Promise<void> {
  await holdCalendar(tx);
  const dropped = await tx
    .deleteFrom("deadlines")
    .where("id", "=", id)
    .returning(["subject", "subject_id as subjectId", "rule", "starts_on as startsOn", "due_on as dueOn"])
    .executeTakeFirst();
  if (!dropped) throw notOpen();
  await recordChange(tx, doing, "deadline.dropped", "deadline", id, dropped, null);
  await raiseVersion(tx, "deadlines");
}

/** A deadline that ends on another day than before. */
export interface MovedDeadline {
  id: string;
  subject: string;
  subjectId: string;
  rule: string;
  from: Day;
  to: Day;
}

/** A value as it comes back from a `jsonb` column. */
const stored = (value: unknown): unknown => JSON.parse(json(value));

/** What made it necessary to compute again, for the audit. */
export interface Because {
  /** Such as `day-off.added`. */
  change: string;
  reason: LocalizedText;
}

/**
 * Computes what runs anew, of one rule or of all, after days off or periods have changed. What ends on another day is
 * recorded with the day before, the day after and the reason. The caller holds the deadlines (`holdDeadlines`).
 */
export async function recomputeOpen(
  tx: TenantTx,
  doing: Doing,
  because: Because,
  rule?: string,
): Promise<MovedDeadline[]> {
  const reckoning = await findReckoning(tx);
  const moved: MovedDeadline[] = [];
  for (const open of await findOpenDeadlines(tx, { rule })) {
    const deadline = computeCase(open, reckoning);
    const isSame = open.dueOn === deadline.dueOn && open.dueAt?.getTime() === deadline.dueAt?.getTime();
    if (isSame && isDeepStrictEqual([open.steps, open.certainty], stored([deadline.steps, deadline.certainty])))
      continue;
    await tx
      .updateTable("deadlines")
      .set({ ...computed(deadline), computed_at: doing.now })
      .where("id", "=", open.id)
      .execute();
    if (isSame) continue;
    const { id, subject, subjectId, rule } = open;
    moved.push({ id, subject, subjectId, rule, from: open.dueOn, to: deadline.dueOn });
    const before = { dueOn: open.dueOn, dueAt: open.dueAt };
    const after = { dueOn: deadline.dueOn, dueAt: deadline.dueAt, because };
    await recordChange(tx, doing, "deadline.moved", "deadline", id, before, after);
  }
  await raiseVersion(tx, "deadlines");
  return moved;
}

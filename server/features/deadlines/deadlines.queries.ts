import { sql } from "kysely";
import type { Day } from "../../db/columns.ts";
import { LastAnswers } from "../../db/last-answers.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type Calendar, type CouncilDay, workCalendar } from "./calendar.ts";
import type { SetPeriod } from "./deadline.ts";

/** What the council entered about single days. */
export const findCouncilDays = (tx: TenantTx): Promise<CouncilDay[]> =>
  tx
    .selectFrom("council_days")
    .select(["day", "change", "name", "non_working as nonWorking", "reason", "source"])
    .orderBy("day")
    .execute();

/** Every length that the council set, the one that began last first. */
export const findCouncilPeriods = (tx: TenantTx) =>
  tx
    .selectFrom("council_periods")
    .select(["id", "rule", "number", "unit", "basis", "ground", "valid_from as validFrom", "valid_to as validTo"])
    .orderBy("rule")
    .orderBy("valid_from", "desc")
    .execute();
export type StoredPeriod = Awaited<ReturnType<typeof findCouncilPeriods>>[number];

/** How one council counts: its calendar, and the lengths that it applies. */
export interface Reckoning {
  calendar: Calendar;
  /** The council's own length of a rule for an event of this day; `null` where the rule book's holds. */
  periodFor(rule: string, day: Day): StoredPeriod | null;
}

async function readReckoning(tx: TenantTx): Promise<Reckoning> {
  const [days, periods] = await Promise.all([findCouncilDays(tx), findCouncilPeriods(tx)]);
  return {
    calendar: workCalendar(days),
    periodFor: (code, day) =>
      periods.find(
        ({ rule, validFrom, validTo }) => rule === code && validFrom <= day && (validTo === null || day <= validTo),
      ) ?? null,
  };
}

const last = new LastAnswers<Reckoning>(["deadlines"]);

/** Remembered until the council changes a day or a period: a calendar works out each year only once. */
export const findReckoning = (tx: TenantTx): Promise<Reckoning> =>
  last.of(tx, async () => ({ answer: await readReckoning(tx) }));

/** A stored length as the computation takes it. */
export const asSet = (period: StoredPeriod | null): SetPeriod | null =>
  period && { number: period.number, unit: period.unit, by: period.basis, ground: period.ground };

export const deadlineColumns = [
  "id",
  "subject",
  "subject_id as subjectId",
  "rule",
  "starts_on as startsOn",
  "starts_at as startsAt",
  "case_period as casePeriod",
  "due_on as dueOn",
  "due_at as dueAt",
  "steps",
  "certainty",
  "opened_at as openedAt",
  "computed_at as computedAt",
  "closed_at as closedAt",
] as const;

/** The deadlines of one thing, running and past, in the order in which they began. */
export const findDeadlines = (tx: TenantTx, subject: string, subjectId: string) =>
  tx
    .selectFrom("deadlines")
    .select(deadlineColumns)
    .where("subject", "=", subject)
    .where("subject_id", "=", subjectId)
    .orderBy("starts_on")
    .orderBy("opened_at")
    .orderBy("id")
    .execute();
export type StoredDeadline = Awaited<ReturnType<typeof findDeadlines>>[number];

/** What runs, the soonest due first. */
export const findOpenDeadlines = (tx: TenantTx, { rule, limit }: { rule?: string; limit?: number } = {}) =>
  tx
    .selectFrom("deadlines")
    .select(deadlineColumns)
    .where("closed_at", "is", null)
    .$if(rule !== undefined, (query) => query.where("rule", "=", rule!))
    .orderBy("due_on")
    .orderBy("id")
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute();

const lock = (mode: "share" | "alone") => {
  const name = sql`hashtextextended('deadlines ' || current_setting('app.tenant_id'), 0)`;
  return mode === "share"
    ? sql`select pg_advisory_xact_lock_shared(${name})`
    : sql`select pg_advisory_xact_lock(${name})`;
};

/** Until the end of the transaction nobody changes the calendar or the periods; others may open deadlines as well. */
export const holdCalendar = (tx: TenantTx) => lock("share").execute(tx);

/** Until the end of the transaction nobody else opens, closes or computes deadlines of this council. */
export const holdDeadlines = (tx: TenantTx) => lock("alone").execute(tx);

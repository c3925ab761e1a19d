import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { likeWords } from "../../http/list-query.ts";
import { zone } from "../../local-time.ts";
import { folded, spellingsOf } from "./spellings.ts";

/** What part of the audit is wanted; days are Tirana's, both included. */
export interface AuditFilters {
  from: string | null;
  until: string | null;
  /** Words of a name. */
  who: string | null;
  /** A kind of thing, as `act`. */
  subject: string | null;
}

const startOf = (day: string) => sql<Date>`(${day}::date)::timestamp at time zone ${zone}`;
const endOf = (day: string) => sql<Date>`(${day}::date + 1)::timestamp at time zone ${zone}`;

const matching = (tx: TenantTx, { from, until, who, subject }: AuditFilters) =>
  tx
    .selectFrom("audit_log")
    .$if(from !== null, (query) => query.where("at", ">=", startOf(from!)))
    .$if(until !== null, (query) => query.where("at", "<", endOf(until!)))
    .$if(subject !== null, (query) => query.where("subject", "in", spellingsOf(subject!)))
    .$if(who !== null, (query) =>
      query.where((eb) =>
        eb.and(likeWords(who).map((word) => sql<boolean>`unaccent(lower(audit_log.actor ->> 'name')) like ${word}`)),
      ),
    );

const columns = ["id", "at", "actor", "action", "subject", "subject_id", "before", "after"] as const;

/** One page of it, newest first, and how much there is. */
export async function findChanges(tx: TenantTx, filters: AuditFilters, limit: number, offset: number) {
  const { total } = await matching(tx, filters)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await matching(tx, filters).orderBy("id", "desc").limit(limit).offset(offset).select(columns).execute();
  return { total, rows };
}
export type AuditRow = Awaited<ReturnType<typeof findChanges>>["rows"][number];

/** What comes after a row, newest first. */
export const findChangesBefore = (tx: TenantTx, filters: AuditFilters, id: number | null, limit: number) =>
  matching(tx, filters)
    .$if(id !== null, (query) => query.where("id", "<", id!))
    .orderBy("id", "desc")
    .limit(limit)
    .select(columns)
    .execute();

/** The kinds of things of which something is written down, each once however it was spelt. */
export const findSubjects = async (tx: TenantTx): Promise<string[]> => {
  const { rows } = await sql<{ subject: string }>`
    with recursive found as (
      (select subject from audit_log order by subject limit 1)
      union all
      select (select a.subject from audit_log a where a.subject > found.subject order by a.subject limit 1)
      from found where found.subject is not null
    ) select subject from found where subject is not null`.execute(tx);
  return [...new Set(rows.map(({ subject }) => folded(subject)))];
};

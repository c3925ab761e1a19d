import { type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Majority, VoteMethod } from "../meetings/meetings.shared.ts";
import type { RegisterFilters } from "../meetings/register-filters.ts";
import { afterRow, meetingsIn, ofBody, ofMeeting, personColumns } from "../meetings/registers.queries.ts";
import { toldSteps } from "./steps.shared.ts";

/** One that nobody struck: what was a mistake stays in the log, and is told to nobody. */
const stands = sql<SqlBool>`not exists (select from live_steps x where x.meeting_id = s.meeting_id
  and x.kind = 'struck' and (x.content ->> 'number')::integer = s.number)`;

const toldRows = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  meetingsIn(tx, filters, now)
    .where("m.access", "=", "open")
    // While it sits its steps are told one by one; here stands what it came to.
    .where("m.stage", "in", ["closed", "minutes_published"])
    .innerJoin("live_steps as s", "s.meeting_id", "m.id")
    .where("s.kind", "in", toldSteps)
    .where(stands)
    .leftJoin("votes as v", "v.id", "s.vote_id")
    .leftJoin("agenda_items as i", (join) =>
      join.on(sql<SqlBool>`i.id = coalesce((s.content ->> 'itemId')::uuid, v.agenda_item_id)`),
    )
    .leftJoin("people as p", (join) => join.on(sql<SqlBool>`p.id = (s.content ->> 'personId')::uuid`))
    .$if(filters.member !== null, (query) => query.where("p.slug", "=", filters.member));

const stepRows = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  toldRows(tx, filters, now)
    .select([...ofMeeting, ...ofBody])
    .select(["s.number", "s.kind as step_kind", "s.at", "i.id as item_id", "i.path", "i.title as item_title"])
    .select([
      sql<string | null>`s.content ->> 'guest'`.as("guest"),
      sql<VoteMethod | null>`s.content ->> 'method'`.as("method"),
      sql<Majority | null>`s.content ->> 'majority'`.as("majority"),
      sql<string | null>`s.content ->> 'ending'`.as("ending"),
    ])
    .select(["s.vote_id", "v.votes_for", "v.votes_against", "v.abstentions", "v.outcome"])
    .select(personColumns(now))
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .orderBy("s.number");
export type StepRow = Awaited<ReturnType<ReturnType<typeof stepRows>["executeTakeFirstOrThrow"]>>;

export const findStepBatch = (
  tx: TenantTx,
  filters: RegisterFilters,
  now: Date,
  last: StepRow | null,
  size: number,
): Promise<StepRow[]> =>
  stepRows(tx, filters, now)
    .where(afterRow(last, sql`s.number > ${last?.number ?? 0}::integer`))
    .limit(size)
    .execute();

export const countSteps = async (tx: TenantTx, filters: RegisterFilters, now: Date): Promise<number> =>
  (await toldRows(tx, filters, now).select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow()).total;

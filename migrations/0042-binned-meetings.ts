import { type Kysely, sql } from "kysely";

const once = (beside: string) => sql`create unique index meetings_once on meetings (tenant_id, body_id, starts_at)
  where stage not in ('cancelled', 'postponed') and kind not in ('event', 'ceremony')${sql.raw(beside)}`;

/** A meeting in the bin leaves its hour to another: whoever threw one away makes it anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index meetings_once`.execute(db);
  await once(" and binned_at is null").execute(db);
}

/** @throws where one in the bin has the hour of another: one of the two has to go first */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index meetings_once`.execute(db);
  await once("").execute(db);
}

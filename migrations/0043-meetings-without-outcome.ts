import { type Kysely, sql } from "kysely";

/** The first screen asks which meetings nobody has said anything of after their day, of years of work that is done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index meetings_without_outcome on meetings (tenant_id, day desc, id)
    where stage in ('planned', 'announced')`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index meetings_without_outcome`.execute(db);
}

import { type Kysely, sql } from "kysely";

/** The register of acts by title, any page of it: Albanian order is dear to compare, and a page of thirty need not sort all. */
export async function up(db: Kysely<unknown>) {
  await sql`create index acts_by_title on acts (tenant_id, ((title ->> 'sq') collate "sq-x-icu"), id)`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop index acts_by_title`.execute(db);
}

import { type Kysely, sql } from "kysely";

/** The list of documents that say something of persons asks for those few files among all that were checked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index file_checks_of_persons on file_checks (tenant_id, sha256)
    where (text ->> 'found')::integer > 0`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index file_checks_of_persons`.execute(db);
}

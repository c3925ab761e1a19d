import { type Kysely, sql } from "kysely";

/** How many people came to a meeting with the public, beside the members of the body; `null` where nobody knows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meetings add column people integer check (people between 0 and 9999)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meetings drop column people`.execute(db);
}

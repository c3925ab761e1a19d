import { type Kysely, sql } from "kysely";

/** A paper may lie beside its meeting and wait, unseen by the public, for the second person who lets it in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attachments add column waits boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attachments drop column waits`.execute(db);
}

import { type Kysely, sql } from "kysely";

/** Of a form that was saved it is remembered for a while that it was: what its page had sent before may come later. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table edits add column saved_at timestamptz`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table edits no force row level security`.execute(db);
  await sql`delete from edits where saved_at is not null`.execute(db);
  await sql`alter table edits force row level security`.execute(db);
  await sql`alter table edits drop column saved_at`.execute(db);
}

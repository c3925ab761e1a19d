import { type Kysely, sql } from "kysely";

/** Of one thing somebody may have several forms open: none takes the place of another. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index edits_once`.execute(db);
  await sql`create index edits_of_thing on edits (tenant_id, account_id, entity, entity_id)
    where entity_id is not null`.execute(db);
  // The opened page that kept it last; null of what was kept by none.
  await sql`alter table edits add column tab uuid`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table edits drop column tab`.execute(db);
  await sql`drop index edits_of_thing`.execute(db);
  await sql`create unique index edits_once on edits (tenant_id, account_id, entity, entity_id)
    where entity_id is not null`.execute(db);
}

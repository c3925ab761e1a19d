import { type Kysely, sql } from "kysely";

/** What was read in a file, or is kept no longer, changes what is found of its documents. */
export async function up(db: Kysely<unknown>) {
  await sql`create function note_texts_for_search() returns trigger language plpgsql as $$
    begin
      if coalesce(current_setting('app.tenant_id', true), '') = '' then return null; end if;
      insert into search_changes (tenant_id, subject) select distinct tenant_id, 'file:' || sha256 from changed;
      if found and current_setting('app.search_noted', true) is distinct from pg_current_xact_id()::text then
        insert into outbox (topic, subject_id) values ('search', current_setting('app.tenant_id')::uuid);
        perform set_config('app.search_noted', pg_current_xact_id()::text, true);
      end if;
      return null;
    end $$`.execute(db);
  for (const [event, rows] of [
    ["insert", "new"],
    ["delete", "old"],
  ] as const)
    await sql`create trigger ${sql.ref(`note_texts_for_search_${event}`)} after ${sql.raw(event)} on document_readings
      referencing ${sql.raw(rows)} table as changed
      for each statement execute function note_texts_for_search()`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop trigger note_texts_for_search_insert on document_readings`.execute(db);
  await sql`drop trigger note_texts_for_search_delete on document_readings`.execute(db);
  await sql`drop function note_texts_for_search`.execute(db);
}

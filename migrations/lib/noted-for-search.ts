import { type Kysely, sql } from "kysely";

/** A table of which a changed row makes another text of something that is found. */
export interface Noted {
  table: string;
  /** What is found, as the search calls it, and the column with its id. */
  kind: string;
  column: string;
  /** Which changes; all of them where nothing is said. */
  events?: readonly ("insert" | "update" | "delete")[];
  /** What the function is called after, where that is not the table. */
  name?: string;
}

const everyEvent = ["insert", "update", "delete"] as const;
const functionOf = ({ table, name = table }: Noted) => `note_${name}_for_search`;

/** From now on the database itself notes for the search what changed, so that no feature can forget it. */
export async function noteForSearch(db: Kysely<unknown>, noted: readonly Noted[]) {
  for (const one of noted) {
    const { table, kind, column, events = everyEvent } = one;
    const name = functionOf(one);
    // An owner who is in no council changes no council's content.
    await sql`create function ${sql.ref(name)}() returns trigger language plpgsql as $$
      begin
        if coalesce(current_setting('app.tenant_id', true), '') = '' then return null; end if;
        insert into search_changes (tenant_id, subject)
          select distinct tenant_id, ${sql.lit(`${kind}:`)} || ${sql.ref(column)} from changed;
        if found and current_setting('app.search_noted', true) is distinct from pg_current_xact_id()::text then
          insert into outbox (topic, subject_id) values ('search', current_setting('app.tenant_id')::uuid);
          perform set_config('app.search_noted', pg_current_xact_id()::text, true);
        end if;
        return null;
      end $$`.execute(db);
    for (const event of events)
      await sql`create trigger ${sql.ref(`${name}_${event}`)} after ${sql.raw(event)} on ${sql.table(table)}
        referencing ${sql.raw(event === "delete" ? "old" : "new")} table as changed
        for each statement execute function ${sql.ref(name)}()`.execute(db);
  }
}

/** Takes that back; the tables are still there. */
export async function noteNoLonger(db: Kysely<unknown>, noted: readonly Noted[]) {
  for (const one of noted) {
    const name = functionOf(one);
    for (const event of one.events ?? everyEvent)
      await sql`drop trigger ${sql.ref(`${name}_${event}`)} on ${sql.table(one.table)}`.execute(db);
    await sql`drop function ${sql.ref(name)}`.execute(db);
  }
}

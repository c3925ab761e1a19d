import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Days of acts that were entered wrongly, each with the right one and the reason: nothing that readers saw is erased. */
export async function up(db: Kysely<unknown>) {
  await sql`create table act_day_corrections (
    ${tenantColumn},
    act_id uuid not null,
    position integer not null check (position > 0),
    event text not null check (event in ('announced', 'notified', 'in_force')),
    was date not null,
    became date not null,
    reason jsonb not null,
    corrected_at timestamptz not null,
    primary key (tenant_id, act_id, position),
    foreign key (tenant_id, act_id) references acts (tenant_id, id) on delete cascade,
    check (was <> became)
  )`.execute(db);
  await isolate(db, "act_day_corrections", "select, insert, delete");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table act_day_corrections`.execute(db);
}

import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Notices of draft acts whose day was entered wrongly, or that were given by mistake: nothing that readers saw is erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table draft_act_notice_corrections (
    ${tenantColumn},
    draft_act_id uuid not null,
    position integer not null check (position > 0),
    about text not null check (about in ('initiative', 'draft')),
    was date not null,
    became date,
    reason jsonb not null,
    corrected_at timestamptz not null,
    primary key (tenant_id, draft_act_id, position),
    foreign key (tenant_id, draft_act_id) references draft_acts (tenant_id, id) on delete cascade,
    check (was <> became)
  )`.execute(db);
  await isolate(db, "draft_act_notice_corrections", "select, insert, delete");
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table draft_act_notice_corrections`.execute(db);
}

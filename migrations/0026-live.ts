import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** The log of a meeting while it sits: what is written down is never changed; what was a mistake is struck by a later step. */
export async function up(db: Kysely<unknown>) {
  await sql`create table live_steps (
    ${tenantColumn},
    meeting_id uuid not null,
    number integer not null check (number > 0),
    command uuid not null,
    kind text not null,
    content jsonb not null,
    at timestamptz not null,
    recorded_at timestamptz not null,
    actor jsonb not null,
    vote_id uuid,
    primary key (tenant_id, meeting_id, number),
    unique (tenant_id, meeting_id, command),
    foreign key (tenant_id, meeting_id) references meetings (tenant_id, id),
    check (kind <> 'ballots_cast' or content ? 'ballots')
  )`.execute(db);
  await isolate(db, "live_steps", "select, insert");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table live_steps`.execute(db);
}

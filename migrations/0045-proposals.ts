import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What somebody proposes to change of what the public reads, where the council has another person let it in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table proposals (
    ${tenantColumn},
    entity text not null check (entity ~ '^[a-z]+(_[a-z]+)*$'),
    entity_id text not null check (length(entity_id) <= 40),
    version text not null check (length(version) = 43),
    base text not null check (length(base) = 43),
    input jsonb not null,
    earlier jsonb not null default '[]',
    proposed_by uuid not null,
    proposed_name text not null,
    proposed_at timestamptz not null,
    note text check (length(note) <= 1000),
    returned_name text,
    returned_at timestamptz,
    return_note text check (length(return_note) <= 1000),
    primary key (tenant_id, entity, entity_id),
    check ((returned_at is null) = (return_note is null)),
    check ((returned_at is null) = (returned_name is null))
  )`.execute(db);
  await isolate(db, "proposals");
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table proposals`.execute(db);
}

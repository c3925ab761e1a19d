import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** The minutes of a meeting while they are written: drawn from its log, changed by hand, approved, published. */
export async function up(db: Kysely<unknown>) {
  await sql`create table minutes (
    ${tenantColumn},
    meeting_id uuid not null,
    drawn_at timestamptz not null,
    updated_at timestamptz not null,
    approved_on date,
    approved_in uuid,
    document_id uuid,
    published_at timestamptz,
    primary key (tenant_id, meeting_id),
    foreign key (tenant_id, meeting_id) references meetings (tenant_id, id) on delete cascade,
    foreign key (tenant_id, approved_in) references meetings (tenant_id, id) on delete set null (approved_in),
    foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete set null (document_id),
    check (approved_in <> meeting_id),
    check (approved_in is null or approved_on is not null)
  )`.execute(db);
  await isolate(db, "minutes");

  // What the log says, what was made of it, and what was put away for it: nothing that was typed is gone.
  await sql`create table minutes_parts (
    ${tenantColumn},
    meeting_id uuid not null,
    name text not null check (name ~ '^[a-z]+(-[0-9a-f-]{36})?$'),
    position integer not null,
    heading text not null check (length(heading) <= 700),
    drawn text not null,
    text text not null,
    offered text,
    set_aside text,
    primary key (tenant_id, meeting_id, name),
    foreign key (tenant_id, meeting_id) references minutes (tenant_id, meeting_id) on delete cascade,
    check (offered <> drawn)
  )`.execute(db);
  await isolate(db, "minutes_parts");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table minutes_parts, minutes`.execute(db);
}

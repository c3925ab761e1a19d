import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What is found broken night by night, the notices that went to members by mail, and templates of meetings. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table files add column checked_at timestamptz`.execute(db);

  await sql`create table defects (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('file_missing', 'file_damaged', 'link_broken', 'photo_without_text', 'scan_without_text')),
    entity text not null check (entity ~ '^[a-z]+(_[a-z]+)*$' and length(entity) <= 40),
    entity_id uuid not null,
    field text not null check (length(field) <= 120),
    address text not null check (length(address) <= 2000),
    title jsonb not null,
    public_url jsonb not null,
    detail jsonb not null default '{}',
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    resolved_at timestamptz,
    ignored_at timestamptz,
    ignored_by jsonb,
    ignored_reason text,
    primary key (tenant_id, id),
    constraint defects_once unique (tenant_id, entity, entity_id, kind, field, address),
    check (num_nulls(ignored_at, ignored_by, ignored_reason) in (0, 3))
  )`.execute(db);
  await sql`create index defects_open on defects (tenant_id, kind, first_seen_at desc, id) where resolved_at is null`.execute(
    db,
  );
  await isolate(db, "defects");

  // An address is asked again each night however many things link to it; once failed it has another night.
  await sql`create table link_checks (
    ${tenantColumn},
    address text not null check (length(address) <= 2000),
    checked_at timestamptz not null,
    failed_nights integer not null default 0 check (failed_nights >= 0),
    failed_on date,
    reason text,
    status integer,
    primary key (tenant_id, address),
    check ((failed_nights = 0) = (failed_on is null)),
    check ((failed_nights = 0) = (reason is null))
  )`.execute(db);
  await isolate(db, "link_checks");

  await sql`create table upkeep_runs (
    ${tenantColumn},
    started_at timestamptz,
    finished_at timestamptz,
    asked_at timestamptz,
    counts jsonb not null default '{}',
    primary key (tenant_id)
  )`.execute(db);
  await isolate(db, "upkeep_runs");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table upkeep_runs, link_checks, defects`.execute(db);
  await sql`alter table files drop column checked_at`.execute(db);
}

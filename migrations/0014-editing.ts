import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What goes into the bin instead of being gone at once: drafts, and what was taken back from the public. */
const binned = [
  "publications",
  "pages",
  "albums",
  "people",
  "bodies",
  "elections",
  "pay_months",
  "decision_plans",
  "draft_acts",
  "meetings",
  "acts",
];
/** Tables whose rows did not say when they were last changed. */
const undated = ["terms", "pay_months", "decision_plans"];

/** Versions of what is edited, forms that are not saved yet, what waits for approval, and the bin. */
export async function up(db: Kysely<unknown>) {
  for (const table of binned) {
    await sql`alter table ${sql.table(table)} add column binned_at timestamptz`.execute(db);
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(`${table}_binned_unseen`)}
      check (binned_at is null or state <> 'published')`.execute(db);
    await sql`create index ${sql.ref(`${table}_in_bin`)} on ${sql.table(table)} (tenant_id, binned_at)
      where binned_at is not null`.execute(db);
  }
  for (const table of undated)
    await sql`alter table ${sql.table(table)} add column updated_at timestamptz not null default now()`.execute(db);
  await sql`alter table tenant_settings add column approval boolean not null default false`.execute(db);

  // How something stood each time that it was saved. The first one may be how it stood before the workspace had it.
  await sql`create table revisions (
    ${tenantColumn},
    entity text not null check (entity ~ '^[a-z]+(_[a-z]+)*$'),
    entity_id text not null check (length(entity_id) <= 40),
    number integer not null check (number > 0),
    hash text not null check (length(hash) = 43),
    input jsonb not null,
    at timestamptz not null,
    by jsonb not null,
    what text not null check (what in ('before', 'created', 'changed', 'restored')),
    primary key (tenant_id, entity, entity_id, number)
  )`.execute(db);
  await isolate(db, "revisions", "select, insert, delete");

  // Forms as somebody left them, unchecked; one for each thing and account, and one for each new thing.
  await sql`create table edits (
    ${tenantColumn},
    id uuid not null,
    account_id uuid not null,
    entity text not null check (entity ~ '^[a-z]+(_[a-z]+)*$'),
    entity_id text check (length(entity_id) <= 40),
    version text check (length(version) = 43),
    form jsonb not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
  )`.execute(db);
  await sql`create unique index edits_once on edits (tenant_id, account_id, entity, entity_id)
    where entity_id is not null`.execute(db);
  await sql`create index edits_by_account on edits (tenant_id, account_id, updated_at desc)`.execute(db);
  await isolate(db, "edits");

  await sql`create table submissions (
    ${tenantColumn},
    entity text not null check (entity ~ '^[a-z]+(_[a-z]+)*$'),
    entity_id text not null check (length(entity_id) <= 40),
    version text not null check (length(version) = 43),
    submitted_by uuid not null,
    submitted_name text not null,
    submitted_at timestamptz not null,
    note text check (length(note) <= 1000),
    returned_by uuid,
    returned_name text,
    returned_at timestamptz,
    return_note text check (length(return_note) <= 1000),
    primary key (tenant_id, entity, entity_id),
    check ((returned_at is null) = (return_note is null)),
    check ((returned_at is null) = (returned_by is null))
  )`.execute(db);
  await isolate(db, "submissions");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table submissions, edits, revisions`.execute(db);
  await sql`alter table tenant_settings drop column approval`.execute(db);
  for (const table of undated) await sql`alter table ${sql.table(table)} drop column updated_at`.execute(db);
  for (const table of binned) await sql`alter table ${sql.table(table)} drop column binned_at`.execute(db);
}

import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What a council sets or knows about periods and days off, and the deadlines that run. */
export async function up(db: Kysely<unknown>) {
  await sql`create table council_periods (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    rule text not null check (rule ~ '^[A-Z][0-9]{1,2}[a-z]?$'),
    number integer not null check (number between 0 and 1000),
    unit text not null check (unit in ('working', 'calendar', 'months', 'hours')),
    basis text not null check (basis in ('council', 'law')),
    ground jsonb not null,
    valid_from date not null,
    valid_to date check (valid_to >= valid_from),
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, rule, valid_from)
  )`.execute(db);
  await isolate(db, "council_periods");

  await sql`create table council_days (
    ${tenantColumn},
    day date not null,
    change text not null check (change in ('added', 'confirmed', 'removed')),
    name jsonb,
    non_working boolean not null,
    reason jsonb not null,
    source text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, day),
    check ((change = 'added') = (name is not null)),
    check (change = 'added' or non_working = (change = 'confirmed'))
  )`.execute(db);
  await isolate(db, "council_days");

  await sql`create table deadlines (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    subject text not null check (subject ~ '^[a-z]+(-[a-z]+)*$' and length(subject) <= 60),
    subject_id uuid not null,
    rule text not null check (rule ~ '^[A-Z][0-9]{1,2}[a-z]?$'),
    starts_on date not null,
    starts_at timestamptz,
    case_period jsonb,
    due_on date not null,
    due_at timestamptz,
    steps jsonb not null,
    certainty jsonb not null,
    opened_at timestamptz not null,
    computed_at timestamptz not null,
    closed_at timestamptz check (closed_at >= opened_at),
    primary key (tenant_id, id)
  )`.execute(db);
  await sql`create unique index deadlines_open_once on deadlines (tenant_id, subject, subject_id, rule, starts_on)
    where closed_at is null`.execute(db);
  await sql`create index deadlines_open_in_order on deadlines (tenant_id, due_on, id) where closed_at is null`.execute(
    db,
  );
  await sql`create index deadlines_by_subject on deadlines (tenant_id, subject, subject_id)`.execute(db);
  await sql`create index deadlines_by_day on deadlines (tenant_id, subject, starts_on)`.execute(db);
  await isolate(db, "deadlines");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table deadlines, council_days, council_periods`.execute(db);
}

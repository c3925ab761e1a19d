import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

const element = sql`element text not null check (element ~ '^[IVB]+(\\.[IVX0-9]+)+$')`;

/** A council's plan for its site, beside what is computed; and what it may set for itself without the operator. */
export async function up(db: Kysely<unknown>) {
  // Kept one after the other: the last one of an element holds. Without a level, the one before was taken back.
  await sql`create table readiness_judgements (
    ${tenantColumn},
    id bigint generated always as identity,
    ${element},
    level text check (level in ('none', 'partial', 'full')),
    note jsonb,
    by jsonb not null,
    at timestamptz not null,
    primary key (tenant_id, id)
  )`.execute(db);
  await sql`create index readiness_judgements_by_element on readiness_judgements (tenant_id, element, id desc)`.execute(
    db,
  );
  await isolate(db, "readiness_judgements", "select, insert");

  await sql`create table readiness_steps (
    ${tenantColumn},
    ${element},
    horizon text not null check (horizon in ('short', 'mid')),
    text jsonb not null,
    due_on date not null,
    responsible text check (length(responsible) between 1 and 120),
    done_on date,
    primary key (tenant_id, element, horizon)
  )`.execute(db);
  await isolate(db, "readiness_steps");

  await sql`create table readiness_comments (
    ${tenantColumn},
    id bigint generated always as identity,
    ${element},
    text text not null check (length(text) between 1 and 2000),
    by jsonb not null,
    at timestamptz not null,
    primary key (tenant_id, id)
  )`.execute(db);
  await sql`create index readiness_comments_by_element on readiness_comments (tenant_id, element, id)`.execute(db);
  await isolate(db, "readiness_comments", "select, insert");

  await sql`alter table tenant_settings add column readiness_public boolean not null default false`.execute(db);

  // A domain that a council wishes for itself. It leads nowhere, and takes nothing from others, until the operator,
  // who reads it here, notes it in the registry.
  await sql`create table domain_wishes (
    ${tenantColumn},
    host text not null check (host = lower(host) and length(host) <= 240),
    challenge text not null,
    wished_at timestamptz not null,
    checked_at timestamptz,
    is_proven boolean not null default false,
    leads_here boolean not null default false,
    found jsonb,
    primary key (tenant_id, host)
  )`.execute(db);
  await isolate(db, "domain_wishes");
  await sql`create policy operator_read on domain_wishes for select to portal_operator using (true)`.execute(db);
  await sql`grant select on domain_wishes to portal_operator`.execute(db);

  // Of the registry a council may write one thing: its own names.
  await sql`alter table tenants enable row level security`.execute(db);
  await sql`create policy everybody_reads on tenants for select using (true)`.execute(db);
  await sql`create policy operator_writes on tenants to portal_operator using (true) with check (true)`.execute(db);
  const own = sql`id = (select current_setting('app.tenant_id')::uuid)`;
  await sql`create policy own_names on tenants for update to portal_app using (${own}) with check (${own})`.execute(db);
  await sql`grant update (names) on tenants to portal_app`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`revoke update (names) on tenants from portal_app`.execute(db);
  await sql`drop policy own_names on tenants`.execute(db);
  await sql`drop policy operator_writes on tenants`.execute(db);
  await sql`drop policy everybody_reads on tenants`.execute(db);
  await sql`alter table tenants disable row level security`.execute(db);
  await sql`drop table domain_wishes`.execute(db);
  await sql`alter table tenant_settings drop column readiness_public`.execute(db);
  await sql`drop table readiness_comments, readiness_steps, readiness_judgements`.execute(db);
}

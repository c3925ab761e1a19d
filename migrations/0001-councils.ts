import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** The registry of councils, what each may set for itself, the versions of its content, and the audit. */
export async function up(db: Kysely<unknown>) {
  await sql`create extension if not exists unaccent`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`revoke all on schema public from public`.execute(db);
  await sql`grant usage on schema public to portal_app, portal_operator, portal_jobs`.execute(db);

  // Ids are random, except in a transaction that names a seed: what the demo makes has the same ids each time.
  await sql`create function new_id() returns uuid language plpgsql volatile as $$
    declare
      seed text := current_setting('app.id_seed', true);
      made bigint;
    begin
      if coalesce(seed, '') = '' then return gen_random_uuid(); end if;
      made := coalesce(nullif(current_setting('app.id_count', true), ''), '0')::bigint + 1;
      perform set_config('app.id_count', made::text, true);
      return md5(seed || ' ' || made)::uuid;
    end $$`.execute(db);
  await sql`create table tenants (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$'),
    names jsonb not null,
    county text not null,
    instat_code integer unique,
    state text not null default 'onboarding' check (state in ('onboarding', 'live', 'suspended')),
    is_example boolean not null default false,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create table tenant_hosts (
    host text primary key check (host = lower(host)),
    tenant_id uuid not null references tenants (id),
    kind text not null check (kind in ('primary', 'secondary')),
    challenge text,
    verified_at timestamptz,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create unique index tenant_hosts_one_primary on tenant_hosts (tenant_id) where kind = 'primary'`.execute(
    db,
  );
  await sql`create index tenant_hosts_by_tenant on tenant_hosts (tenant_id)`.execute(db);
  await sql`grant select on tenants, tenant_hosts to portal_app, portal_jobs`.execute(db);
  await sql`grant select, insert, update, delete on tenants, tenant_hosts to portal_operator`.execute(db);

  await sql`create table tenant_settings (
    ${tenantColumn},
    languages text[] not null default '{sq,en}' check (languages <@ '{sq,en}' and 'sq' = any (languages)),
    theme jsonb not null,
    modules jsonb not null default '{}',
    contacts jsonb not null default '{}',
    numbering jsonb not null default '{}',
    updated_at timestamptz not null default now(),
    primary key (tenant_id)
  )`.execute(db);
  await isolate(db, "tenant_settings", "select, insert, update");

  await sql`create table content_versions (
    ${tenantColumn},
    area text not null,
    version bigint not null default 1,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, area)
  )`.execute(db);
  await isolate(db, "content_versions", "select, insert, update");
  await sql`create policy jobs_read on content_versions for select to portal_jobs using (true)`.execute(db);
  await sql`grant select on content_versions to portal_jobs`.execute(db);

  await sql`create table audit_log (
    ${tenantColumn},
    id bigint generated always as identity,
    at timestamptz not null default now(),
    actor jsonb not null,
    action text not null,
    subject text not null,
    subject_id text not null,
    before jsonb,
    after jsonb,
    primary key (tenant_id, id)
  )`.execute(db);
  await sql`create index audit_log_by_subject on audit_log (tenant_id, subject, subject_id, id desc)`.execute(db);
  await isolate(db, "audit_log", "select, insert");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table audit_log, content_versions, tenant_settings, tenant_hosts, tenants`.execute(db);
  await sql`drop function new_id()`.execute(db);
  await sql`drop extension pg_trgm`.execute(db);
  await sql`drop extension unaccent`.execute(db);
  await sql`revoke usage on schema public from portal_app, portal_operator, portal_jobs`.execute(db);
  await sql`grant usage on schema public to public`.execute(db);
}

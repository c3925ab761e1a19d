import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/**
 * Who may enter a council's workspace. Of everything that lets somebody in only a hash is kept: of sessions, links and
 * recovery codes SHA-256 of a random text, of passwords Argon2id; secrets of second factors are sealed.
 */
export async function up(db: Kysely<unknown>) {
  await sql`create table accounts (
    ${tenantColumn},
    id uuid not null default new_id(),
    email text not null check (email = lower(email)),
    name text not null,
    password jsonb,
    totp_secret text,
    totp_confirmed_at timestamptz,
    totp_last_step bigint,
    state text not null default 'active' check (state in ('active', 'disabled')),
    language text not null default 'sq' check (language in ('sq', 'en')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    last_signed_in_at timestamptz,
    primary key (tenant_id, id),
    constraint accounts_one_email unique (tenant_id, email),
    check (totp_confirmed_at is null or totp_secret is not null)
  )`.execute(db);
  await isolate(db, "accounts");

  await sql`create table account_roles (
    ${tenantColumn},
    account_id uuid not null,
    role text not null check (role in ('secretary', 'editor', 'publisher', 'coordinator_information',
      'coordinator_consultation', 'moderator', 'councillor', 'auditor')),
    granted_at timestamptz not null,
    primary key (tenant_id, account_id, role),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
  )`.execute(db);
  await isolate(db, "account_roles");

  await sql`create table account_sessions (
    ${tenantColumn},
    id_hash text not null,
    account_id uuid not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    verified_at timestamptz,
    confirmed_at timestamptz not null,
    user_agent text not null check (length(user_agent) <= 200),
    primary key (tenant_id, id_hash),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
  )`.execute(db);
  await sql`create index account_sessions_by_account on account_sessions (tenant_id, account_id)`.execute(db);
  await isolate(db, "account_sessions");

  await sql`create table account_links (
    ${tenantColumn},
    token_hash text not null,
    purpose text not null check (purpose in ('invitation', 'reset')),
    account_id uuid,
    email text not null check (email = lower(email)),
    name text,
    roles text[] not null default '{}',
    language text not null check (language in ('sq', 'en')),
    created_by jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade,
    check ((purpose = 'reset') = (account_id is not null))
  )`.execute(db);
  await sql`create index account_links_by_email on account_links (tenant_id, email)`.execute(db);
  await isolate(db, "account_links");

  await sql`create table account_recovery_codes (
    ${tenantColumn},
    account_id uuid not null,
    code_hash text not null,
    used_at timestamptz,
    primary key (tenant_id, account_id, code_hash),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
  )`.execute(db);
  await isolate(db, "account_recovery_codes");

  await sql`create table sign_in_attempts (
    ${tenantColumn},
    bucket text not null,
    window_start timestamptz not null,
    count integer not null,
    primary key (tenant_id, bucket)
  )`.execute(db);
  await isolate(db, "sign_in_attempts");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table sign_in_attempts, account_recovery_codes, account_links, account_sessions, account_roles, accounts`.execute(
    db,
  );
}

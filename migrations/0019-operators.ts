import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

const passkeyColumns = `passkey_id text not null check (length(passkey_id) <= 1400),
    public_key text not null,
    counter bigint not null default 0 check (counter >= 0),
    transports text[] not null default '{}',
    name text not null check (length(name) between 1 and 120),
    is_synced boolean not null,
    created_at timestamptz not null,
    last_used_at timestamptz`;
const challengeColumns = `challenge_hash text not null,
    purpose text not null check (purpose in ('register', 'sign_in', 'second_factor')),
    holder_hash text not null,
    expires_at timestamptz not null`;

/**
 * The operators' accounts, in a schema of their own that no council's request can even look into: its tables are called
 * like a council's, since the same code asks them. Beside them, in each council, the visits that operators pay it; and
 * for all accounts the passkeys.
 */
export async function up(db: Kysely<unknown>) {
  await sql`create schema operators`.execute(db);
  await sql`grant usage on schema operators to portal_operator`.execute(db);
  await sql`create table operators.accounts (
    id uuid primary key default gen_random_uuid(),
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
    constraint accounts_one_email unique (email),
    check (totp_confirmed_at is null or totp_secret is not null)
  )`.execute(db);
  await sql`create table operators.account_sessions (
    id_hash text primary key,
    account_id uuid not null references operators.accounts (id) on delete cascade,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    verified_at timestamptz,
    confirmed_at timestamptz not null,
    user_agent text not null check (length(user_agent) <= 200)
  )`.execute(db);
  await sql`create index account_sessions_by_account on operators.account_sessions (account_id)`.execute(db);
  await sql`create table operators.account_links (
    token_hash text primary key,
    purpose text not null check (purpose in ('invitation', 'reset')),
    account_id uuid references operators.accounts (id) on delete cascade,
    email text not null check (email = lower(email)),
    name text,
    roles text[] not null default '{}' check (roles = '{}'),
    language text not null check (language in ('sq', 'en')),
    created_by jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((purpose = 'reset') = (account_id is not null))
  )`.execute(db);
  await sql`create table operators.account_recovery_codes (
    account_id uuid not null references operators.accounts (id) on delete cascade,
    code_hash text not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
  )`.execute(db);
  await sql`create table operators.sign_in_attempts (
    bucket text primary key,
    window_start timestamptz not null,
    count integer not null
  )`.execute(db);
  await sql`create table operators.audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor jsonb not null,
    action text not null,
    subject text not null,
    subject_id text not null,
    before jsonb,
    after jsonb
  )`.execute(db);
  await sql`create table operators.account_passkeys (
    account_id uuid not null references operators.accounts (id) on delete cascade,
    ${sql.raw(passkeyColumns)},
    primary key (passkey_id)
  )`.execute(db);
  await sql`create table operators.account_challenges (
    ${sql.raw(challengeColumns)},
    primary key (challenge_hash)
  )`.execute(db);
  await sql`grant select, insert, update, delete on operators.accounts, operators.account_sessions,
    operators.account_links, operators.account_recovery_codes, operators.sign_in_attempts,
    operators.account_passkeys, operators.account_challenges to portal_operator`.execute(db);
  await sql`grant select, insert on operators.audit_log to portal_operator`.execute(db);

  // An operator in a council: asked for with a reason, entered once, over after a while.
  await sql`create table operator_visits (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    operator_id uuid not null,
    operator_name text not null,
    reason text not null check (length(reason) between 1 and 500),
    host text not null,
    token_hash text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    entered_at timestamptz,
    session_hash text,
    ends_at timestamptz,
    left_at timestamptz,
    primary key (tenant_id, id),
    constraint operator_visits_one_token unique (tenant_id, token_hash),
    constraint operator_visits_one_session unique (tenant_id, session_hash),
    check (num_nulls(entered_at, session_hash, ends_at) in (0, 3))
  )`.execute(db);
  await sql`create index operator_visits_open on operator_visits (tenant_id, operator_id) where left_at is null`.execute(
    db,
  );
  await isolate(db, "operator_visits");

  await sql`create table account_passkeys (
    ${tenantColumn},
    account_id uuid not null,
    ${sql.raw(passkeyColumns)},
    primary key (tenant_id, passkey_id),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
  )`.execute(db);
  await sql`create index account_passkeys_by_account on account_passkeys (tenant_id, account_id)`.execute(db);
  await isolate(db, "account_passkeys");

  await sql`create table account_challenges (
    ${tenantColumn},
    ${sql.raw(challengeColumns)},
    primary key (tenant_id, challenge_hash)
  )`.execute(db);
  await isolate(db, "account_challenges");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table account_challenges, account_passkeys, operator_visits`.execute(db);
  await sql`drop schema operators cascade`.execute(db);
}

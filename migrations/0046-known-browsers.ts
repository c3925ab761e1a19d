import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/**
 * In which browsers an account has been signed in with both factors: wrong passwords from elsewhere do not shut those out.
 * Of what a browser holds only a hash is kept, another for each account.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table account_devices (
    ${tenantColumn},
    device_hash text not null,
    account_id uuid not null,
    signed_in_at timestamptz not null,
    primary key (tenant_id, device_hash),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
  )`.execute(db);
  await sql`create index account_devices_by_account on account_devices (tenant_id, account_id)`.execute(db);
  await isolate(db, "account_devices");

  await sql`create table operators.account_devices (
    device_hash text primary key,
    account_id uuid not null references operators.accounts (id) on delete cascade,
    signed_in_at timestamptz not null
  )`.execute(db);
  await sql`create index account_devices_by_account on operators.account_devices (account_id)`.execute(db);
  await sql`grant select, insert, update, delete on operators.account_devices to portal_operator`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table operators.account_devices, account_devices`.execute(db);
}

import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What a change causes outside of its transaction, and the mail that is sent so. */
export async function up(db: Kysely<unknown>) {
  // A process without the owner's password can still say which steps are missing.
  await sql`grant select on kysely_migration to portal_app`.execute(db);

  await sql`create table outbox (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    topic text not null check (topic ~ '^[a-z]+(-[a-z]+)*$' and length(topic) <= 60),
    subject_id uuid not null,
    created_at timestamptz not null default clock_timestamp(),
    relayed_at timestamptz,
    done_at timestamptz,
    primary key (tenant_id, id)
  )`.execute(db);
  await sql`create index outbox_waiting on outbox (tenant_id, created_at) where relayed_at is null`.execute(db);
  await sql`create index outbox_done on outbox (tenant_id, done_at) where done_at is not null`.execute(db);
  await isolate(db, "outbox");
  await sql`create policy jobs_read on outbox for select to portal_jobs using (true)`.execute(db);
  await sql`create policy jobs_relay on outbox for update to portal_jobs using (true) with check (true)`.execute(db);
  await sql`grant select (tenant_id, id, topic, created_at, relayed_at) on outbox to portal_jobs`.execute(db);
  await sql`grant update (relayed_at) on outbox to portal_jobs`.execute(db);

  await sql`create table mails (
    ${tenantColumn},
    id uuid not null default gen_random_uuid(),
    recipient text,
    subject text,
    body_text text,
    body_html text,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    refused_at timestamptz,
    refusal text,
    masked_at timestamptz,
    primary key (tenant_id, id),
    check (case when masked_at is null then num_nulls(recipient, subject, body_text) = 0
      else num_nonnulls(recipient, subject, body_text, body_html, refusal) = 0 end)
  )`.execute(db);
  await sql`create index mails_by_age on mails (tenant_id, created_at) where masked_at is null`.execute(db);
  await isolate(db, "mails", "select, insert, update");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table mails, outbox`.execute(db);
  await sql`revoke select on kysely_migration from portal_app`.execute(db);
}

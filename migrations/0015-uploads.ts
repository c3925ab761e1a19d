import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Files on their way into the workspace, what was found in those that arrived, and pictures with their crop. */
export async function up(db: Kysely<unknown>) {
  await sql`create table pictures (
    ${tenantColumn},
    id uuid not null default new_id(),
    file_name text not null,
    original_sha256 text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    crop jsonb,
    alternative jsonb,
    renditions jsonb not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, original_sha256) references files (tenant_id, sha256)
  )`.execute(db);
  await sql`create index pictures_by_original on pictures (tenant_id, original_sha256)`.execute(db);
  await isolate(db, "pictures");

  await sql`create table uploads (
    ${tenantColumn},
    id uuid not null default new_id(),
    account_id uuid not null,
    file_name text not null,
    size bigint not null check (size > 0),
    received bigint not null default 0 check (received between 0 and size),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    finished_at timestamptz,
    document_id uuid,
    picture_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete cascade,
    foreign key (tenant_id, picture_id) references pictures (tenant_id, id) on delete cascade,
    check (num_nonnulls(document_id, picture_id) = num_nonnulls(finished_at))
  )`.execute(db);
  await sql`create index uploads_by_account on uploads (tenant_id, account_id, created_at)`.execute(db);
  await sql`create index uploads_by_expiry on uploads (tenant_id, expires_at)`.execute(db);
  await isolate(db, "uploads");

  await sql`create table upload_parts (
    ${tenantColumn},
    upload_id uuid not null,
    start bigint not null check (start >= 0),
    size bigint not null check (size > 0),
    storage_key text not null,
    primary key (tenant_id, upload_id, start),
    foreign key (tenant_id, upload_id) references uploads (tenant_id, id) on delete cascade
  )`.execute(db);
  await isolate(db, "upload_parts");

  await sql`create table file_checks (
    ${tenantColumn},
    sha256 text not null,
    virus text not null check (virus in ('clean', 'not_configured', 'too_large')),
    text jsonb not null,
    checked_at timestamptz not null,
    primary key (tenant_id, sha256),
    foreign key (tenant_id, sha256) references files (tenant_id, sha256)
  )`.execute(db);
  await isolate(db, "file_checks");

  await sql`alter table documents add column guessed text[] not null default '{}'
    check (guessed <@ array['title', 'language'])`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`alter table documents drop column guessed`.execute(db);
  await sql`drop table file_checks, upload_parts, uploads, pictures`.execute(db);
}

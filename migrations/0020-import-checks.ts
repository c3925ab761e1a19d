import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Tables that were sent and looked through, and wait for somebody to say that they come in. */
export async function up(db: Kysely<unknown>) {
  await sql`create table import_checks (
    ${tenantColumn},
    id uuid not null default new_id(),
    kind text not null check (kind ~ '^[a-z_]+$'),
    file_name text not null check (length(file_name) between 1 and 200),
    content bytea not null check (length(content) <= 20000000),
    archive_name text,
    archive_sha256 text check (archive_sha256 ~ '^[0-9a-f]{64}$'),
    publish boolean not null,
    replace boolean not null,
    report jsonb not null,
    by jsonb not null,
    at timestamptz not null,
    primary key (tenant_id, id),
    check ((archive_name is null) = (archive_sha256 is null))
  )`.execute(db);
  await sql`create index import_checks_by_age on import_checks (tenant_id, at)`.execute(db);
  await isolate(db, "import_checks", "select, insert, delete");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table import_checks`.execute(db);
}

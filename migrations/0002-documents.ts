import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Stored files by content, and documents as a reader knows them: a title, a language, versions. */
export async function up(db: Kysely<unknown>) {
  await sql`create table files (
    ${tenantColumn},
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size > 0),
    crc32 bigint not null check (crc32 between 0 and 4294967295),
    media_type text not null,
    extension text not null,
    stored_at timestamptz not null default now(),
    primary key (tenant_id, sha256)
  )`.execute(db);
  await isolate(db, "files");

  await sql`create table documents (
    ${tenantColumn},
    id uuid not null default new_id(),
    title jsonb not null,
    language text not null default 'sq' check (language in ('sq', 'en', 'mul')),
    public_from timestamptz,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
  )`.execute(db);
  await isolate(db, "documents");

  await sql`create table document_versions (
    ${tenantColumn},
    document_id uuid not null,
    version integer not null check (version > 0),
    visibility text not null check (visibility in ('public', 'internal')),
    sha256 text not null,
    file_name text not null,
    uploaded_at timestamptz not null default now(),
    primary key (tenant_id, document_id, version, visibility),
    foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete cascade,
    foreign key (tenant_id, sha256) references files (tenant_id, sha256)
  )`.execute(db);
  await sql`create index document_versions_by_file on document_versions (tenant_id, sha256)`.execute(db);
  await isolate(db, "document_versions");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table document_versions, documents, files`.execute(db);
}

import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Collections of documents of one kind, procedures, and photo albums. */
export async function up(db: Kysely<unknown>) {
  await sql`create table publications (
    ${tenantColumn},
    id uuid not null default new_id(),
    element text not null,
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    title jsonb not null,
    summary jsonb,
    body jsonb,
    date date,
    year integer check (year between 1900 and 2200),
    period_from date,
    period_to date,
    sort_date date not null,
    tags text[] not null default '{}',
    fields jsonb not null default '{}',
    folded_text text not null,
    is_bilingual boolean not null generated always as (
      coalesce(title ->> 'en', '') <> ''
      and (summary is null or coalesce(summary ->> 'en', '') <> '')
      and (body is null or coalesce(body ->> 'en', '') <> '')
      and not jsonb_path_exists(fields, '$.** ? (exists (@.sq) && !exists (@.en))')) stored,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    withdrawn_reason jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, element, slug),
    check (period_to >= period_from),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await sql`create index publications_in_order on publications (tenant_id, element, sort_date desc, id)`.execute(db);
  await sql`create index publications_by_time on publications (tenant_id, public_from)`.execute(db);
  await isolate(db, "publications");

  await sql`create table publication_documents (
    ${tenantColumn},
    publication_id uuid not null,
    position integer not null,
    document_id uuid not null,
    primary key (tenant_id, publication_id, position),
    unique (tenant_id, document_id),
    foreign key (tenant_id, publication_id) references publications (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id) references documents (tenant_id, id)
  )`.execute(db);
  await isolate(db, "publication_documents");

  await sql`create table pages (
    ${tenantColumn},
    id uuid not null default new_id(),
    element text not null,
    content jsonb not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, element),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await isolate(db, "pages");

  await sql`create table page_documents (
    ${tenantColumn},
    page_id uuid not null,
    position integer not null,
    document_id uuid not null,
    primary key (tenant_id, page_id, position),
    unique (tenant_id, document_id),
    foreign key (tenant_id, page_id) references pages (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id) references documents (tenant_id, id)
  )`.execute(db);
  await isolate(db, "page_documents");

  await sql`create table albums (
    ${tenantColumn},
    id uuid not null default new_id(),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    title jsonb not null,
    summary jsonb,
    date date not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
    public_from timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    check (state <> 'published' or public_from is not null)
  )`.execute(db);
  await sql`create index albums_in_order on albums (tenant_id, date desc, id)`.execute(db);
  await isolate(db, "albums");

  await sql`create table photos (
    ${tenantColumn},
    id uuid not null default new_id(),
    album_id uuid not null,
    position integer not null,
    caption jsonb not null,
    alternative jsonb not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    original_sha256 text not null,
    renditions jsonb not null default '[]',
    primary key (tenant_id, id),
    unique (tenant_id, album_id, position),
    foreign key (tenant_id, album_id) references albums (tenant_id, id) on delete cascade,
    foreign key (tenant_id, original_sha256) references files (tenant_id, sha256)
  )`.execute(db);
  await isolate(db, "photos");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table photos, albums, page_documents, pages, publication_documents, publications`.execute(db);
}

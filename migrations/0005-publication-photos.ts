import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** The photo of a publication, and when one was withdrawn. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table publications add column withdrawn_at timestamptz`.execute(db);
  // Every council's rows at once: for the length of this step their owner is not bound to one.
  await sql`alter table publications no force row level security`.execute(db);
  await sql`update publications set withdrawn_at = updated_at, withdrawn_reason = coalesce(withdrawn_reason,
    '{"sq": "Arsyeja nuk është shënuar.", "en": "The reason was not recorded."}') where state = 'withdrawn'`.execute(
    db,
  );
  await sql`alter table publications force row level security`.execute(db);
  await sql`alter table publications add constraint publications_withdrawn_check
    check (state <> 'withdrawn' or (withdrawn_at is not null and withdrawn_reason is not null))`.execute(db);

  await sql`create table publication_photos (
    ${tenantColumn},
    publication_id uuid not null,
    caption jsonb not null,
    alternative jsonb not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    original_sha256 text not null,
    renditions jsonb not null default '[]',
    primary key (tenant_id, publication_id),
    foreign key (tenant_id, publication_id) references publications (tenant_id, id) on delete cascade,
    foreign key (tenant_id, original_sha256) references files (tenant_id, sha256)
  )`.execute(db);
  await isolate(db, "publication_photos");
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table publication_photos`.execute(db);
  await sql`alter table publications drop column withdrawn_at`.execute(db);
}

import { type Kysely, sql } from "kysely";

/**
 * A newer file of a document that the public has may be what is proposed: it lies in the storage as long as the proposal
 * names it, and a document that is gone leaves no proposal.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The owner compares all rows of all councils.
  const all = ["proposals", "files", "documents"];
  for (const table of all) await sql`alter table ${sql.table(table)} no force row level security`.execute(db);
  await sql`alter table proposals
    add column sha256 text check (sha256 is null or entity = 'document'),
    add column document_id uuid generated always as (case when entity = 'document' then entity_id::uuid end) stored,
    add foreign key (tenant_id, sha256) references files (tenant_id, sha256),
    add foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete cascade`.execute(db);
  for (const table of all) await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  await sql`create index proposals_document on proposals (tenant_id, document_id) where document_id is not null`.execute(
    db,
  );
  await sql`create index proposals_file on proposals (tenant_id, sha256) where sha256 is not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table proposals no force row level security`.execute(db);
  await sql`delete from proposals where entity = 'document'`.execute(db);
  await sql`alter table proposals force row level security`.execute(db);
  await sql`alter table proposals drop column document_id, drop column sha256`.execute(db);
}

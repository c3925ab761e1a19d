import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** What was read in files, page by page, for as long as the public has them as the newest of a document. */
export async function up(db: Kysely<unknown>) {
  await sql`create table document_readings (
    ${tenantColumn},
    sha256 text not null,
    read_at timestamptz not null,
    reason text check (reason in ('time', 'memory', 'damaged', 'encrypted', 'size', 'missing')),
    pages integer check (pages >= 0),
    is_whole boolean not null,
    pictures integer[] not null default '{}',
    recognised integer not null default 0 check (recognised >= 0),
    had_recogniser boolean not null default false,
    primary key (tenant_id, sha256),
    foreign key (tenant_id, sha256) references files (tenant_id, sha256) on delete cascade
  )`.execute(db);
  await isolate(db, "document_readings");

  await sql`create table document_texts (
    ${tenantColumn},
    sha256 text not null,
    page integer not null check (page > 0),
    text text not null check (length(text) between 1 and 200000),
    language text check (language in ('sq', 'en')),
    is_machine_read boolean not null default false,
    primary key (tenant_id, sha256, page),
    foreign key (tenant_id, sha256) references document_readings (tenant_id, sha256) on delete cascade
  )`.execute(db);
  await isolate(db, "document_texts");

  // The text of a file is kept while it is the newest that the public may have of some document, or will have.
  await sql`create function is_newest_public_file(owner uuid, file text) returns boolean language sql stable as $$
    select exists (select from document_versions v
      where v.tenant_id = owner and v.sha256 = file and v.visibility = 'public'
        and not exists (select from document_versions later where later.tenant_id = owner
          and later.document_id = v.document_id and later.visibility = 'public' and later.version > v.version))
  $$`.execute(db);

  // A newer version, a redacted one beside an original and the removal of a document take the text along at once. Whoever
  // keeps a text holds the row of its file meanwhile: one of the two comes second and sees what the other has done.
  await sql`create function forget_replaced_texts() returns trigger language plpgsql as $$
    declare file text;
    begin
      for file in
        select f.sha256 from files f
        where f.tenant_id = old.tenant_id and (f.sha256 = old.sha256 or f.sha256 in (select v.sha256 from document_versions v
          where v.tenant_id = old.tenant_id and v.document_id = old.document_id))
        order by f.sha256 for update
      loop
        delete from document_readings r where r.tenant_id = old.tenant_id and r.sha256 = file
          and not is_newest_public_file(old.tenant_id, file);
      end loop;
      return null;
    end
  $$`.execute(db);
  await sql`create function forget_earlier_texts() returns trigger language plpgsql as $$
    declare file text;
    begin
      for file in
        select f.sha256 from files f
        where f.tenant_id = new.tenant_id and f.sha256 in (select v.sha256 from document_versions v
          where v.tenant_id = new.tenant_id and v.document_id = new.document_id and v.version < new.version)
        order by f.sha256 for update
      loop
        delete from document_readings r where r.tenant_id = new.tenant_id and r.sha256 = file
          and not is_newest_public_file(new.tenant_id, file);
      end loop;
      return null;
    end
  $$`.execute(db);
  await sql`create trigger texts_follow_changes after update or delete on document_versions
    for each row execute function forget_replaced_texts()`.execute(db);
  await sql`create trigger texts_follow_versions after insert on document_versions
    for each row when (new.version > 1) execute function forget_earlier_texts()`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop trigger texts_follow_versions on document_versions`.execute(db);
  await sql`drop trigger texts_follow_changes on document_versions`.execute(db);
  await sql`drop function forget_earlier_texts(), forget_replaced_texts(), is_newest_public_file(uuid, text)`.execute(
    db,
  );
  await sql`drop table document_texts, document_readings`.execute(db);
}

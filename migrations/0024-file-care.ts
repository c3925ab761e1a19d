import { type Kysely, sql } from "kysely";

const virusChecks = (states: string) =>
  sql`alter table file_checks add constraint file_checks_virus_check check (virus in (${sql.raw(states)}))`;
const defectKinds = (kinds: string) =>
  sql`alter table defects add constraint defects_kind_check check (kind in (${sql.raw(kinds)}))`;
const checksBefore = "'clean', 'not_configured', 'too_large'";
const kindsBefore = "'file_missing', 'file_damaged', 'link_broken', 'photo_without_text', 'scan_without_text'";

/** Files that nothing needs any more are known by the night since when that is so; what a later scan found stays with the file. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table files add column unneeded_since timestamptz, add column virus text`.execute(db);
  await sql`create index files_unneeded on files (tenant_id, unneeded_since) where unneeded_since is not null`.execute(
    db,
  );
  await sql`alter table file_checks drop constraint file_checks_virus_check`.execute(db);
  await virusChecks(`${checksBefore}, 'found'`).execute(db);
  await sql`alter table defects drop constraint defects_kind_check`.execute(db);
  await defectKinds(`${kindsBefore}, 'file_infected'`).execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`alter table defects drop constraint defects_kind_check`.execute(db);
  await defectKinds(kindsBefore).execute(db);
  await sql`alter table file_checks drop constraint file_checks_virus_check`.execute(db);
  await virusChecks(checksBefore).execute(db);
  await sql`drop index files_unneeded`.execute(db);
  await sql`alter table files drop column unneeded_since, drop column virus`.execute(db);
}

import { type Kysely, sql } from "kysely";

const both = sql`translate(lower(coalesce(title ->> 'sq', '') || ' ' || coalesce(title ->> 'en', '')), 'ëç', 'ec')`;

/** What the workspace's search looks through most, folded once and not for every question. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table documents add column folded_title text not null generated always as (${both}) stored`.execute(
    db,
  );
  await sql`alter table agenda_items add column folded_title text not null generated always as (${both}) stored`.execute(
    db,
  );
  await sql`alter table document_versions add column folded_name text not null
    generated always as (translate(lower(file_name), 'ëç', 'ec')) stored`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`alter table document_versions drop column folded_name`.execute(db);
  await sql`alter table agenda_items drop column folded_title`.execute(db);
  await sql`alter table documents drop column folded_title`.execute(db);
}

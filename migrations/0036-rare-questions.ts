import { type Kysely, sql } from "kysely";

/** A question that found nothing has words only once it was asked a few times: whoever names somebody is mostly alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_misses add column hash text`.execute(db);
  await sql`alter table search_misses no force row level security`.execute(db);
  await sql`update search_misses set hash = encode(sha256(convert_to(words, 'UTF8')), 'hex')`.execute(db);
  await sql`alter table search_misses
    drop constraint search_misses_pkey,
    alter column words drop not null,
    alter column hash set not null,
    add primary key (tenant_id, day, site, hash)`.execute(db);
  await sql`update search_misses m set words = null where 3 > (
    select sum(o.count) from search_misses o where o.tenant_id = m.tenant_id and o.site = m.site and o.hash = m.hash
  )`.execute(db);
  await sql`alter table search_misses force row level security`.execute(db);
  // How often it was asked on all days is looked up at every search that finds nothing.
  await sql`create index search_misses_by_question on search_misses (tenant_id, site, hash)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_misses no force row level security`.execute(db);
  await sql`drop index search_misses_by_question`.execute(db);
  await sql`delete from search_misses where words is null`.execute(db);
  await sql`alter table search_misses drop column hash, alter column words set not null,
    add primary key (tenant_id, day, site, words)`.execute(db);
  await sql`alter table search_misses force row level security`.execute(db);
}

import { type Kysely, sql } from "kysely";

/**
 * The person of the council's register whom an account belongs to, and whom an invitation is meant for: a councillor tells
 * what is theirs to tell. Nobody has two accounts, and whoever leaves the register leaves the account without a person.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The owner compares all rows of all councils, though there is nothing in them yet.
  const all = ["people", "accounts", "account_links"];
  for (const table of all) await sql`alter table ${sql.table(table)} no force row level security`.execute(db);
  for (const table of ["accounts", "account_links"])
    await sql`alter table ${sql.table(table)} add column person_id uuid,
      add constraint ${sql.ref(`${table}_person`)} foreign key (tenant_id, person_id)
        references people (tenant_id, id) on delete set null (person_id)`.execute(db);
  for (const table of all) await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  await sql`alter table accounts add constraint accounts_one_person unique (tenant_id, person_id)`.execute(db);
  await sql`create index account_links_by_person on account_links (tenant_id, person_id)
    where person_id is not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account_links drop column person_id`.execute(db);
  await sql`alter table accounts drop column person_id`.execute(db);
}

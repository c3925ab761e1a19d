import { type Kysely, sql } from "kysely";

/** Rates of pay are listed and edited like everything else, what was changed last at the head. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table pay_rates add column updated_at timestamptz not null default now()`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`alter table pay_rates drop column updated_at`.execute(db);
}

import { type Kysely, sql } from "kysely";

/**
 * When and why a body was withdrawn, which its address goes on telling. Of those that were withdrawn before nobody recorded a
 * reason, and none is made up: they stay as if they had never been.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table bodies add column withdrawn_at timestamptz, add column withdrawn_reason jsonb,
    add constraint bodies_withdrawn_check check ((withdrawn_at is null) = (withdrawn_reason is null))`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table bodies drop column withdrawn_at, drop column withdrawn_reason`.execute(db);
}

import { type Kysely, sql } from "kysely";
import { isolate, tenantColumn } from "./lib/tenant-table.ts";

/** Forms for something new that were sent, each with what was made of it: sent twice it makes one thing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table forms_sent (
    ${tenantColumn},
    form uuid not null,
    hash text not null,
    made text,
    sent_at timestamptz not null,
    primary key (tenant_id, form, hash)
  )`.execute(db);
  await isolate(db, "forms_sent");
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table forms_sent`.execute(db);
}

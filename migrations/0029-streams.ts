import { type Kysely, sql } from "kysely";

/** Where a body's or a single meeting's picture is streamed, and how many may watch from one address of the network. */
export async function up(db: Kysely<unknown>) {
  for (const table of ["bodies", "meetings"])
    await sql`alter table ${sql.table(table)} add column stream_url text
      check (stream_url ~ '^https://' and length(stream_url) <= 500)`.execute(db);
  await sql`alter table tenant_settings add column live_connections integer not null default 5000
    check (live_connections between 20 and 100000)`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`alter table tenant_settings drop column live_connections`.execute(db);
  for (const table of ["bodies", "meetings"])
    await sql`alter table ${sql.table(table)} drop column stream_url`.execute(db);
}

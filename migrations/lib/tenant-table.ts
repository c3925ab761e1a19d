import { type Kysely, sql } from "kysely";

/** The first column of every council's table: filled from the bound transaction, never named by code. */
export const tenantColumn = sql`tenant_id uuid not null default (current_setting('app.tenant_id'))::uuid references tenants (id)`;

/**
 * Binds a table to its council: row-level security enabled and forced, one policy, and the rights of the application.
 * @param grants what `portal_app` may do; an append-only table gets `select, insert`.
 */
export async function isolate(db: Kysely<unknown>, table: string, grants = "select, insert, update, delete") {
  const bound = sql.raw("tenant_id = (select current_setting('app.tenant_id')::uuid)");
  const name = sql.table(table);
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`create policy tenant_isolation on ${name} using (${bound}) with check (${bound})`.execute(db);
  await sql`grant ${sql.raw(grants)} on ${name} to portal_app`.execute(db);
}

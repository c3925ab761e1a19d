import { sql } from "kysely";
import type { TenantTx } from "./tenant-db.ts";

/** Every table that holds rows of councils, by the catalogue: a new one is never forgotten. In the order of names. */
export async function tenantTables(tx: TenantTx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id' and not attisdropped)
    order by relname`.execute(tx);
  return rows.map(({ name }) => name);
}

async function keyOf(tx: TenantTx, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_index, unnest(indkey::int2[]) with ordinality as k (number, place)
    join pg_attribute on attnum = k.number
    where indexrelid = (select indexrelid from pg_index where indrelid = ${table}::regclass and indisprimary)
      and attrelid = indrelid order by place`.execute(tx);
  return rows.map(({ name }) => name);
}

const batch = 500;

/**
 * The bound council's rows of a table as lines of JSON without their ends, in the order of the primary key, a batch at a
 * time. Only one table can be read at a time in a transaction.
 * @param without columns that are left out
 */
export async function* rowsOf(tx: TenantTx, table: string, without: readonly string[] = []): AsyncGenerator<string[]> {
  const key = sql.join((await keyOf(tx, table)).map((column) => sql.ref(`row.${column}`)));
  const line =
    without.length > 0 ? sql`(to_jsonb(row) - ${sql.lit(`{${without}}`)}::text[])::text` : sql`row_to_json(row)::text`;
  await sql`declare rows_of_table no scroll cursor for
    select ${line} as line from ${sql.table(table)} as row order by ${key}`.execute(tx);
  while (true) {
    const { rows } = await sql<{ line: string }>`fetch forward ${sql.lit(batch)} from rows_of_table`.execute(tx);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < batch) break;
  }
  await sql`close rows_of_table`.execute(tx);
}

import { sql } from "kysely";
import type { TenantTx } from "../db/tenant-db.ts";

/** Rows that travel in one statement: enough to be quick, and no message of hundreds of megabytes. */
const most = 5_000;

/**
 * Inserts many rows of one table, given by the names of its columns; all rows have those of the first. What is an object
 * goes into `jsonb`, what is a list into an array.
 */
export async function insertRows(tx: TenantTx, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)));
  for (let from = 0; from < rows.length; from += most) {
    const batch = JSON.stringify(rows.slice(from, from + most));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${batch}::json)`.execute(tx);
  }
}

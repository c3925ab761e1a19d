import pg from "pg";

/** Rows from which reading a whole table is refused. */
const large = 5_000;

/** Names of the tables that hold many rows, once they were analyzed. */
export async function largeTables(ownerUrl: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ relname: string }>(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= $1",
    [large],
  );
  await client.end();
  return new Set(rows.map(({ relname }) => relname));
}

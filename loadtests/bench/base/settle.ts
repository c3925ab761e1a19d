import pg from "pg";

/**
 * Leaves a database that was just filled as it is after it has run for a while: vacuumed and analysed. Otherwise
 * PostgreSQL does it by itself beside what is measured.
 */
export async function settle(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("vacuum (analyze)");
  } finally {
    await client.end();
  }
}

import pg from "pg";

/** Tells the planner, as the owner, what the tables hold; after many rows came at once it would guess for a minute. */
export async function analyze(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

import { sql } from "kysely";
import { type ConstructorOptions, PgBoss } from "pg-boss";
import { jobsSchema } from "./jobs-schema.ts";
import { openPool, type Pool } from "./pool.ts";
import { type RegistryDb, registryDb } from "./registry-db.ts";
import type { TenantId } from "./tenant-db.ts";

const applicationName = "e-keshilli jobs";

/** What looks across councils for the jobs (`portal_jobs`): the outbox' envelopes, never what is in them. */
export const openJobsPool = (url: string, onLost?: (error: Error) => void): Pool =>
  openPool(url, { max: 2, role: "portal_jobs", applicationName, onLost });

/** The job library on connections of its own, as `portal_jobs`. It never alters its tables: see `jobs-schema.ts`. */
export const openBoss = (url: string, options: Pick<ConstructorOptions, "cronMonitorIntervalSeconds">): PgBoss =>
  new PgBoss({
    ...options,
    connectionString: url,
    options: "-c role=portal_jobs",
    application_name: applicationName,
    max: 4,
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    // Both need the owner of the tables.
    reindex: false,
    monitorVacuum: false,
  });

/** The line of an outbox that says whose it is and where it goes. */
export interface Envelope {
  tenantId: TenantId;
  id: string;
  topic: string;
}

/**
 * Hands over what waits in the outboxes of all councils and is due, the oldest first, and notes it as handed over in the same
 * transaction: either both happen or neither. What another process is just handing over is left to it.
 * @returns how many there were; `limit` of them means that there may be more.
 */
export async function relayWaiting(
  pool: Pool,
  boss: PgBoss,
  topics: readonly string[],
  limit: number,
  now: Date,
): Promise<number> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query("begin");
    const { rows } = await client.query<Envelope>(
      `select tenant_id as "tenantId", id, topic from outbox where relayed_at is null and topic = any ($1)
         and (due_at is null or due_at <= $3)
       order by created_at limit $2 for update skip locked`,
      [topics, limit, now],
    );
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
    for (const [topic, envelopes] of Map.groupBy(rows, (row) => row.topic)) {
      // The id is the row's own: the library itself refuses a second job for it.
      const jobs = envelopes.map(({ tenantId, id }) => ({ id, data: { tenantId, rowId: id } }));
      await boss.insert(topic, jobs, { db });
    }
    await client.query(
      `update outbox set relayed_at = clock_timestamp() from unnest($1::uuid[], $2::uuid[]) as sent (tenant_id, id)
       where outbox.tenant_id = sent.tenant_id and outbox.id = sent.id`,
      [rows.map((row) => row.tenantId), rows.map((row) => row.id)],
    );
    await client.query("commit");
    return rows.length;
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    // A connection with an unfinished transaction is not given to anybody else.
    client.release(failure);
  }
}

/** Every council, for what is done for each of them by the clock. */
export async function findTenantIds(pool: Pool): Promise<TenantId[]> {
  const registry: RegistryDb = registryDb(pool);
  return (await registry.selectFrom("tenants").select("id").orderBy("id").execute()).map(({ id }) => id);
}

/** How many jobs of a queue wait in it or failed for good. */
export async function countJobs(pool: Pool, queue: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(`${jobsSchema}.job`)} where name = ${queue}`.execute(registryDb(pool));
  return rows[0]!.count;
}

import pg from "pg";
import { getConstructionPlans, getMigrationPlans } from "pg-boss";
import library from "pg-boss/package.json" with { type: "json" };

export const jobsSchema = "pgboss";

/** The version of the job library's tables that this code works with. */
const version = library.pgboss.schema;
/** Named beside our own steps: `jobs-38`. */
export const jobsStep = `jobs-${version}`;

/** Any number does; who upgrades the tables takes turns on it. */
const turn = 7_225_301_847;

/** The job library's own tables, and which of them a worker changes. */
const rights = `
  grant usage on schema ${jobsSchema} to portal_jobs, portal_app;
  grant select on ${jobsSchema}.version to portal_app;
  grant select on all tables in schema ${jobsSchema} to portal_jobs;
  grant update on ${jobsSchema}.version to portal_jobs;
  grant insert, update, delete on ${["job", "job_common", "job_dependency", "queue", "schedule", "instance"]
    .map((table) => `${jobsSchema}.${table}`)
    .join(", ")} to portal_jobs;`;

/** The version of the tables that a database has, 0 where they are missing. */
export async function jobsSchemaVersion(client: pg.ClientBase): Promise<number> {
  const exists = await client.query("select to_regclass($1) as name", [`${jobsSchema}.version`]);
  if (exists.rows[0].name === null) return 0;
  const { rows } = await client.query<{ version: number }>(`select version from ${jobsSchema}.version`);
  return rows[0]?.version ?? 0;
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A lost connection fails the query that is under way; without a listener it would end the process as well.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes or upgrades the job library's tables, as the owner of the database: workers have no right to. Their form is the
 * library's, so that they are no step of ours. Returns whether anything changed.
 */
export const installJobsSchema = (ownerUrl: string): Promise<boolean> =>
  connected(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [turn]);
    const before = await jobsSchemaVersion(client);
    if (before >= version) return false;
    await client.query(before === 0 ? getConstructionPlans(jobsSchema) : getMigrationPlans(jobsSchema, before));
    await client.query(rights);
    return true;
  });

/** Whether a database, seen with any of the portal's logins, lacks tables that this code works with. */
export const lacksJobsSchema = (url: string): Promise<boolean> =>
  connected(url, async (client) => (await jobsSchemaVersion(client)) < version);

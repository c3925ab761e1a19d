import { getRequestListener } from "@hono/node-server";
import pg from "pg";
import { withFixedWork } from "./base/fixed-work.ts";
import { serve } from "./base/serve.ts";
import { type Plan, WatchedStatements } from "./base/watched-statements.ts";
import { fullCouncils } from "./full-councils.ts";

/**
 * Example councils full of work.
 * Arguments: a directory, how many councils, how many years.
 */
const [directory, councils, years] = process.argv.slice(2) as [string, string, string];
/** Rows from which reading a whole table is refused. */
const large = 5_000;

const { app, services, database, tenant, seedSeconds } = await fullCouncils(directory, Number(councils), Number(years));
const watched = new WatchedStatements(services.pool);

async function largeTables(): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: database.ownerUrl! });
  await client.connect();
  const { rows } = await client.query<{ relname: string }>(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= $1",
    [large],
  );
  await client.end();
  return new Set(rows.map(({ relname }) => relname));
}

/** Of all statements since it was last asked. */
export interface RegistersReport {
  /** That filling the councils took. */
  seedSeconds: number;
  buffers: number;
  statements: number;
  scans: Pick<Plan, "text" | "scanned">[];
}

async function report(): Promise<RegistersReport> {
  const plans = await watched.plansOf(tenant.id, watched.take(), await largeTables());
  watched.take();
  return {
    seedSeconds,
    buffers: plans.reduce((sum, { buffers }) => sum + buffers, 0),
    statements: plans.length,
    scans: plans.filter(({ scanned }) => scanned.length > 0).map(({ text, scanned }) => ({ text, scanned })),
  };
}

serve(withFixedWork(getRequestListener(app.fetch, { overrideGlobalObjects: false })), report);

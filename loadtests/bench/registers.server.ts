import { getRequestListener } from "@hono/node-server";
import { withFixedWork } from "./base/fixed-work.ts";
import { largeTables } from "./base/large-tables.ts";
import { serve } from "./base/serve.ts";
import { type Plan, WatchedStatements } from "./base/watched-statements.ts";
import { fullCouncils } from "./full-councils.ts";

/**
 * Example councils full of work.
 * Arguments: a directory, how many councils, how many years.
 */
const [directory, councils, years] = process.argv.slice(2) as [string, string, string];

const { app, services, database, tenant, seedSeconds } = await fullCouncils(directory, Number(councils), Number(years));
const watched = new WatchedStatements(services.pool);

/** Of all statements since it was last asked. */
export interface RegistersReport {
  /** That filling the councils took. */
  seedSeconds: number;
  buffers: number;
  statements: number;
  scans: Pick<Plan, "text" | "scanned">[];
}

async function report(): Promise<RegistersReport> {
  const plans = await watched.plansOf(tenant.id, watched.take(), await largeTables(database.ownerUrl!));
  watched.take();
  return {
    seedSeconds,
    buffers: plans.reduce((sum, { buffers }) => sum + buffers, 0),
    statements: plans.length,
    scans: plans.filter(({ scanned }) => scanned.length > 0).map(({ text, scanned }) => ({ text, scanned })),
  };
}

serve(withFixedWork(getRequestListener(app.fetch, { overrideGlobalObjects: false })), report);

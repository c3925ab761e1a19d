import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import pg from "pg";
import pino from "pino";
import { fixedClock } from "../../server/clock.ts";
import { compose } from "../../server/compose.ts";
import { loadConfig } from "../../server/config.ts";
import { analyze } from "../../server/db/analyze.ts";
import { openDatabase } from "../../server/db/open-database.ts";
import { logDestination } from "../../server/http/access-log.ts";
import { seedCouncils } from "../../server/seed/seed-councils.ts";
import { ensureWebBuild } from "../../server/start/ensure-web-build.ts";
import { FixedWork, fixedWorkOf } from "./base/fixed-work.ts";
import { serve } from "./base/serve.ts";
import { type Plan, WatchedStatements } from "./base/watched-statements.ts";

/**
 * The application with example councils full of work, every page rendered for every request.
 * Arguments: a directory, how many councils, how many years.
 */
const [directory, councils, years] = process.argv.slice(2) as [string, string, string];
const today = "2026-11-25";
/** Rows from which reading a whole table is refused. */
const large = 5_000;

await ensureWebBuild();
const config = loadConfig({ DATA_DIR: join(directory, `data-${councils}`), LOG_LEVEL: "error", DEMO: "0" });
const database = await openDatabase(config, { purpose: "own" });
const clock = fixedClock(`${today}T11:00:00+01:00`);
const started = performance.now();
await seedCouncils(database, {
  councils: Number(councils),
  years: Number(years),
  baseDomain: config.baseDomain,
  now: clock.now(),
  today,
});
const seconds = (performance.now() - started) / 1000;
await analyze(database.ownerUrl!);
const { app, services, start } = await compose({
  config,
  databaseUrl: database.appUrl,
  logger: pino({ level: "error" }, logDestination(2)),
  clock,
  publicPort: 3000,
  keepsPages: false,
});
await start();
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
  const tenant = services.registry.tenants.find(({ slug }) => slug === "shembull-01")!;
  const plans = await watched.plansOf(tenant.id, watched.take(), await largeTables());
  watched.take();
  return {
    seedSeconds: seconds,
    buffers: plans.reduce((sum, { buffers }) => sum + buffers, 0),
    statements: plans.length,
    scans: plans.filter(({ scanned }) => scanned.length > 0).map(({ text, scanned }) => ({ text, scanned })),
  };
}

const work = new FixedWork();
const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
serve(
  createServer((request, response) => {
    const milliseconds = fixedWorkOf(request.url!);
    if (milliseconds === null) return listener(request, response);
    work.take(milliseconds);
    response.writeHead(200, { "Content-Length": 0 }).end();
  }),
  report,
);
process.on("SIGTERM", () => database.close().finally(() => process.exit()));

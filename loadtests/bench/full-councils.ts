import { join } from "node:path";
import pino from "pino";
import { fixedClock } from "../../server/clock.ts";
import { compose } from "../../server/compose.ts";
import { loadConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/db/open-database.ts";
import { logDestination } from "../../server/http/access-log.ts";
import { seedCouncils } from "../../server/seed/seed-councils.ts";
import { ensureWebBuild } from "../../server/start/ensure-web-build.ts";
import { settle } from "./base/settle.ts";

const today = "2026-11-25";
/** As `npm start` has it. */
export const asStarted = ["--min-semi-space-size=8", "--max-semi-space-size=8"];
/** The council that is asked, whichever others there are. */
export const askedSlug = "shembull-01";
export const askedHost = `${askedSlug}.localhost:3000`;

/**
 * The application with example councils full of work, every page rendered for every request.
 * @param directory removed by whoever made it
 */
export async function fullCouncils(directory: string, councils: number, years: number) {
  await ensureWebBuild();
  const config = loadConfig({ DATA_DIR: join(directory, `data-${councils}`), LOG_LEVEL: "error", DEMO: "0" });
  const database = await openDatabase(config, { purpose: "own" });
  const clock = fixedClock(`${today}T11:00:00+01:00`);
  const started = performance.now();
  await seedCouncils(database, { councils, years, baseDomain: config.baseDomain, now: clock.now(), today });
  const seedSeconds = (performance.now() - started) / 1000;
  await settle(database.ownerUrl!);
  const { app, services, start } = await compose({
    config,
    databaseUrl: database.appUrl,
    logger: pino({ level: "error" }, logDestination(2)),
    clock,
    publicPort: 3000,
    keepsPages: false,
  });
  await start();
  process.on("SIGTERM", () => database.close().finally(() => process.exit()));
  const tenant = services.registry.tenants.find(({ slug }) => slug === askedSlug)!;
  return { app, services, database, clock, tenant, seedSeconds };
}

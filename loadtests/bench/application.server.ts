import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { systemClock } from "../../server/clock.ts";
import { compose } from "../../server/compose.ts";
import { loadConfig } from "../../server/config.ts";
import { raiseVersion } from "../../server/db/content-versions.ts";
import { openDatabase } from "../../server/db/open-database.ts";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { fillDemo } from "../../server/demo/fill-demo.ts";
import { createAccessLog, logDestination } from "../../server/http/access-log.ts";
import { createFront } from "../../server/http/page-cache/front.ts";
import type { PageCacheStats } from "../../server/http/page-cache/page-cache.ts";
import { ensureWebBuild } from "../../server/start/ensure-web-build.ts";
import { serve } from "./base/serve.ts";

/**
 * The application as `npm start` runs it, with a complete example council.
 * Arguments: a directory, whether pages are kept (`kept`, `rendered`), and how often all of the council's content is
 * said to have changed, in milliseconds; `0` is never.
 */
const [directory, keeping = "kept", period = "0"] = process.argv.slice(2) as [string, string?, string?];

await ensureWebBuild();
const config = loadConfig({
  DATA_DIR: join(directory, `data-${process.pid}`),
  LOG_LEVEL: "error",
  DEMO_DATE: "2026-03-05",
});
const database = await openDatabase(config, { purpose: "own" });
const { app, services, start } = await compose({
  config,
  databaseUrl: database.appUrl,
  logger: pino({ level: "error" }, logDestination(2)),
  clock: systemClock,
  publicPort: 3000,
  keepsPages: keeping === "kept",
});
await fillDemo(services, database, ["valbardhe"]);
await start();

const areas = ["settings", "publications", "pages", "albums"] as const;
let versions = 0;
if (Number(period) > 0) {
  const { id } = services.registry.tenants[0]!;
  const change = async () => {
    // The database may be gone before this process is: then there is nothing more to change.
    const isChanged = await tenantDb(services.pool, id)
      .write((tx) => raiseVersion(tx, ...areas))
      .then(
        () => true,
        () => false,
      );
    if (!isChanged) return;
    versions += 1;
    setTimeout(change, Number(period));
  };
  setTimeout(change, Number(period));
}

export interface ApplicationReport extends PageCacheStats {
  versions: number;
}

const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
serve(
  createServer(
    createFront({
      cache: services.pageCache,
      sites: { get: (host) => services.registry.keyOf(host) },
      fallback: listener,
      accessLog: createAccessLog(logDestination(join(directory, `access-${process.pid}.log`))),
      sessionCookie: "session",
    }),
  ),
  (): ApplicationReport => ({ ...services.pageCache.stats(), versions }),
);
process.on("SIGTERM", () => database.close().finally(() => process.exit()));

import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { createApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import { loadConfig } from "./config.ts";
import { openPool } from "./db/pool.ts";
import { registryDb } from "./db/registry-db.ts";
import { Origins } from "./features/tenants/origins.ts";
import { TenantRegistry } from "./features/tenants/registry.ts";
import { loadWebBuild } from "./pages/web-build.ts";

const config = loadConfig();
const logger = pino({ level: config.logLevel });
const pool = openPool(config.databaseUrl!, { max: 8 });
const registry = new TenantRegistry(registryDb(pool), config.baseDomain);
await registry.reload();
const build = await loadWebBuild();
const app = createApp({
  config,
  clock: systemClock,
  logger,
  pool,
  registry,
  origins: new Origins(config.publicScheme, config.port),
  storage: null as never,
  pageCache: null as never,
  webBuild: () => build,
});
createServer(getRequestListener(app.fetch)).listen(config.port, config.host);

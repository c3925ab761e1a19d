import { join } from "node:path";
import type { Logger } from "pino";
import { type Application, createApp } from "./app.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { ChangeWatch } from "./db/changes.ts";
import { openOperatorsDb } from "./db/operator-db.ts";
import { openPool } from "./db/pool.ts";
import { registryDb } from "./db/registry-db.ts";
import { Rooms } from "./features/following/rooms.ts";
import { Origins } from "./features/tenants/origins.ts";
import { TenantRegistry } from "./features/tenants/registry.ts";
import type { UpkeepParts } from "./features/upkeep/check-council.ts";
import { linkChecker } from "./features/upkeep/link-checker.ts";
import { Assets } from "./http/assets/assets.ts";
import { createMetrics, type Metrics } from "./http/metrics/metrics.ts";
import { ContentVersions } from "./http/page-cache/content-versions.ts";
import { PageCache } from "./http/page-cache/page-cache.ts";
import { siteHeaders } from "./http/security-headers.ts";
import type { Services } from "./http/services.ts";
import { clientDirectory, loadWebBuild, type WebBuild } from "./pages/web-build.ts";
import { warmLanguages } from "./search/languages.ts";
import { openSearch } from "./search/open-search.ts";
import { openStorage } from "./storage/open-storage.ts";
import { clamd } from "./storage/virus-scanner.ts";

export interface ComposeOptions {
  config: Config;
  /** The application's login. */
  databaseUrl: string;
  logger: Logger;
  clock: Clock;
  /** Connections of the application's pool. */
  connections?: number;
  /** The port that public addresses name; `null` behind a proxy. */
  publicPort: number | null;
  /** `false` renders every page for every request, to see what that costs. */
  keepsPages?: boolean;
  /** In development, a build that changes under way. */
  liveBuild?: () => Promise<WebBuild>;
}

export interface Composition {
  app: Application;
  services: Services;
  metrics: Metrics;
  versions: ContentVersions;
  /** Begins to hear of changes; resolves when everything is known once. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** No page and no command of a council may keep a connection longer, in milliseconds. */
const longestStatement = 15_000;
const pageMemory = 128 * 1024 * 1024;

/** Builds every part once and joins them: the one place that knows which driver stands behind which port. */
export async function compose(options: ComposeOptions): Promise<Composition> {
  const {
    config,
    databaseUrl,
    logger,
    clock,
    connections = 12,
    publicPort,
    liveBuild,
    keepsPages = !liveBuild,
  } = options;
  const onLost = (error: Error) => logger.warn({ err: error }, "A database connection was lost");
  const pool = openPool(databaseUrl, { max: connections, statementTimeout: longestStatement, onLost });
  const livePool = openPool(databaseUrl, { max: 2, statementTimeout: longestStatement, onLost });
  const operators = openOperatorsDb(databaseUrl, onLost);
  const registry = new TenantRegistry(registryDb(pool), config.baseDomain);
  const storage = openStorage(config);
  const builtOnce = liveBuild ? null : await loadWebBuild();
  const webBuild = liveBuild ?? (() => builtOnce!);
  const assets = new Assets(storage);
  if (!liveBuild) await assets.load(clientDirectory);

  const versions = new ContentVersions();
  const services: Services = {
    config,
    clock,
    logger,
    pool,
    operators,
    registry,
    origins: new Origins(config.publicScheme, publicPort),
    storage,
    scanner: config.clamavUrl ? clamd(config.clamavUrl) : null,
    search: openSearch(pool, { config, clock, logger }),
    assets,
    pageCache: new PageCache({
      build: builtOnce?.id ?? "live",
      versions,
      clock,
      maximumBytes: pageMemory,
      // A build that changes under way has no name to keep pages under.
      maximumPageBytes: keepsPages ? undefined : 0,
      siteHeaders: siteHeaders(config.publicScheme),
      logger,
    }),
    rooms: new Rooms({ pool: livePool, clock, logger }),
    webBuild,
  };
  const { rooms } = services;
  const metrics = createMetrics(services);
  const app = createApp(services, metrics);
  const changes = new ChangeWatch(
    databaseUrl,
    {
      onContent: (site, area, version) => {
        if (versions.set(site, area, version)) rooms.changed(site, area);
      },
      onLiveStep: (site, meeting, number) => rooms.heard(site, meeting, number),
      onRegistry: async () => {
        const served = registry.servedKeys;
        const before = registry.version;
        await registry.reload();
        if (registry.version === before) return;
        versions.set("apex", "registry", registry.version);
        // What is closed or gone is not kept: its pages would only wait there until others push them out.
        for (const key of served) if (!registry.servedKeys.has(key)) services.pageCache.evictSite(key);
        for (const tenant of registry.tenants) versions.set(tenant.id, "registry", tenant.version);
      },
    },
    logger,
  );
  return {
    app,
    services,
    metrics,
    versions,
    async start() {
      await changes.start();
      rooms.start();
      await storage.sweep?.();
      warmLanguages();
      if (!liveBuild) await assets.keep();
    },
    async close() {
      rooms.stop();
      await changes.stop();
      await Promise.all([pool.end(), livePool.end(), operators.close()]);
    },
  };
}

/** What looks after the councils' sites: it asks this very application, and other sites where that is wished. */
export function upkeepOf({ app, services }: Pick<Composition, "app" | "services">): UpkeepParts {
  const { config, origins, registry, scanner, storage } = services;
  return {
    ...{ storage, registry, origins, scanner },
    spoolDir: join(config.dataDir, "spool"),
    ask: async (request) => app.request(request),
    elsewhere: config.checksLinks ? linkChecker({ contact: origins.of(config.baseDomain) }) : null,
  };
}

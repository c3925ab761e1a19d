import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { TenantDb } from "../db/tenant-db.ts";
import type { Rooms } from "../features/following/rooms.ts";
import type { Origins } from "../features/tenants/origins.ts";
import type { TenantRegistry } from "../features/tenants/registry.ts";
import type { WebBuild } from "../pages/web-build.ts";
import type { SearchEngine } from "../search/search-engine.ts";
import type { Storage } from "../storage/storage.ts";
import type { VirusScanner } from "../storage/virus-scanner.ts";
import type { Assets } from "./assets/assets.ts";
import type { PageCache } from "./page-cache/page-cache.ts";

/** All that the application is built from; made once by the composition root, or by a test. */
export interface Services {
  config: Config;
  clock: Clock;
  logger: Logger;
  /** The application's pool (`portal_app`). */
  pool: Pool;
  /** The operators' own accounts, which no council's handle reaches. */
  operators: TenantDb;
  registry: TenantRegistry;
  origins: Origins;
  storage: Storage;
  /** Looks for viruses in what is uploaded; `null` where none is configured. */
  scanner: VirusScanner | null;
  search: SearchEngine;
  assets: Assets;
  pageCache: PageCache;
  /** The meetings that are followed live. */
  rooms: Rooms;
  webBuild: () => WebBuild | Promise<WebBuild>;
}

import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Pool } from "../db/pool.ts";
import { postgresEngine } from "./postgres/postgres-engine.ts";
import type { SearchEngine } from "./search-engine.ts";
import { typesenseEngine } from "./typesense/typesense-engine.ts";
import { withFallback } from "./with-fallback.ts";

export interface SearchParts {
  config: Pick<Config, "typesense" | "secretKey">;
  clock: Clock;
  logger?: Pick<Logger, "warn" | "info">;
}

/**
 * The search engine that the configuration asks for, with the one that comes with the database behind it; where it names
 * none, that one alone.
 */
export function openSearch(pool: Pool, { config, clock, logger }: SearchParts): SearchEngine {
  const embedded = postgresEngine(pool);
  if (!config.typesense) return embedded;
  return withFallback(typesenseEngine({ ...config.typesense, secretKey: config.secretKey }), embedded, {
    now: () => clock.now().getTime(),
    onChange(isDown, reason) {
      if (isDown) logger?.warn({ err: reason }, "Typesense cannot be reached: people search in the database");
      else logger?.info("Typesense answers again");
    },
  });
}

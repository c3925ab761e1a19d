import { getRequestListener } from "@hono/node-server";
import { sql } from "kysely";
import { registryDb } from "../../server/db/registry-db.ts";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { reindexCouncil } from "../../server/features/search/reindex.ts";
import { warmLanguages } from "../../server/search/languages.ts";
import { withFixedWork } from "./base/fixed-work.ts";
import { serve } from "./base/serve.ts";
import { fullCouncils } from "./full-councils.ts";

/**
 * Example councils full of work, everything of them indexed.
 * Arguments: a directory, how many councils, how many years.
 */
const [directory, councils, years] = process.argv.slice(2) as [string, string, string];

const { app, services } = await fullCouncils(directory, Number(councils), Number(years));
const { pool, registry, search } = services;
warmLanguages();
const began = performance.now();
let things = 0;
for (const { id } of registry.tenants) {
  const done = await reindexCouncil(tenantDb(pool, id), search, id, new AbortController().signal);
  things += done.things;
}
const reindexSeconds = (performance.now() - began) / 1000;
const entries = await Promise.all(registry.tenants.map(({ id }) => search.count(id)));
const size = await sql<{ bytes: number }>`select search_index.size() as bytes`.execute(registryDb(pool));

export interface SearchReport {
  reindexSeconds: number;
  things: number;
  entries: number;
  /** Bytes of the index with all that belongs to it. */
  bytes: number;
}

serve(
  withFixedWork(getRequestListener(app.fetch, { overrideGlobalObjects: false })),
  async (): Promise<SearchReport> => ({
    reindexSeconds,
    things,
    entries: entries.reduce((sum, count) => sum + count, 0),
    bytes: size.rows[0]!.bytes,
  }),
);

import { getRequestListener } from "@hono/node-server";
import { sql } from "kysely";
import { registryDb } from "../../server/db/registry-db.ts";
import { reindexCouncils } from "../../server/features/search/reindex-councils.ts";
import { warmLanguages } from "../../server/search/languages.ts";
import { withFixedWork } from "./base/fixed-work.ts";
import { serve } from "./base/serve.ts";
import { settle } from "./base/settle.ts";
import { fullCouncils } from "./full-councils.ts";

/**
 * Example councils full of work, everything of them indexed.
 * Arguments: a directory, how many councils, how many years.
 */
const [directory, councils, years] = process.argv.slice(2) as [string, string, string];

const { app, services, database } = await fullCouncils(directory, Number(councils), Number(years));
const { pool, registry, search } = services;
warmLanguages();
const began = performance.now();
const things = await reindexCouncils(pool, search, registry.tenants, new AbortController().signal);
const reindexSeconds = (performance.now() - began) / 1000;
await settle(database.ownerUrl!);
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

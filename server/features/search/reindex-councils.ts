import type { Pool } from "../../db/pool.ts";
import { type TenantId, tenantDb } from "../../db/tenant-db.ts";
import type { SearchEngine } from "../../search/search-engine.ts";
import { type Reindexed, reindexCouncil } from "./reindex.ts";

/** Councils indexed at once: the words of one are looked into while the database writes those of the other. */
const atOnce = 2;
/** Connections that takes: each council reads in one transaction and writes in another. */
export const connectionsOfReindex = 2 * atOnce;

export interface ReindexProgress<Council> {
  /** After each batch, with how many things of which kind have been done. */
  told?(council: Council, done: number, kind: string): void;
  done?(council: Council, reindexed: Reindexed): void;
}

/**
 * Indexes everything of several councils anew, see `reindexCouncil`. Where one of them fails the others are broken off,
 * and all go on where they were the next time.
 * @returns how many things were indexed
 */
export async function reindexCouncils<Council extends { id: TenantId }>(
  pool: Pool,
  engine: SearchEngine,
  councils: readonly Council[],
  signal: AbortSignal,
  { told, done }: ReindexProgress<Council> = {},
): Promise<number> {
  const failing = new AbortController();
  const stops = AbortSignal.any([signal, failing.signal]);
  const left = councils.values();
  let things = 0;
  const work = async () => {
    for (const council of left)
      try {
        const db = tenantDb(pool, council.id);
        const reindexed = await reindexCouncil(db, engine, council.id, stops, (count, kind) =>
          told?.(council, count, kind),
        );
        things += reindexed.things;
        done?.(council, reindexed);
      } catch (failure) {
        failing.abort(failure);
        throw failure;
      }
  };
  // Nobody works on while the pool is closed.
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return things;
}

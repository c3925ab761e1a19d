import type { TenantDb, TenantId } from "../../db/tenant-db.ts";
import type { SearchEngine } from "../../search/search-engine.ts";
import { feedNext, takeTurn } from "./feeding.ts";
import { sources } from "./sources/sources.ts";

export interface Reindexed {
  /** Things that were indexed in this run. */
  things: number;
  /** Documents that were in the index and are no more. */
  swept: number;
  /** Whether it went on with a run that had been broken off. */
  isResumed: boolean;
}

/** Begins a run, or finds the one that was broken off, or that another process is at: a council has one at a time. */
export const beginRun = (db: TenantDb) =>
  db.write(async (tx) => {
    const now = await takeTurn(tx);
    const begun = await tx
      .insertInto("search_runs")
      .values({ began_at: now, kind: sources[0]!.name, after: "" })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (begun) return { ...begun, isResumed: false };
    return { ...(await tx.selectFrom("search_runs").selectAll().executeTakeFirstOrThrow()), isResumed: true };
  });

/**
 * Indexes everything of a council anew while it is searched: what is the same stays, what is no more is swept away at the
 * end. Broken off, it goes on where it was.
 * @param told after each batch, with how many things of which kind have been done
 */
export async function reindexCouncil(
  db: TenantDb,
  engine: SearchEngine,
  council: TenantId,
  signal: AbortSignal,
  told: (done: number, kind: string) => void = () => {},
): Promise<Reindexed> {
  const run = await beginRun(db);
  let things = 0;
  const from = Math.max(
    sources.findIndex(({ name }) => name === run.kind),
    0,
  );
  for (const source of sources.slice(from)) {
    let after = source.name === run.kind ? run.after : "";
    while (true) {
      signal.throwIfAborted();
      const { last, count } = await feedNext(db, engine, council, source, { after, ofRun: run.began_at });
      things += count;
      if (last === null) break;
      after = last;
      told(things, source.name);
    }
  }
  const swept = await engine.sweep(council, run.began_at);
  // Only its own: another may have begun since somebody else was through with this one.
  await db.write(async (tx) => {
    await takeTurn(tx);
    await tx.deleteFrom("search_runs").where("began_at", "=", run.began_at).execute();
  });
  return { things, swept, isResumed: run.isResumed };
}

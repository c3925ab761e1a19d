import type { Logger } from "pino";
import type { Pool } from "../../db/pool.ts";
import { tenantDb } from "../../db/tenant-db.ts";
import type { CouncilSchedule, CouncilWork, PromptTask } from "../../jobs/jobs.ts";
import type { Effect } from "../../jobs/outbox.ts";
import type { SearchEngine } from "../../search/search-engine.ts";
import type { TenantRegistry } from "../tenants/registry.ts";
import { askForReindex, feedChanges, noteChanged, reindexAsked, reindexDone } from "./feeding.ts";
import { reindexCouncil } from "./reindex.ts";

/** Seconds that a council's whole index may take. */
const longest = 900;

/** Takes up what changed until nothing is left, and indexes everything where that was asked. */
export const takeUpChanges =
  (engine: SearchEngine): CouncilWork =>
  async (db, _, signal, council) => {
    while ((await feedChanges(db, engine, council)) > 0) signal.throwIfAborted();
    const asked = await reindexAsked(db);
    if (asked === null) return;
    await reindexCouncil(db, engine, council, signal);
    await reindexDone(db, asked);
  };

/** What changes of public things cause. */
export const searchTask = (engine: SearchEngine): PromptTask => ({ work: takeUpChanges(engine), longest, look: 0.5 });

/** Week by week everything is held against the database: what was missed, whatever the reason, is missed no longer. */
export const searchWeekly = (engine: SearchEngine): CouncilSchedule => ({
  name: "search-weekly",
  cron: "10 1 * * 0",
  work: async (db, _, signal, council) => {
    await reindexCouncil(db, engine, council, signal);
  },
  longest,
});

/** A body has become public by itself: nothing else says so to those whose texts speak of it. */
export const takeUpBody: Effect = (tx, id) => noteChanged(tx, `body:${id}`);

/**
 * Where an engine has nothing yet, or nothing that it can use, every council is indexed.
 * @returns whether the engine could be prepared
 */
export async function fillEmptyIndex(
  engine: SearchEngine,
  pool: Pool,
  registry: TenantRegistry,
  logger: Logger,
): Promise<boolean> {
  try {
    if ((await engine.prepare()) === "empty")
      for (const { id } of registry.tenants) await tenantDb(pool, id).write(askForReindex);
    return true;
  } catch (error) {
    // Pages are served meanwhile, and what changes waits for the engine.
    logger.warn({ err: error }, "The search engine cannot be prepared");
    return false;
  }
}

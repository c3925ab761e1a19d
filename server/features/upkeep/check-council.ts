import { json } from "../../db/columns.ts";
import type { TenantDb, TenantId, TenantTx } from "../../db/tenant-db.ts";
import type { CouncilTask } from "../../jobs/jobs.ts";
import type { Origins } from "../tenants/origins.ts";
import type { TenantRegistry } from "../tenants/registry.ts";
import { checkContent } from "./check-content.ts";
import { checkFiles } from "./check-files.ts";
import { type Inspecting, inspectAgain } from "./inspect-again.ts";
import type { LinkChecker } from "./link-checker.ts";
import { tidyFiles } from "./tidy-files.ts";
import type { UpkeepCounts } from "./upkeep.tables.ts";

export interface UpkeepParts extends Inspecting {
  registry: TenantRegistry;
  origins: Origins;
  /** Asks the application, in process. */
  ask: (request: Request) => Promise<Response>;
  elsewhere: LinkChecker | null;
}

const noteRun = (tx: TenantTx, run: { started_at: Date } | { finished_at: Date; counts: UpkeepCounts }) => {
  const set = "counts" in run ? { ...run, counts: json(run.counts) } : { ...run, finished_at: null };
  const first = { started_at: null, asked_at: null, counts: "{}" };
  return tx
    .insertInto("upkeep_runs")
    .values({ ...first, ...set })
    .onConflict((conflict) => conflict.constraint("upkeep_runs_pkey").doUpdateSet(set))
    .execute();
};

/** Looks for all that is broken on one council's site. */
export async function checkCouncil(
  parts: UpkeepParts,
  db: TenantDb,
  now: Date,
  signal: AbortSignal,
  tenantId: TenantId,
): Promise<void> {
  const tenant = parts.registry.tenants.find(({ id }) => id === tenantId);
  // What is suspended, or has no host yet, has no site that could be broken.
  if (!tenant || tenant.state === "suspended") return;
  await db.write((tx) => noteRun(tx, { started_at: now }));
  const files = await checkFiles(parts, db, tenantId, now, signal);
  const origin = parts.origins.of(tenant.primaryHost);
  const headers = { host: tenant.primaryHost };
  const ask = (address: string, until: AbortSignal) =>
    parts.ask(new Request(address, { method: "HEAD", headers, signal: until }));
  const tidied = await tidyFiles(parts, db, tenantId, now, signal);
  const content = await checkContent({ origin, ask, elsewhere: parts.elsewhere }, db, now, signal);
  const care = { ...tidied, ...(await inspectAgain(parts, db, tenantId, now, signal)) };
  await db.write((tx) => noteRun(tx, { finished_at: now, counts: { ...files, ...content, care } }));
}

/** A council's site is looked through in a quarter of an hour, or goes on the next night. */
export const upkeepTask = (parts: UpkeepParts): Required<CouncilTask> => ({
  longest: 900,
  work: (db, now, signal, tenantId) => checkCouncil(parts, db, now, signal, tenantId),
});

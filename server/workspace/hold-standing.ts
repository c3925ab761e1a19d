import { sql } from "kysely";
import type { TenantTx } from "../db/tenant-db.ts";
import type { WorkspaceContext } from "./scope.ts";

/** Somebody has saved between the look at what stands and the change: it is looked at once more. */
export class LookedTooEarly extends Error {
  override name = "LookedTooEarly";
}

/** One after the other, in all processes, whoever changes the same by the same form. */
const inTurn = (tx: TenantTx, what: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id') || ' ' || ${what}, 0))`.execute(
    tx,
  );

/**
 * Does something with the council's data while nobody else does it by the same form, if all still stands as it was looked
 * at. The look is taken once more in the very transaction of the change.
 * @param what the form and what it changes
 * @param stands how it stands now
 * @throws {LookedTooEarly}
 */
export async function holdStanding<T>(
  c: WorkspaceContext,
  what: string,
  stood: string,
  stands: () => Promise<string>,
  work: () => Promise<T>,
): Promise<T> {
  const { db } = c.var;
  const write: typeof db.write = (change) =>
    db.write(async (tx) => {
      await inTurn(tx, what);
      // By the same connection: a second one for each who saves could be one more than there are.
      c.set("db", { ...db, read: (look) => look(tx) });
      const now = await stands().finally(() => c.set("db", { ...db, write }));
      if (now !== stood) throw new LookedTooEarly();
      return change(tx);
    });
  c.set("db", { ...db, write });
  try {
    return await work();
  } finally {
    c.set("db", db);
  }
}

import { sql } from "kysely";
import type { ContentArea } from "../http/scope.ts";
import { once } from "./once.ts";
import type { TenantTx } from "./tenant-db.ts";

/** The channel on which councils' changed areas are told; the payload is `<tenant id> <area> <version>`. */
export const contentChannel = "content_changed";

/** Of transactions that raise each area only once: which they have raised. */
const raisedOnce = new WeakMap<TenantTx, Set<ContentArea>>();

/** From now on this transaction raises each area once. Nobody sees a version before the commit, so that is enough. */
export const raiseOnce = (tx: TenantTx): void => {
  raisedOnce.set(tx, new Set());
};

/** Of transactions that raise at their end: what is to be raised then. */
const postponed = new WeakMap<TenantTx, Set<ContentArea>>();

/**
 * From now on this transaction only notes what it raises, until `raisePostponed`. A version is held from its raise to the
 * commit, and whoever publishes meanwhile waits for it: what takes long raises last.
 */
export const postponeRaises = (tx: TenantTx): void => {
  postponed.set(tx, new Set());
};

/** Raises what was noted. */
export async function raisePostponed(tx: TenantTx): Promise<void> {
  const areas = postponed.get(tx) ?? [];
  postponed.delete(tx);
  await raiseVersion(tx, ...areas);
}

/**
 * Raises the version of areas whose published content this transaction changes. Every process hears of it after the
 * commit, and pages that show the area are rendered anew.
 */
export async function raiseVersion(tx: TenantTx, ...areas: ContentArea[]): Promise<void> {
  const later = postponed.get(tx);
  if (later) {
    for (const area of areas) later.add(area);
    return;
  }
  const already = raisedOnce.get(tx);
  for (const area of areas.toSorted()) {
    if (already?.has(area)) continue;
    already?.add(area);
    await tx
      .with("raised", (db) =>
        db
          .insertInto("content_versions")
          .values({ area })
          .onConflict((conflict) =>
            conflict.columns(["tenant_id", "area"] as never).doUpdateSet({
              version: sql`content_versions.version + 1`,
              changed_at: sql`clock_timestamp()`,
            }),
          )
          .returning(["area", "version"]),
      )
      .selectFrom("raised")
      .select(
        sql`pg_notify(${contentChannel}, current_setting('app.tenant_id') || ' ' || area || ' ' || version)`.as("told"),
      )
      .execute();
  }
}

/** The version of every area, once in a transaction. */
export const contentVersionsIn = (tx: TenantTx): Promise<ReadonlyMap<string, number>> =>
  once(tx, contentVersionsIn, async () => {
    const rows = await tx.selectFrom("content_versions").select(["area", "version"]).execute();
    return new Map(rows.map(({ area, version }) => [area, version]));
  });

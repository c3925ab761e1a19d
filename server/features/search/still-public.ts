import type { TenantTx } from "../../db/tenant-db.ts";
import type { SearchHit } from "../../search/search-document.ts";
import type { FoundHere, Shown } from "./source.ts";
import { bySource } from "./sources/sources.ts";

/**
 * What the public may see of this now, by subject, asked of the database itself: an index is always a little late, and what
 * was withdrawn is not shown for that second either.
 */
export async function stillPublic(
  tx: TenantTx,
  hits: readonly (Pick<SearchHit, "subject"> & Partial<Pick<SearchHit, "key" | "page">>)[],
  now: Date,
): Promise<ReadonlyMap<string, Shown>> {
  const bySubject = new Map(hits.map((hit) => [hit.subject, hit]));
  const asked = [...bySource(bySubject.keys())].map(async ([source, ids]) => {
    const found = ids.map((id): FoundHere => {
      const { key = "", page = null } = bySubject.get(`${source.name}:${id}`)!;
      return { id, key, page };
    });
    const shown = await source.shown(tx, found, now);
    return [...shown].map(([id, one]) => [`${source.name}:${id}`, one] as const);
  });
  return new Map((await Promise.all(asked)).flat());
}

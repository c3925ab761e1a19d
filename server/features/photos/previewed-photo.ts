import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { maySeeDrafts } from "../accounts/policies.ts";
import { findPublicRenditions } from "../albums/albums.queries.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import { holders } from "./photo-holders.ts";

/** The sizes of a photo as its page shows it, by the id in its public address; none where somebody may not see it yet. */
export async function findPreviewed(tx: TenantTx, actor: Actor, id: string, now: Date): Promise<Rendition[]> {
  const shown = await findPublicRenditions(tx, id, now);
  if (shown.length > 0) return shown;
  for (const entity of ["person", "publication"] as const) {
    const [held] = maySeeDrafts(actor, entity, id) ? await holders[entity].find(tx, id) : [];
    if (held) return held.renditions;
  }
  if (!maySeeDrafts(actor, "album")) return [];
  const found = await tx.selectFrom("photos").where("id", "=", id).select("renditions").executeTakeFirst();
  return found?.renditions ?? [];
}

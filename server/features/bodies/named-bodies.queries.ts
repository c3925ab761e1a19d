import type { TenantTx } from "../../db/tenant-db.ts";
import { fold } from "../../fold.shared.ts";

/** Bodies by every name that they have, folded, and the Council under none: how tables that are brought in call them. */
export async function findBodies(tx: TenantTx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom("bodies").select(["id", "kind", "slug", "name"]).execute();
  const named = rows.flatMap(({ id, slug, name }) =>
    [slug, name.sq, name.en].flatMap((one) => (one ? [[fold(one), id] as const] : [])),
  );
  const council = rows.find(({ kind }) => kind === "council");
  return new Map([...named, ...(council ? [["", council.id] as const] : [])]);
}

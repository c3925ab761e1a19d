import type { TenantTx } from "../../db/tenant-db.ts";
import type { PageContent } from "./pages.schema.ts";

/** The page of an element, if it is public at `now`. */
export async function findPage(tx: TenantTx, element: string, now: Date) {
  const row = await tx
    .selectFrom("pages")
    .where("element", "=", element)
    .where("state", "=", "published")
    .where("public_from", "<=", now)
    .select(["id", "content", "public_from", "updated_at"])
    .executeTakeFirst();
  return row && { ...row, content: row.content as PageContent };
}

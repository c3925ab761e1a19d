import type { TenantTx } from "../../db/tenant-db.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { findHeldPhotos, markOf } from "../photos/photo-holders.ts";
import type { Editable, Whole } from "./editable.ts";
import { versionOf } from "./versions.ts";

/** Every id that stands in an input, whatever it names. */
function idsIn(value: unknown): string[] {
  if (typeof value === "string") return isUuid(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : [];
}

/** Documents that an input names, held so that none gets another file, title or language before the caller is done. */
export async function holdDocumentsIn(tx: TenantTx, input: Whole): Promise<void> {
  const ids = idsIn(input);
  if (ids.length === 0) return;
  await tx.selectFrom("documents").where("id", "in", ids).select("id").orderBy("id").forUpdate().execute();
}

/** What readers would have of the documents that an input names. */
async function filesIn(tx: TenantTx, input: Whole) {
  const ids = idsIn(input);
  if (ids.length === 0) return [];
  return tx
    .selectFrom("documents as d")
    .leftJoin("document_versions as v", (join) =>
      join.onRef("v.document_id", "=", "d.id").on("v.visibility", "=", "public"),
    )
    .where("d.id", "in", ids)
    .select(["d.id", "d.title", "d.language", "v.version", "v.sha256"])
    .orderBy("d.id")
    .orderBy("v.version")
    .execute();
}

/**
 * The version of a thing as it is handed over: of what it says, of what else and which files become public with it, and of
 * its photos. Without any of these it is that of the input. 43 characters.
 */
export async function handedOverVersion(
  tx: TenantTx,
  { entity, shownWithIt }: Pick<Editable, "entity" | "shownWithIt">,
  id: string,
  input: Whole,
): Promise<string> {
  const photos = await findHeldPhotos(tx, entity, id);
  return versionOf({
    ...input,
    "shown with it": await shownWithIt?.(tx, id),
    "its files": await filesIn(tx, input),
    "its photos": photos.map(markOf),
  });
}

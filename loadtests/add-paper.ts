import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { json } from "../server/db/columns.ts";
import type { TenantId, TenantTx } from "../server/db/tenant-db.ts";
import { fileKey, type Storage } from "../server/storage/storage.ts";

export interface StoredPaper {
  sha256: string;
  crc32: number;
  size: number;
}

/** A file as it lies there after its upload: zeros and its number. @param size bytes */
export async function storePaper(
  storage: Storage,
  tenantId: TenantId,
  number: number,
  size: number,
): Promise<StoredPaper> {
  const content = Buffer.alloc(size);
  content.writeUInt32LE(number);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const body = (async function* () {
    yield content;
  })();
  await storage.put(fileKey(tenantId, sha256), body, { size, mediaType: "application/pdf" });
  return { sha256, crc32: crc32(content), size };
}

/** Attaches a stored file to an item of an agenda, public since an instant. */
export async function attachPaper(
  tx: TenantTx,
  agendaItemId: string,
  position: number,
  { sha256, crc32, size }: StoredPaper,
  since: Date,
): Promise<void> {
  await tx
    .insertInto("files")
    .values({ sha256, crc32, size, media_type: "application/pdf", extension: "pdf" })
    .execute();
  const document = await tx
    .insertInto("documents")
    .values({ title: json({ sq: "Relacion" }), language: "sq", public_from: since })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("document_versions")
    .values({
      ...{ document_id: document.id, version: 1, visibility: "public", sha256 },
      file_name: `relacioni-${position + 1}.pdf`,
    })
    .execute();
  await tx
    .insertInto("attachments")
    .values({
      ...{ document_id: document.id, agenda_item_id: agendaItemId, role: "other", position, added_at: since },
    } as never)
    .execute();
}

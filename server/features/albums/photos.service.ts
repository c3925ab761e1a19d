import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type ReceiveOptions, receiveFile } from "../../storage/receive-file.ts";
import { fileKey } from "../../storage/storage.ts";
import type { Doing } from "../audit/audit.service.ts";
import { type FileShelf, keepFile, type StoredFile } from "../documents/documents.service.ts";
import { notAPhoto } from "./albums.errors.ts";
import type { Rendition } from "./albums.tables.ts";
import { type MadeRendition, makeRenditions } from "./renditions.ts";

/** A photo whose files lie in the storage; `keepPhotoFiles` makes them the council's. */
export interface UploadedPhoto {
  /** As it was sent, with all that the camera noted. It is never given to the public. */
  original: StoredFile;
  /** Pixels, as the photo is seen. */
  width: number;
  height: number;
  renditions: Rendition[];
  renditionFiles: StoredFile[];
}

const webp = { mediaType: "image/webp", extension: "webp" };

async function storeRendition({ storage, tenantId }: FileShelf, { bytes }: MadeRendition): Promise<StoredFile> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const size = bytes.length;
  await storage.put(fileKey(tenantId, sha256), Readable.from([bytes]), { size, mediaType: webp.mediaType });
  return { sha256, crc32: crc32(bytes), size, ...webp };
}

/**
 * Receives a photo, makes its sizes and stores all of it. Done before the transaction begins, so that neither a slow
 * sender nor a large photo holds a connection; what fails later leaves at most objects that no row names.
 * @param widths of its sizes, in pixels, where they are not those of every photo
 * @throws as `receiveFile` and `makeRenditions`, and `photos.not_a_photo`
 */
export async function uploadPhoto(
  shelf: FileShelf,
  body: AsyncIterable<Uint8Array>,
  given: Pick<ReceiveOptions, "fileName" | "expectedSize" | "signal">,
  widths?: readonly number[],
): Promise<UploadedPhoto> {
  const { storage, tenantId, spoolDir, maximumBytes } = shelf;
  const { open, dispose, ...original } = await receiveFile(body, { ...given, spoolDir, maximumBytes });
  try {
    if (!original.mediaType.startsWith("image/")) throw notAPhoto(given.fileName);
    const { width, height, renditions } = await makeRenditions(await buffer(open()), given.fileName, widths);
    const { size, mediaType, sha256 } = original;
    await storage.put(fileKey(tenantId, sha256), open(), { size, mediaType, signal: given.signal });
    const renditionFiles = await Promise.all(renditions.map((rendition) => storeRendition(shelf, rendition)));
    return {
      original,
      width,
      height,
      renditions: renditions.map((made, at) => ({
        width: made.width,
        height: made.height,
        mediaType: webp.mediaType,
        sha256: renditionFiles[at]!.sha256,
      })),
      renditionFiles,
    };
  } finally {
    await dispose();
  }
}

/** Notes the files of a photo among the council's, before a row refers to them. */
export async function keepPhotoFiles(tx: TenantTx, by: Doing, { original, renditionFiles }: UploadedPhoto) {
  for (const file of [original, ...renditionFiles]) await keepFile(tx, by, file);
}

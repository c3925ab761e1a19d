import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import type { TenantTx } from "../../db/tenant-db.ts";
import { storageUnavailable } from "../../storage/errors.ts";
import { type ReceivedFile, type ReceiveOptions, receiveFile } from "../../storage/receive-file.ts";
import { fileKey } from "../../storage/storage.ts";
import type { Doing } from "../audit/audit.service.ts";
import { type FileShelf, keepFile, type StoredFile } from "../documents/documents.service.ts";
import { heicPhoto, notAPhoto } from "./albums.errors.ts";
import type { Rendition } from "./albums.tables.ts";
import { type Cut, type MadeRendition, makeRenditions } from "./renditions.ts";

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

const heicEnding = /\.hei[cf]$/i;
const webp = { mediaType: "image/webp", extension: "webp" };

/** Stores the sizes of a photo. */
async function storeRenditions(shelf: FileShelf, made: readonly MadeRendition[]) {
  const renditionFiles = await Promise.all(made.map((rendition) => storeRendition(shelf, rendition)));
  const renditions = made.map(
    ({ width, height }, at): Rendition => ({
      width,
      height,
      mediaType: webp.mediaType,
      sha256: renditionFiles[at]!.sha256,
    }),
  );
  return { renditions, renditionFiles };
}

/**
 * Makes the sizes of a stored photo anew, from the part that is to be shown.
 * @throws as `makeRenditions`, `files.storage_unavailable`
 */
export async function cropPhoto(
  shelf: FileShelf,
  original: StoredFile,
  fileName: string,
  crop: Cut | null,
  widths?: readonly number[],
): Promise<UploadedPhoto> {
  const stored = await shelf.storage.get(fileKey(shelf.tenantId, original.sha256));
  if (!stored) throw storageUnavailable();
  const { renditions: made, ...whole } = await makeRenditions(await buffer(stored.body), fileName, widths, crop);
  const { width, height } = crop ?? whole;
  return { original, width, height, ...(await storeRenditions(shelf, made)) };
}

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
 * @param check refuses by throwing, before anything is stored
 * @throws as `receiveFile` and `makeRenditions`, `photos.not_a_photo`, and `photos.heic` for what telephones make that no
 *   browser but one shows
 */
export async function uploadPhoto(
  shelf: FileShelf,
  body: AsyncIterable<Uint8Array>,
  given: Pick<ReceiveOptions, "fileName" | "expectedSize" | "signal">,
  widths?: readonly number[],
  check: (received: ReceivedFile) => Promise<unknown> = async () => {},
): Promise<UploadedPhoto> {
  const { storage, tenantId, spoolDir, maximumBytes } = shelf;
  if (heicEnding.test(given.fileName)) throw heicPhoto(given.fileName);
  const received = await receiveFile(body, { ...given, spoolDir, maximumBytes });
  const { open, dispose, fd: _, ...original } = received;
  try {
    await check(received);
    if (!original.mediaType.startsWith("image/")) throw notAPhoto(given.fileName);
    const { width, height, renditions: made } = await makeRenditions(await buffer(open()), given.fileName, widths);
    const { size, mediaType, sha256 } = original;
    await storage.put(fileKey(tenantId, sha256), open(), { size, mediaType, signal: given.signal });
    return { original, width, height, ...(await storeRenditions(shelf, made)) };
  } finally {
    await dispose();
  }
}

/** Notes the files of a photo among the council's, before a row refers to them. */
export async function keepPhotoFiles(tx: TenantTx, by: Doing, { original, renditionFiles }: UploadedPhoto) {
  for (const file of [original, ...renditionFiles]) await keepFile(tx, by, file);
}

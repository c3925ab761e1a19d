import type { TenantId } from "../../db/tenant-db.ts";
import { storageUnavailable } from "../../storage/errors.ts";
import { fileKey, type Storage } from "../../storage/storage.ts";
import type { ZipEntry } from "../../storage/stored-zip.ts";
import type { ArchivedFile } from "./package-files.ts";

/** A file of a package as an entry of the archive: its text, or the stored file by its content. */
export const entryOf =
  (storage: Storage, tenantId: TenantId) =>
  ({ name, size, crc32, sha256, writtenAt, text }: ArchivedFile): ZipEntry => ({
    name,
    size,
    crc32,
    writtenAt,
    async *read(range, signal) {
      if (text) {
        yield text.subarray(range.start, range.end + 1);
        return;
      }
      const object = await storage.get(fileKey(tenantId, sha256), { range, signal });
      if (!object) throw storageUnavailable(new Error(`The file ${sha256} is not in the storage`));
      yield* object.body;
    },
  });

/**
 * Bytes as the body of an answer, read only as fast as its reader takes them and as it is its `turn`. A reader who leaves,
 * by cancelling or by their connection's signal, ends what is being read from the storage.
 */
export function bodyOf(
  read: (signal: AbortSignal) => AsyncGenerator<Uint8Array>,
  turn: () => Promise<void>,
  left: AbortSignal,
): ReadableStream<Uint8Array> {
  const cancelled = new AbortController();
  const pieces = read(AbortSignal.any([left, cancelled.signal]));
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await pieces.next();
        await turn();
        if (cancelled.signal.aborted) return;
        if (piece.done) controller.close();
        else controller.enqueue(piece.value);
      },
      async cancel(reason) {
        cancelled.abort(reason);
        await pieces.return(undefined).catch(() => {});
      },
    },
    { highWaterMark: 0 },
  );
}

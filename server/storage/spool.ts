import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { onDisk } from "./errors.ts";

const pieceSize = 64 * 1024;

/** A private temporary file without a name: the system frees it when it is closed, even after `kill -9`. */
export interface Spool {
  readonly handle: FileHandle;
  write(chunk: Uint8Array): Promise<void>;
  /** At most `length` bytes from `start`. */
  part(start: number, length: number): Promise<Buffer>;
  /** All bytes from the beginning; may be read several times. */
  read(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/** @throws `files.storage_full` or `files.storage_unavailable` */
export async function openSpool(directory: string): Promise<Spool> {
  const handle = await onDisk(async () => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, randomUUID());
    const file = await open(path, "wx+", 0o600);
    await rm(path);
    return file;
  });
  let closing: Promise<void> | undefined;

  async function part(start: number, length: number) {
    const piece = Buffer.alloc(length);
    const { bytesRead } = await onDisk(() => handle.read(piece, 0, length, start));
    return piece.subarray(0, bytesRead);
  }

  return {
    handle,
    write: (chunk) => onDisk(() => handle.writeFile(chunk)),
    part,
    async *read() {
      for (let position = 0; ; ) {
        const piece = await part(position, pieceSize);
        if (piece.byteLength === 0) return;
        position += piece.byteLength;
        yield piece;
      }
    },
    close() {
      closing ??= handle.close().catch(() => {});
      return closing;
    },
  };
}

export { filesystemStorage } from "./filesystem.ts";
export { fileKey, uploadPartKey } from "./keys.ts";
export { s3Storage } from "./s3.ts";

export interface StoredObject {
  /** Bytes. */
  size: number;
  /** When it was put there last, by the storage's own clock; `null` where it does not say. */
  storedAt: Date | null;
}

/** Inclusive at both ends, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface PutOptions {
  /** Bytes of the whole body; a body of another length is refused with `files.truncated`. */
  size: number;
  mediaType: string;
  signal?: AbortSignal;
}

export interface GetOptions {
  range?: ByteRange;
  signal?: AbortSignal;
}

/**
 * Where files lie. Keys are lower-case segments joined by `/` (see `keys.ts`); anything else is a `TypeError`.
 * A key cannot also be the folder of another key.
 *
 *     await storage.put(key, file.open(), { size: file.size, mediaType: file.mediaType });
 *     const found = await storage.get(key, { range: { start: 0, end: 99 } });
 *
 * Failures are `files.storage_full` (507) and `files.storage_unavailable` (503).
 */
export interface Storage {
  /**
   * Atomic: the object is either wholly there or not at all. Rewriting the same key is harmless.
   * Rejects with the body's own error when that breaks and with the signal's reason when that fires.
   */
  put(key: string, body: AsyncIterable<Uint8Array>, options: PutOptions): Promise<void>;
  /**
   * `size` is the whole object's, also with a range. `null` when absent. The body must be read or cancelled; cancelling
   * it ends the storage read. A body that cannot be delivered whole errors, it never ends early.
   * @throws {RangeError} when the range does not begin inside the object.
   */
  get(key: string, options?: GetOptions): Promise<{ body: ReadableStream<Uint8Array>; size: number } | null>;
  head(key: string): Promise<StoredObject | null>;
  /** Absent is fine. */
  delete(key: string): Promise<void>;
  /** Keys that begin with `prefix`, in order. */
  list(prefix: string): AsyncIterable<string>;
  /** For `/readyz`: throws `files.storage_unavailable` or `files.storage_full` when it cannot be reached or written. */
  check(): Promise<void>;
  /** Removes what was left half-written by a process that was killed; a driver that leaves nothing has none. */
  sweep?(olderThanMs?: number): Promise<number>;
}

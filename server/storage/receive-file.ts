import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { AppError } from "../http/errors.ts";
import { abortable } from "./body.ts";
import { fileEmpty, fileTooLarge, fileTruncated } from "./errors.ts";
import { fileKey } from "./keys.ts";
import { type Recognised, recogniseFile } from "./recognise-file.ts";
import { openSpool } from "./spool.ts";
import type { Storage } from "./storage.ts";

export interface FileFacts extends Recognised {
  /** 64 lower-case hex digits. */
  sha256: string;
  crc32: number;
  /** Bytes. */
  size: number;
}

export interface ReceivedFile extends FileFacts {
  /** Of the temporary file, open for reading by place until `dispose`. */
  fd: number;
  /** The bytes from the beginning, as often as wanted until `dispose`. */
  open(): AsyncIterable<Uint8Array>;
  /** Frees the temporary file. Must be called; may be called twice. */
  dispose(): Promise<void>;
}

export interface ReceiveOptions {
  /** A private folder on a local disk; made when missing. */
  spoolDir: string;
  maximumBytes: number;
  /** As the person gave it. Its ending must agree with the content. */
  fileName: string;
  /** What the sender announced; another length is `files.truncated`. */
  expectedSize?: number;
  signal?: AbortSignal;
}

/** What breaks on the sender's side is one thing to the reader: the file did not arrive whole. */
async function* arriving(body: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* abortable(body, signal);
  } catch (error) {
    throw error instanceof AppError ? error : fileTruncated(error);
  }
}

/**
 * Spools a stream to a private temporary file (never whole in memory) while counting size, SHA-256 and CRC-32, then
 * checks by content that its type is allowed and is what the name says.
 * @throws `files.too_large`, `files.empty`, `files.truncated`, `files.storage_full`, `files.storage_unavailable` and those
 *   of `recogniseFile`; nothing remains then.
 */
export async function receiveFile(body: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<ReceivedFile> {
  const { spoolDir, maximumBytes, fileName, expectedSize, signal } = options;
  if (expectedSize !== undefined && expectedSize > maximumBytes) throw fileTooLarge(maximumBytes);
  const spool = await openSpool(spoolDir);
  try {
    const hash = createHash("sha256");
    let checksum = 0;
    let size = 0;
    for await (const chunk of arriving(body, signal)) {
      size += chunk.byteLength;
      if (size > maximumBytes) throw fileTooLarge(maximumBytes);
      hash.update(chunk);
      checksum = crc32(chunk, checksum);
      await spool.write(chunk);
    }
    if (expectedSize !== undefined && size !== expectedSize) throw fileTruncated();
    if (size === 0) throw fileEmpty();
    const recognised = await recogniseFile(spool, size, fileName, signal);
    return {
      ...recognised,
      sha256: hash.digest("hex"),
      crc32: checksum,
      size,
      fd: spool.handle.fd,
      open: () => spool.read(),
      dispose: () => spool.close(),
    };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

/**
 * Receives a file and puts it under its tenant's key. Nothing remains on failure, neither in the storage nor in the
 * spool. The same content stored twice is one object.
 * @throws as `receiveFile` and `Storage.put`
 */
export async function storeFile(
  storage: Storage,
  tenantId: string,
  body: AsyncIterable<Uint8Array>,
  options: ReceiveOptions,
): Promise<FileFacts & { key: string }> {
  const { open, dispose, fd: _, ...facts } = await receiveFile(body, options);
  try {
    const key = fileKey(tenantId, facts.sha256);
    await storage.put(key, open(), { size: facts.size, mediaType: facts.mediaType, signal: options.signal });
    return { key, ...facts };
  } finally {
    await dispose();
  }
}

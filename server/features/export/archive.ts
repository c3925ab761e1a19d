import { createHash } from "node:crypto";
import { once } from "node:events";
import { Readable, type Writable } from "node:stream";
import { finished } from "node:stream/promises";
import ZipStream from "zip-stream";

/** Entries one after another, in the order of the calls; each is awaited before the next. */
export interface ArchiveWriter {
  /** Adds a text or a stream. Returns the SHA-256 of what was added, 64 hex digits. */
  add(name: string, content: string | AsyncIterable<Uint8Array | string>): Promise<string>;
  /** Adds the list of all that was added before, in the format of `sha256sum`, and ends the archive. */
  finish(manifestName: string): Promise<void>;
}

/**
 * Writes a ZIP as its entries come, never one whole in memory.
 * @param date of all entries.
 */
export function archiveWriter(destination: Writable, date: Date): ArchiveWriter {
  const zip = new ZipStream({ level: 6 });
  const written = finished(zip.pipe(destination));
  // Reported by the entry under way or by `finish`.
  written.catch(() => {});
  const manifest: string[] = [];

  async function append(name: string, source: Readable): Promise<void> {
    const appended = new Promise<void>((resolve, reject) => {
      zip.entry(source, { name, date }, (error) => (error ? reject(error) : resolve()));
    });
    const failed = once(source, "error").then(([error]) => Promise.reject(error));
    failed.catch(() => {});
    try {
      await Promise.race([appended, failed, written.then(() => Promise.reject(new Error("The archive was closed.")))]);
    } catch (error) {
      source.destroy();
      throw error;
    }
  }

  return {
    async add(name, content) {
      const hash = createHash("sha256");
      async function* hashed() {
        for await (const chunk of typeof content === "string" ? [content] : content) {
          hash.update(chunk);
          yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
        }
      }
      await append(name, Readable.from(hashed(), { objectMode: false }));
      const sha256 = hash.digest("hex");
      manifest.push(`${sha256}  ${name}\n`);
      return sha256;
    },
    async finish(manifestName) {
      await append(manifestName, Readable.from(manifest, { objectMode: false }));
      zip.finish();
      await written;
    },
  };
}

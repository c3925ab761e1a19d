import { randomUUID } from "node:crypto";
import type { Dirent } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { exactly, webBody, withinObject } from "./body.ts";
import { onDisk } from "./errors.ts";
import { checkKey, checkPrefix } from "./keys.ts";
import type { Storage } from "./storage.ts";

export interface FilesystemStorage extends Storage {
  /**
   * Removes what an interrupted process left half-written and nobody has touched for `olderThanMs`. Call it at the
   * start; other processes' uploads of the moment are younger.
   * @returns how many were removed.
   */
  sweep(olderThanMs?: number): Promise<number>;
}

const anHour = 3_600_000;
const ownerOnly = { directory: 0o700, file: 0o600 };
const isAbsent = (error: unknown) => ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  return onDisk(async () => {
    try {
      return await work();
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  });
}

async function syncDirectory(path: string) {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folder and has the disk remember it and those above that were made with it. */
async function makeDirectory(path: string) {
  const topmost = await mkdir(path, { recursive: true, mode: ownerOnly.directory });
  if (topmost === undefined) return;
  for (let made = path; ; made = dirname(made)) {
    await syncDirectory(dirname(made));
    if (made === topmost) return;
  }
}

/** Files under `root`, which is made when first written to. Half-written ones lie in `root/.incoming`, outside all keys. */
export function filesystemStorage(root: string): FilesystemStorage {
  const base = resolve(root);
  const incoming = join(base, ".incoming");
  const pathOf = (key: string) => join(base, ...checkKey(key).split("/"));

  /** A new private file; what fails on the way removes it. */
  async function withTemporary<T>(use: (path: string, file: FileHandle) => Promise<T>): Promise<T> {
    await onDisk(() => makeDirectory(incoming));
    const path = join(incoming, randomUUID());
    const file = await onDisk(() => open(path, "wx", ownerOnly.file));
    try {
      return await use(path, file);
    } catch (error) {
      await rm(path, { force: true }).catch(() => {});
      throw error;
    } finally {
      await file.close().catch(() => {});
    }
  }

  /** Whole-key order: a folder's name counts with its slash, so that `a-b` comes before `a/b`, as in S3. */
  async function* walk(folder: string, prefix: string): AsyncGenerator<string> {
    const entries = (await orNull<Dirent[]>(() => readdir(join(base, folder), { withFileTypes: true }))) ?? [];
    const names = entries
      .filter((entry) => !entry.name.startsWith(".") && (entry.isFile() || entry.isDirectory()))
      .map((entry) => folder + entry.name + (entry.isDirectory() ? "/" : ""))
      .sort((a, b) => (a < b ? -1 : 1));
    for (const name of names) {
      if (name.endsWith("/") && (name.startsWith(prefix) || prefix.startsWith(name))) yield* walk(name, prefix);
      else if (!name.endsWith("/") && name.startsWith(prefix)) yield name;
    }
  }

  return {
    async put(key, body, { size, signal }) {
      const target = pathOf(key);
      await withTemporary(async (path, file) => {
        for await (const chunk of exactly(body, size, signal)) await onDisk(() => file.writeFile(chunk));
        await onDisk(async () => {
          await file.sync();
          await makeDirectory(dirname(target));
          await rename(path, target);
          await syncDirectory(dirname(target));
        });
      });
    },

    async get(key, { range, signal } = {}) {
      const path = pathOf(key);
      signal?.throwIfAborted();
      const handle = await orNull(() => open(path, "r"));
      if (!handle) return null;
      try {
        const facts = await onDisk(() => handle.stat());
        if (facts.isFile()) {
          const { start, length } = withinObject(range, facts.size);
          const part = length > 0 ? { start, end: start + length - 1 } : {};
          return { body: webBody(handle.createReadStream(part), length, { signal }), size: facts.size };
        }
      } catch (error) {
        await handle.close();
        throw error;
      }
      await handle.close();
      return null;
    },

    async head(key) {
      const path = pathOf(key);
      const facts = await orNull(() => stat(path));
      return facts?.isFile() ? { size: facts.size, storedAt: facts.mtime } : null;
    },

    async delete(key) {
      const path = pathOf(key);
      await orNull(() => rm(path));
    },

    async *list(prefix) {
      yield* walk(prefix.slice(0, checkPrefix(prefix).lastIndexOf("/") + 1), prefix);
    },

    async check() {
      await withTemporary((path, file) =>
        onDisk(async () => {
          await file.writeFile("check");
          await rm(path);
        }),
      );
    },

    async sweep(olderThanMs = anHour) {
      // The disk's own clock: it is the one that dated the files.
      const now = await withTemporary((path, file) =>
        onDisk(async () => {
          const { mtimeMs } = await file.stat();
          await rm(path);
          return mtimeMs;
        }),
      );
      let removed = 0;
      for (const name of await onDisk(() => readdir(incoming))) {
        const facts = await orNull(() => stat(join(incoming, name)));
        if (!facts?.isFile() || now - facts.mtimeMs < olderThanMs) continue;
        await onDisk(() => rm(join(incoming, name), { force: true }));
        removed += 1;
      }
      return removed;
    },
  };
}

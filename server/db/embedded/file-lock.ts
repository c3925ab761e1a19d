import { closeSync, openSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedDatabaseError } from "./errors.ts";

export interface FileLock {
  /** Whether the file that was locked still stands at its path; a deleted DATA_DIR takes its locks along. */
  isCurrent(): boolean;
  release(): void;
}

export type LockMode = "exclusive" | "shared";

const busy = 5;
/** A collected handle would close its file and lose the lock. */
const held = new Set<DatabaseSync>();

const statements: Record<LockMode, string> = {
  exclusive: "begin exclusive",
  shared: "begin; select count(*) from sqlite_master",
};

function ensureFile(path: string) {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/**
 * Takes the lock of a file, or `null` while somebody else holds it in a way that excludes us.
 *
 * The lock is the kernel's own (through SQLite, the one door that Node has to it). The kernel drops it with the process,
 * however that ends, so nothing can be stale: no pid that was given to somebody else, no race between two who find
 * an abandoned file. The file must never be opened by other means in this process: closing it would drop the lock.
 */
export function tryLock(path: string, mode: LockMode): FileLock | null {
  ensureFile(path);
  let handle: DatabaseSync | undefined;
  try {
    handle = new DatabaseSync(path, { timeout: 0 });
    handle.exec(statements[mode]);
  } catch (error) {
    handle?.close();
    if ((error as { errcode?: number }).errcode === busy) return null;
    throw new EmbeddedDatabaseError(`${path} cannot be locked: start as the user it belongs to.`, { cause: error });
  }
  const { ino } = statSync(path);
  held.add(handle);
  return {
    isCurrent: () => statSync(path, { throwIfNoEntry: false })?.ino === ino,
    release: () => {
      if (held.delete(handle)) handle.close();
    },
  };
}

/** Waits for an exclusive lock. @throws {EmbeddedDatabaseError} when it stays taken for `patience` milliseconds. */
export async function lock(path: string, patience: number): Promise<FileLock> {
  const deadline = performance.now() + patience;
  for (;;) {
    const taken = tryLock(path, "exclusive");
    if (taken) return taken;
    if (performance.now() > deadline) {
      throw new EmbeddedDatabaseError(`Another process has held ${path} for too long: is it stopped or stuck?`);
    }
    await sleep(20);
  }
}

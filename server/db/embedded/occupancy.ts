import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DataDirInUse } from "./errors.ts";
import { type FileLock, lock, tryLock } from "./file-lock.ts";
import { replaceFile } from "./files.ts";

/** Longer than any first start, recovery after a crash or slow shutdown. */
const patience = 180_000;

/**
 * Who uses a DATA_DIR, in three locks under `run/`:
 * `steps` serialises everything that starts, adopts or stops the server; `owner` is held by the process that owns it;
 * `users` is shared by those that joined. The questions are meaningful only inside `oneAtATime`.
 */
export interface Occupancy {
  oneAtATime<T>(work: () => Promise<T>): Promise<T>;
  /** @throws {DataDirInUse} */
  own(): FileLock;
  join(): FileLock;
  hasOwner(): boolean;
  hasUsers(): boolean;
}

export function occupancy(dataDir: string): Occupancy {
  const run = join(dataDir, "run");
  mkdirSync(run, { recursive: true });
  const at = (name: string) => join(run, name);
  const pidFile = at("owner.pid");

  /** Somebody may delete DATA_DIR under a running process; its end must not bring the directory back. */
  const isDeleted = () => !existsSync(run);

  const isTaken = (name: string) => {
    if (isDeleted()) return false;
    const probe = tryLock(at(name), "exclusive");
    probe?.release();
    return probe === null;
  };

  return {
    async oneAtATime(work) {
      if (isDeleted()) return work();
      const steps = await lock(at("steps.lock"), patience);
      try {
        return await work();
      } finally {
        steps.release();
      }
    },
    own() {
      const lease = tryLock(at("owner.lock"), "exclusive");
      if (!lease) throw new DataDirInUse(dataDir, Number(readFileSync(pidFile, "utf8")));
      replaceFile(pidFile, `${process.pid}\n`, 0o644);
      return lease;
    },
    join: () => tryLock(at("users.lock"), "shared")!,
    hasOwner: () => isTaken("owner.lock"),
    hasUsers: () => isTaken("users.lock"),
  };
}

import { execFile } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import type { Paths } from "./cluster-file.ts";
import { EmbeddedDatabaseError } from "./errors.ts";
import { makeHome, makePrivate } from "./place.ts";
import { as, type SystemUser } from "./system-user.ts";

const run = promisify(execFile);
const building = "building-";

/** Sorting and case mapping that no operating system's update can change. */
const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/**
 * Whether the data directory is complete: it appears in one rename.
 * @throws {EmbeddedDatabaseError} when another major version of PostgreSQL made it.
 */
export function isInitialised({ data }: Paths, major: number): boolean {
  if (!existsSync(data)) return false;
  const made = Number.parseInt(readFileSync(join(data, "PG_VERSION"), "utf8"), 10);
  if (made === major) return true;
  throw new EmbeddedDatabaseError(
    `The database in ${data} was made by PostgreSQL ${made} and this version brings PostgreSQL ${major}: ` +
      "bring its content over with pg_dump or choose another DATA_DIR.",
  );
}

/**
 * Removes what an interrupted start left. An `initdb` that still runs there may make its folders once more before it
 * fails: what is not gone now goes with a later start.
 */
export function removeAbandoned(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(building))) {
    try {
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw failure;
    }
  }
}

/** Makes the data directory, whole or not at all. @throws {EmbeddedDatabaseError} with initdb's own words. */
export async function initialise(
  { initdb }: Binaries,
  { home, data, log }: Paths,
  user: SystemUser,
  { password, durable }: { password: string; durable: boolean },
) {
  makeHome(home);
  makePrivate(log, user);
  removeAbandoned(home);
  const place = mkdtempSync(join(home, building));
  try {
    const passwordFile = join(place, "password");
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    makePrivate(place, user);
    const target = join(place, "data");
    const args = ["-D", target, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, ...locale];
    await run(initdb, [...args, "--no-instructions", ...(durable ? [] : ["--no-sync"])], as(user));
    renameSync(target, data);
  } catch (cause) {
    if ((cause as { stderr?: string }).stderr === undefined) throw cause;
    const words = (cause as { stderr: string }).stderr.trim().split("\n").at(-1);
    throw new EmbeddedDatabaseError(`The database could not be made: ${words}`, { cause });
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

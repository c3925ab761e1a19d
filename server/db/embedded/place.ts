import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { EmbeddedDatabaseError } from "./errors.ts";
import { existingSystemHomes, systemHomes } from "./system-home.ts";
import { isRoot, reaches, type SystemUser } from "./system-user.ts";

/** Inside DATA_DIR. */
const inside = "postgres";

/** Beside a cluster outside of DATA_DIR: says whose it is. */
const origin = "origin";

/** The home belongs to us, so that what root does in it cannot be led astray by PostgreSQL's user. */
export function makeHome(home: string) {
  mkdirSync(home, { recursive: true });
  chmodSync(home, isRoot() ? 0o711 : 0o700);
}

/** A directory in `home` that belongs to PostgreSQL's user alone. */
export function makePrivate(directory: string, user: SystemUser) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (user) chownSync(directory, user.uid, user.gid);
}

function removeIfEmpty(directory: string) {
  try {
    rmdirSync(directory);
  } catch {
    // It is not ours alone, then.
  }
}

async function serves(home: string, user: SystemUser): Promise<boolean> {
  makeHome(home);
  const probe = mkdtempSync(join(home, "probe-"));
  try {
    makePrivate(probe, user);
    return await reaches(user, probe, "write");
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/**
 * Where a new cluster goes: into DATA_DIR if PostgreSQL's user can reach it there, else into a directory of the system.
 * @returns the path as `cluster.json` keeps it.
 * @throws {EmbeddedDatabaseError} when there is no such place.
 */
export async function choosePlace(dataDir: string, id: string, user: SystemUser): Promise<string> {
  const home = join(dataDir, inside);
  if (user === null || (await serves(home, user))) return inside;
  removeIfEmpty(home);
  for await (const system of systemHomes(user)) {
    const outside = join(system, id);
    if (!(await serves(outside, user))) continue;
    writeFileSync(join(outside, origin), `${dataDir}\n`);
    return outside;
  }
  throw new EmbeddedDatabaseError(
    `PostgreSQL's user can reach neither ${dataDir} nor /var/lib: choose a DATA_DIR that other users can enter.`,
  );
}

/** Clusters outside of DATA_DIR that were made for it, whether it still points to them or not. */
export function placesMadeFor(dataDir: string): string[] {
  const isItsOwn = (place: string) => {
    const file = join(place, origin);
    return existsSync(file) && readFileSync(file, "utf8").trim() === dataDir;
  };
  return existingSystemHomes()
    .flatMap((system) => readdirSync(system).map((name) => join(system, name)))
    .filter(isItsOwn);
}

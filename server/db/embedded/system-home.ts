import { chmodSync, existsSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRoot, reaches, type SystemUser } from "./system-user.ts";

const candidates = () => ["/var/lib/e-keshilli", join(tmpdir(), "e-keshilli"), "/tmp/e-keshilli"];

/** Ours, and nobody else can put things into it: the fallback lies where anybody may create directories. */
function isTrusted(directory: string): boolean {
  const found = lstatSync(directory);
  return found.isDirectory() && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0;
}

function make(directory: string): boolean {
  try {
    // Only what we make gets a mode from us, and only the last part is certainly ours.
    if (mkdirSync(directory, { recursive: true })) chmodSync(directory, 0o755);
    return isTrusted(directory);
  } catch {
    return false;
  }
}

/**
 * Directories of the system, best first, in which root keeps what the user of PostgreSQL must reach but cannot reach
 * where it lies. Nobody's permissions are changed for it.
 */
export async function* systemHomes(user: SystemUser): AsyncGenerator<string> {
  if (!isRoot()) return;
  for (const directory of candidates()) {
    if (make(directory) && (await reaches(user, directory, "read"))) yield directory;
  }
}

/** Those of them that exist already. */
export function existingSystemHomes(): string[] {
  return isRoot() ? candidates().filter((directory) => existsSync(directory) && isTrusted(directory)) : [];
}

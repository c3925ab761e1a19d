import { randomBytes } from "node:crypto";
import { chownSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** Replaces a small file whole, never half; it keeps the user it belonged to when root replaces it. */
export function replaceFile(path: string, text: string, mode: number) {
  const next = `${path}.${randomBytes(6).toString("hex")}`;
  const before = statSync(path, { throwIfNoEntry: false });
  try {
    writeFileSync(next, text, { mode, flag: "wx", flush: true });
    if (before && process.geteuid?.() === 0) chownSync(next, before.uid, before.gid);
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const patterns = [
  "web/**/*.{ts,tsx,css}",
  "server/**/*.{shared,schema}.ts",
  "server/features/elements/*.json",
  "tenants/emblems/*.svg",
  "package-lock.json",
];

/** Changes with every file that the build reads, so that a build is made again exactly when it is out of date. */
export function sourcesFingerprint(): string {
  const hash = createHash("sha256");
  const files = globSync(patterns, {
    cwd: root,
    exclude: (name) => /(^|\/)(dist|node_modules)(\/|$)/.test(String(name)),
  });
  for (const file of files.sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

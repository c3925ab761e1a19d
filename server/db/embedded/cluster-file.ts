import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as v from "valibot";
import { EmbeddedDatabaseError } from "./errors.ts";
import { replaceFile } from "./files.ts";

const ClusterFile = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  /** Where the cluster lies; relative to DATA_DIR when it lies inside, so that DATA_DIR can be moved. */
  path: v.pipe(v.string(), v.minLength(1)),
  /** The last port: taken again when it is free, so that others find the server after a restart. */
  port: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))),
  passwords: v.object({ superuser: v.string(), owner: v.string(), app: v.string() }),
});

/** `DATA_DIR/cluster.json`: the pointer to the cluster and its keys. Without it the next start makes a fresh cluster. */
export type ClusterFile = v.InferOutput<typeof ClusterFile>;

const fileOf = (dataDir: string) => join(dataDir, "cluster.json");

const password = () => randomBytes(24).toString("base64url");

/** A cluster that does not exist yet. */
export const newCluster = (id: string, path: string): ClusterFile => ({
  id,
  path,
  port: null,
  passwords: { superuser: password(), owner: password(), app: password() },
});

export const newClusterId = () => randomBytes(6).toString("hex");

/** @throws {EmbeddedDatabaseError} when the file is there but damaged. */
export function readClusterFile(dataDir: string): ClusterFile | null {
  try {
    return v.parse(ClusterFile, JSON.parse(readFileSync(fileOf(dataDir), "utf8")));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    if ((cause as NodeJS.ErrnoException).code) throw cause;
    throw new EmbeddedDatabaseError(`${fileOf(dataDir)} is damaged: restore it from a copy.`, { cause });
  }
}

export const writeClusterFile = (dataDir: string, cluster: ClusterFile) =>
  replaceFile(fileOf(dataDir), `${JSON.stringify(cluster, null, 2)}\n`, 0o600);

export interface Paths {
  /** Holds the rest; belongs to whoever runs this process. */
  home: string;
  /** PostgreSQL's own: belongs to its user. */
  data: string;
  log: string;
  /** `cluster_name`, by which the server's processes are told from those of other clusters: follows from the place. */
  clusterName: string;
}

export function pathsOf(dataDir: string, { path }: Pick<ClusterFile, "path">): Paths {
  const home = resolve(dataDir, path);
  const data = join(home, "data");
  const clusterName = `e-keshilli-${createHash("sha256").update(data).digest("hex").slice(0, 12)}`;
  return { home, data, log: join(home, "log"), clusterName };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { loadConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/db/open-database.ts";
import { openPool } from "../../server/db/pool.ts";
import { registryDb } from "../../server/db/registry-db.ts";
import { type TenantDb, type TenantId, tenantDb } from "../../server/db/tenant-db.ts";
import { openStorage } from "../../server/storage/open-storage.ts";
import type { Storage } from "../../server/storage/storage.ts";
import { settle } from "../bench/base/settle.ts";

const root = join(import.meta.dirname, "../..");

/** Runs a program to its end, its words among ours. @returns its exit code */
export async function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const child = spawn(program, args, { cwd: root, env, stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

/** Example councils with their search, as they are in a portal that has run for a while: else it would catch up beside the load. */
export async function fillPortal(dataDir: string, councils: number, years: number): Promise<void> {
  const env = { DATA_DIR: dataDir, DEMO: "0", LOG_LEVEL: "error" };
  for (const command of [["seed.ts", "--councils", String(councils), "--years", String(years)], ["reindex.ts"]]) {
    const [name, ...args] = command;
    const code = await run(process.execPath, [`server/cli/${name}`, ...args], { ...process.env, ...env });
    if (code !== 0) throw new Error(`${name} ended with ${code}.`);
  }
  const database = await openDatabase(loadConfig(env), { purpose: "own" });
  try {
    await settle(database.ownerUrl!);
  } finally {
    await database.close();
  }
}

/** The portal as `npm start` starts it, over its own data, on any free port. */
export async function startPortal(dataDir: string) {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: "0", DEMO: "0", LOG_LEVEL: "error" };
  const child = spawn(process.execPath, ["--min-semi-space-size=8", "--max-semi-space-size=8", "server/main.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      const address = /http:\/\/[a-z0-9-]+\.localhost:(\d+)/.exec(line);
      if (address) resolve(Number(address[1]));
    });
    ended.then(() => reject(new Error("The portal ended before it was ready.")));
  });
  return {
    port,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** One council's data, from outside of the portal's process, as a second process of the portal has it. */
export interface Inside {
  storage: Storage;
  council(slug: string): Promise<{ id: TenantId; db: TenantDb }>;
  close(): Promise<void>;
}

export async function openInside(dataDir: string): Promise<Inside> {
  const config = loadConfig({ DATA_DIR: dataDir, DEMO: "0", LOG_LEVEL: "error" });
  const database = await openDatabase(config, { purpose: "join", migrate: false });
  const pool = openPool(database.appUrl, { max: 4 });
  return {
    storage: openStorage(config),
    async council(slug) {
      const { id } = await registryDb(pool)
        .selectFrom("tenants")
        .select("id")
        .where("slug", "=", slug)
        .executeTakeFirstOrThrow();
      return { id, db: tenantDb(pool, id) };
    },
    async close() {
      await pool.end();
      await database.close();
    },
  };
}

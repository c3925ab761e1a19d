import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { claimDatabase } from "../../server/db/bootstrap.ts";
import { pathsOf, readClusterFile } from "../../server/db/embedded/cluster-file.ts";
import { openEmbeddedDatabase } from "../../server/db/embedded/embedded-postgres.ts";
import { occupancy } from "../../server/db/embedded/occupancy.ts";
import { stopServer } from "../../server/db/embedded/postmaster.ts";

export interface TestCluster {
  superuserUrl: string;
  /** `portal_owner` in the database `e_keshilli`; see `urlOf` for others. */
  ownerUrl: string;
  /** `portal_web` in the same. */
  appUrl: string;
  /** Stops the server and removes everything. */
  stop(): Promise<void>;
}

const prefix = "e-keshilli-test-";
/** Longer than a directory can be without an owner while a test still means to use it. */
const abandonedAfter = 5 * 60_000;

/** Nothing in it must survive, and many databases are made in it. */
const settings = { max_connections: "200", shared_buffers: "128MB", wal_level: "minimal", max_wal_senders: "0" };

/** An empty DATA_DIR that PostgreSQL's user can reach, for tests that run as root. */
export function throwawayDataDir(): string {
  const directory = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(directory, 0o711);
  return directory;
}

/** Stops what runs on a throwaway DATA_DIR and removes it, also what lies outside of it. */
export async function removeDataDir(dataDir: string) {
  const cluster = readClusterFile(dataDir);
  if (cluster) {
    const paths = pathsOf(dataDir, cluster);
    await stopServer(paths);
    rmSync(paths.home, { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
}

/** A killed test run cannot clean up after itself; the next one does. */
async function removeAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(dataDir).mtimeMs < abandonedAfter) continue;
      occupancy(dataDir).own().release();
      await removeDataDir(dataDir);
    } catch {
      // Still in use, or another user's.
    }
  }
}

/**
 * A PostgreSQL for one test run, with the portal's roles, in a directory that vanishes with it. Its data would not
 * survive a power cut. For a Vitest `globalSetup`.
 */
export async function startTestCluster(): Promise<TestCluster> {
  await removeAbandoned();
  const dataDir = throwawayDataDir();
  try {
    const opened = await openEmbeddedDatabase({ dataDir, purpose: "own", durable: false, settings });
    const { superuserUrl, ownerUrl, appUrl } = opened;
    const stop = async () => {
      await opened.stop();
      await removeDataDir(dataDir);
    };
    return { superuserUrl, ownerUrl, appUrl, stop };
  } catch (error) {
    await removeDataDir(dataDir);
    throw error;
  }
}

/** The same login in another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

async function asSuperuser<T>(superuserUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Copies a database, owned by `portal_owner` and open to the portal's roles as the original is. Nobody may be connected
 * to the template; somebody who is just leaving is waited for.
 * @param template made by migrations; `template0` for an empty one.
 */
export async function createDatabaseFromTemplate(superuserUrl: string, name: string, template: string): Promise<void> {
  const copy = `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`;
  await asSuperuser(superuserUrl, async (client) => {
    for (let tries = 1; ; tries++) {
      try {
        await client.query(copy);
        break;
      } catch (error) {
        if ((error as { code?: string }).code !== "55006" || tries === 50) throw error;
        await sleep(50);
      }
    }
    await claimDatabase(client, name);
  });
}

/** Removes a database with all connections to it; one that does not exist is fine. */
export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await asSuperuser(superuserUrl, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}

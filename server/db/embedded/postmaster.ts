import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Paths } from "./cluster-file.ts";
import { EmbeddedDatabaseError } from "./errors.ts";
import { processIdentity, type ServerProcess, serverProcesses, signal, until } from "./processes.ts";

/** The server's main process. */
export interface Postmaster {
  pid: number;
  /** See `processIdentity`. */
  identity: string;
  port: number;
}

interface PidFile {
  pid: number;
  port: number;
  /** `starting`, `ready`, `stopping` … */
  status: string;
}

function pidFileLines({ data }: Paths): string[] {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** PostgreSQL's own account of itself; `null` when there is none, or it is not written to the end yet. */
export function readPidFile(paths: Paths): PidFile | null {
  const lines = pidFileLines(paths);
  const status = lines[7]?.trim();
  return status ? { pid: Number(lines[0]), port: Number(lines[3]), status } : null;
}

/** A server that was just started writes its pid file at once; one that lost it never will again. */
const untilPidFile = 2_000;
const untilReady = 60_000;

/** The server that runs on this data directory and is ready, or `null`. Waits while it starts or stops. */
export async function findPostmaster(paths: Paths): Promise<Postmaster | null> {
  const began = performance.now();
  for (;;) {
    const main = (await serverProcesses(paths.clusterName)).find((each) => each.isPostmaster);
    if (!main) return null;
    const file = readPidFile(paths);
    const identity = await processIdentity(main.pid);
    if (file?.pid === main.pid && identity && file.status === "ready")
      return { pid: main.pid, identity, port: file.port };
    if (performance.now() - began > (file ? untilReady : untilPidFile)) return null;
    await sleep(20);
  }
}

/** Whether it really answers, and for this data directory. @throws {EmbeddedDatabaseError} when it refuses our password. */
export async function answers(superuserUrl: string, { data }: Paths): Promise<boolean> {
  const client = new pg.Client({
    connectionString: superuserUrl,
    connectionTimeoutMillis: 3_000,
    query_timeout: 3_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as data");
    return rows[0].data === data;
  } catch (cause) {
    if ((cause as { code?: string }).code !== "28P01") return false;
    throw new EmbeddedDatabaseError(`The database in ${data} does not know the password in cluster.json.`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

const isGone = (pid: number, identity: string | null) => async () => (await processIdentity(pid)) !== identity;

/** Fast shutdown, then an immediate one, then the kernel's: the data survive each, the last two need recovery. */
async function stopProcess({ pid }: ServerProcess, patience: number) {
  const identity = await processIdentity(pid);
  if (!identity) return;
  for (const [name, share] of [
    ["SIGINT", 1],
    ["SIGQUIT", 0.3],
    ["SIGKILL", 1],
  ] as const) {
    signal(pid, name);
    if (await until(isGone(pid, identity), patience * share)) return;
  }
}

/** In full operation, or without a postmaster. Recovering after the death of one of its processes it is neither. */
async function isSettled({ clusterName }: Paths): Promise<boolean> {
  const processes = await serverProcesses(clusterName);
  return processes.some(({ title }) => title === "walwriter") || !processes.some((each) => each.isPostmaster);
}

/**
 * Ends every process of the server on this data directory, the postmaster first, and returns when none is left.
 * @param patience milliseconds that a fast shutdown may take.
 */
export async function stopServer(paths: Paths, patience = 30_000) {
  // PostgreSQL 18 forgets a fast shutdown that is asked of it during such a recovery.
  await until(() => isSettled(paths), Math.min(patience, 10_000));
  for (const main of (await serverProcesses(paths.clusterName)).filter((each) => each.isPostmaster)) {
    await stopProcess(main, patience);
  }
  const areGone = async () => (await serverProcesses(paths.clusterName)).length === 0;
  // Processes that lost their postmaster notice it and leave, unless they are busy or stopped.
  if (await until(areGone, 3_000)) return;
  for (const { pid } of await serverProcesses(paths.clusterName)) signal(pid, "SIGKILL");
  await until(areGone, 3_000);
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/**
 * Removes a pid file whose number belongs to another program by now, or to a dead process that nobody buried (in a
 * container without an init), or that was never written to the end: PostgreSQL would take each for a living server.
 * Call it only when no process of the server is left.
 */
export function clearTakenPid(paths: Paths) {
  const [first] = pidFileLines(paths);
  if (first === undefined) return;
  const pid = Number(first);
  if (pid === 0 || (pid > 0 && isTaken(pid))) rmSync(join(paths.data, "postmaster.pid"), { force: true });
}

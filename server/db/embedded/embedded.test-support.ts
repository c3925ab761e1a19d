import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, onTestFinished } from "vitest";
import { removeDataDir, throwawayDataDir } from "../../../tests/support/postgres.ts";
import { pathsOf, readClusterFile } from "./cluster-file.ts";
import { type EmbeddedDatabase, openEmbeddedDatabase } from "./embedded-postgres.ts";
import { stopServer } from "./postmaster.ts";
import { serverProcesses } from "./processes.ts";

/** An empty DATA_DIR that is gone, with its server, when the test is over. */
export function emptyDataDir(): string {
  const dataDir = throwawayDataDir();
  onTestFinished(() => removeDataDir(dataDir));
  return dataDir;
}

/** A DATA_DIR whose database was made once for the test file; each test finds and leaves its server stopped. */
export function madeDataDir(): () => string {
  let dataDir = "";
  beforeAll(async () => {
    dataDir = throwawayDataDir();
    await (await open(dataDir, "own")).stop();
  });
  afterEach(() => stopServer(clusterOf(dataDir)));
  afterAll(() => removeDataDir(dataDir));
  return () => dataDir;
}

export const open = (dataDir: string, purpose: "own" | "join"): Promise<EmbeddedDatabase> =>
  openEmbeddedDatabase({ dataDir, purpose, durable: false });

export async function ask<T = Record<string, unknown>>(
  connectionString: string,
  sql: string,
  options?: string,
): Promise<T[]> {
  const client = new pg.Client({ connectionString, ...(options && { options }) });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Tells one run of the server from the next. */
export async function startOf(url: string): Promise<string> {
  const [row] = await ask<{ at: string }>(url, "select pg_postmaster_start_time()::text as at");
  return row!.at;
}

export const clusterOf = (dataDir: string) => pathsOf(dataDir, readClusterFile(dataDir)!);

export const processesOf = (dataDir: string) => serverProcesses(clusterOf(dataDir).clusterName);

export interface HolderLine {
  step?: string;
  done?: boolean;
  ready?: true;
  superuserUrl?: string;
  refused?: string;
  message?: string;
}

export interface Holder {
  child: ChildProcess;
  /** The first line that is meant. */
  line(wanted: (line: HolderLine) => boolean): Promise<HolderLine>;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Another process that opens the same DATA_DIR. */
export function holder(dataDir: string, purpose: "own" | "join", durability = ""): Holder {
  const script = fileURLToPath(new URL("holder.fixture.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir, purpose, durability], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const lines: HolderLine[] = [];
  const reader = createInterface(child.stdout);
  reader.on("line", (text) => lines.push(JSON.parse(text)));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  onTestFinished(() => end("SIGKILL"));
  return {
    child,
    async line(wanted) {
      for (;;) {
        const found = lines.find(wanted);
        if (found) return found;
        await once(reader, "line");
      }
    },
    end,
  };
}

export const isSettled = (line: HolderLine) => line.ready === true || line.refused !== undefined;

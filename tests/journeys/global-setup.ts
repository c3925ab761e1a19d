import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { pathsOf, readClusterFile } from "../../server/db/embedded/cluster-file.ts";
import { serverProcesses } from "../../server/db/embedded/processes.ts";
import { removeDataDir, throwawayDataDir } from "../support/postgres.ts";
import { type FurtherContent, publishFurtherContent } from "./support/further-content.ts";

declare module "vitest" {
  export interface ProvidedContext {
    port: number;
    /** With which commands find the portal's database. */
    environment: Record<string, string>;
    furtherContent: FurtherContent;
  }
}

const root = join(import.meta.dirname, "../..");
/** The first start makes the database and the example councils: half a minute, and minutes beside other work. */
const patience = 300_000;

/** The portal as `npm start` starts it, in a process of its own; every journey goes to this one. */
export default async function setup(project: TestProject) {
  const dataDir = throwawayDataDir();
  const { PATH, HOME, TMPDIR } = process.env;
  const environment = { PATH, HOME, TMPDIR, DATA_DIR: dataDir, DEMO_DATE: "2026-03-05", LOG_LEVEL: "warn" };
  const portal = startPortal({ ...environment, PORT: "0" });
  const end = async () => {
    const { code, faults } = await portal.stop();
    const cluster = readClusterFile(dataDir);
    const left = cluster ? await serverProcesses(pathsOf(dataDir, cluster).clusterName) : [];
    await removeDataDir(dataDir);
    if (code !== 0) throw new Error(`The portal ended with ${code}.`);
    if (left.length > 0) throw new Error(`The portal left ${left.length} processes of PostgreSQL behind.`);
    if (faults.length > 0) throw new Error(`The portal noted faults of its own:\n${faults.join("\n")}`);
  };
  try {
    const port = await portal.port;
    const tenant = (...args: string[]) =>
      promisify(execFile)(process.execPath, ["server/cli/tenant.ts", ...args], { cwd: root, env: environment });
    await tenant("add", "korce");
    await tenant("add", "berat");
    await tenant("suspend", "berat");
    project.provide("port", port);
    project.provide("environment", JSON.parse(JSON.stringify(environment)));
    project.provide("furtherContent", await publishFurtherContent(environment));
  } catch (error) {
    await portal.stop();
    await removeDataDir(dataDir);
    throw error;
  }
  return end;
}

function startPortal(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ["server/main.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  const ended = once(child, "exit") as Promise<[number | null]>;
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const lines = createInterface(child.stdout);
  /** What the log calls an error, but for the answers of a suspended council. */
  const faults: string[] = [];
  lines.on("line", (line) => {
    const { level, status } = line.startsWith("{") ? JSON.parse(line) : {};
    if (level >= 50 && status !== 503) faults.push(line);
  });

  const port = new Promise<number>((resolve, reject) => {
    lines.on("line", (line) => {
      const address = /http:\/\/valbardhe\.localhost:(\d+)/.exec(line);
      if (address) resolve(Number(address[1]));
    });
    const refuse = (why: string) => reject(new Error(`${why}\n${said.join("")}`));
    ended.then(([code]) => refuse(`The portal ended with ${code} before it was ready.`));
    setTimeout(() => refuse("The portal was not ready in time."), patience).unref();
  });

  return {
    port,
    async stop() {
      process.off("exit", killed);
      child.kill("SIGTERM");
      const [code] = await ended;
      return { code, faults };
    },
  };
}

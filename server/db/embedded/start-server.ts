import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import type { Paths } from "./cluster-file.ts";
import { AlreadyRunning, EmbeddedDatabaseError } from "./errors.ts";
import { makePrivate } from "./place.ts";
import { type Postmaster, readPidFile, stopServer } from "./postmaster.ts";
import { processIdentity, until } from "./processes.ts";
import { type ServerOptions, serverArguments } from "./settings.ts";
import { bareEnvironment, type SystemUser } from "./system-user.ts";

/** Recovery after a crash reads a gigabyte of log at the most. */
const patience = 120_000;

/** A free port of the loopback address: the wanted one if it is free. */
async function freePort(wanted: number | null): Promise<number> {
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const probe = createServer();
      probe.once("error", reject);
      probe.listen(port, "127.0.0.1", () => {
        const { port: taken } = probe.address() as { port: number };
        probe.close(() => resolve(taken));
      });
    });
  return wanted === null ? listen(0) : listen(wanted).catch(() => listen(0));
}

const startLog = ({ home }: Paths) => join(home, "start.log");

/** What was added to a log, the last few lines of it. */
function added(path: string, from: number): string {
  const file = openSync(path, "r");
  try {
    const limit = 4_096;
    const { size } = fstatSync(file);
    const start = Math.max(size < from ? 0 : from, size - limit);
    const buffer = Buffer.alloc(limit);
    return buffer.toString("utf8", 0, readSync(file, buffer, 0, limit, start));
  } finally {
    closeSync(file);
  }
}

const sizes = (directory: string) =>
  new Map(readdirSync(directory).map((name) => [join(directory, name), statSync(join(directory, name)).size]));

const fatal = /FATAL|PANIC/;

/**
 * What the server said on its way down: on its own output, or in the log. The process that writes the log outlives it
 * by a moment.
 */
async function lastWords(paths: Paths, before: Map<string, number>): Promise<string> {
  let lines: string[] = [];
  await until(async () => {
    const logs = [...sizes(paths.log).keys()].map((path) => added(path, before.get(path) ?? 0));
    lines = [added(startLog(paths), 0), ...logs]
      .join("\n")
      .split("\n")
      .filter((line) => line.trim());
    return lines.some((line) => fatal.test(line));
  }, 1_000);
  return lines.findLast((line) => fatal.test(line)) ?? lines.at(-1) ?? "it ended without a word";
}

async function attempt(
  { postgres }: Binaries,
  paths: Paths,
  user: SystemUser,
  options: ServerOptions,
): Promise<Postmaster | string> {
  const before = sizes(paths.log);
  rmSync(startLog(paths), { force: true });
  const output = openSync(startLog(paths), "wx", 0o600);
  // Detached: a session of its own, so that Ctrl-C in the terminal reaches us alone. No pipe that could break.
  const child = spawn(postgres, serverArguments(paths, options), {
    ...user,
    env: bareEnvironment,
    cwd: paths.home,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  let failure: string | null = null;
  let ended = false;
  child.once("error", (error) => {
    failure = error.message;
    ended = true;
  });
  child.once("exit", () => {
    ended = true;
  });
  const isReady = async () => {
    const file = readPidFile(paths);
    return ended || (file?.pid === child.pid && file?.status === "ready");
  };
  if (!(await until(isReady, patience, 5))) {
    await stopServer(paths, 5_000);
    return "it was not ready in time";
  }
  const identity = ended ? null : await processIdentity(child.pid!);
  if (identity) return { pid: child.pid!, identity, port: options.port };
  return failure ?? lastWords(paths, before);
}

/**
 * Starts the server and waits until it takes connections. It outlives this process unless it is stopped.
 * @throws {AlreadyRunning}
 * @throws {EmbeddedDatabaseError} with the server's last words.
 */
export async function startServer(
  binaries: Binaries,
  paths: Paths,
  user: SystemUser,
  { port, durable, extra }: { port: number | null; durable: boolean; extra: Record<string, string> },
): Promise<Postmaster> {
  makePrivate(paths.log, user);
  let outcome: Postmaster | string = "";
  for (let tries = 0; tries < 5; tries++) {
    outcome = await attempt(binaries, paths, user, { port: await freePort(tries === 0 ? port : null), durable, extra });
    if (typeof outcome !== "string") return outcome;
    // Somebody may have taken the port since we looked.
    if (!/could not (bind|create any)/i.test(outcome)) break;
  }
  const Failure = /postmaster\.pid|shared memory block/.test(outcome) ? AlreadyRunning : EmbeddedDatabaseError;
  throw new Failure(`PostgreSQL does not start (${paths.log}): ${outcome}`);
}

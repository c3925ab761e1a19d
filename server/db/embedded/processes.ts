import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Slim Linux images have no `ps`, macOS has no `/proc`. */
const hasProc = process.platform === "linux";

/** Which process a pid is *now*: pid and start time. `null` when none lives there; a zombie does not live. */
export async function processIdentity(pid: number): Promise<string | null> {
  try {
    if (hasProc) {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8");
      const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return state === "Z" || state === "X" ? null : `${pid}@${rest[18]}`;
    }
    const { stdout } = await run("ps", ["-o", "stat=,lstart=", "-p", String(pid)]);
    const [state = "Z", ...started] = stdout.trim().split(/\s+/);
    return state.startsWith("Z") ? null : `${pid}@${started.join(" ")}`;
  } catch {
    return null;
  }
}

async function commandLines(): Promise<[pid: number, command: string][]> {
  if (!hasProc) {
    const { stdout } = await run("ps", ["-axww", "-o", "pid=,command="], { maxBuffer: 64 * 1024 * 1024 });
    return stdout
      .split("\n")
      .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
      .filter((match) => match !== null)
      .map((match) => [Number(match[1]), match[2]!]);
  }
  const pids = (await readdir("/proc")).map(Number).filter(Number.isInteger);
  const read = async (pid: number): Promise<[number, string]> => {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return [pid, line.replaceAll("\0", " ")];
  };
  return Promise.all(pids.map(read));
}

export interface ServerProcess {
  pid: number;
  /** The postmaster, not one of the processes that it started. */
  isPostmaster: boolean;
  /** What it is for, as PostgreSQL names it (`walwriter`, `checkpointer` …); empty for the postmaster. */
  title: string;
}

/** All living PostgreSQL processes whose `cluster_name` is this one. */
export async function serverProcesses(clusterName: string): Promise<ServerProcess[]> {
  const found = (await commandLines())
    .filter(([, command]) => /^postgres: |\/postgres -D /.test(command) && command.includes(clusterName))
    .map(([pid, command]) => {
      const isPostmaster = !command.startsWith("postgres: ");
      return { pid, isPostmaster, title: isPostmaster ? "" : command.split(": ").slice(2).join(": ").trim() };
    });
  const living = await Promise.all(found.map(({ pid }) => processIdentity(pid)));
  return found.filter((_, at) => living[at] !== null);
}

/** Sends a signal; a process that is gone already is fine. */
export function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Asks every few milliseconds until the answer is yes, or `patience` milliseconds have passed: then `false`. */
export async function until(isSo: () => Promise<boolean>, patience: number, pause = 20): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > deadline) return false;
    await sleep(pause);
  }
  return true;
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import {
  ask,
  clusterOf,
  emptyDataDir,
  holder,
  isSettled,
  madeDataDir,
  open,
  processesOf,
  startOf,
} from "./embedded.test-support.ts";
import { readPidFile } from "./postmaster.ts";
import { userOf } from "./system-user.ts";

const postmasterOf = async (dataDir: string) => (await processesOf(dataDir)).find((each) => each.isPostmaster)!.pid;

const made = madeDataDir();

it("adopts the database of an owner that was killed", async () => {
  const dataDir = made();
  const killed = holder(dataDir, "own");
  const { superuserUrl } = await killed.line(isSettled);
  const before = await startOf(superuserUrl!);
  await killed.end("SIGKILL");
  const next = await open(dataDir, "own");
  expect(next.ownsServer).toBe(true);
  expect(await startOf(next.superuserUrl)).toBe(before);
  await next.stop();
  expect(await processesOf(dataDir)).toEqual([]);
});

it("outlives Ctrl-C in the terminal until its owner has stopped it", async () => {
  const dataDir = made();
  const db = await open(dataDir, "own");
  const { pid } = readPidFile(clusterOf(dataDir))!;
  // A signal from a terminal goes to the group; the server leads its own.
  expect(() => process.kill(-pid, 0)).not.toThrow();
  await db.stop();
});

it("replaces an orphan that does not answer", { timeout: 30_000 }, async () => {
  const dataDir = made();
  const killed = holder(dataDir, "own");
  await killed.line(isSettled);
  await killed.end("SIGKILL");
  const frozen = await postmasterOf(dataDir);
  process.kill(frozen, "SIGSTOP");
  const next = await open(dataDir, "own");
  expect(await postmasterOf(dataDir)).not.toBe(frozen);
  expect(await ask(next.appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  await next.stop();
  expect(await processesOf(dataDir)).toEqual([]);
});

it("recovers what was committed when the owner and the server are killed together", async () => {
  const dataDir = emptyDataDir();
  const killed = holder(dataDir, "own", "durable");
  const { superuserUrl } = await killed.line(isSettled);
  await ask(superuserUrl!, "create table committed as select 1 as n");
  process.kill(await postmasterOf(dataDir), "SIGKILL");
  await killed.end("SIGKILL");
  const next = await open(dataDir, "own");
  expect(await ask(next.superuserUrl, "select n from committed")).toEqual([{ n: 1 }]);
  await next.stop();
});

it("starts although the old pid now belongs to another program, and leaves that alone", async () => {
  const dataDir = made();
  const killed = holder(dataDir, "own");
  await killed.line(isSettled);
  const { data } = clusterOf(dataDir);
  const pidFile = join(data, "postmaster.pid");
  const old = readFileSync(pidFile, "utf8");
  process.kill(await postmasterOf(dataDir), "SIGKILL");
  await killed.end("SIGKILL");
  const bystander = spawn("sleep", ["60"], { ...(await userOf(data)), cwd: "/", stdio: "ignore" });
  onTestFinished(() => void bystander.kill("SIGKILL"));
  await once(bystander, "spawn");
  writeFileSync(pidFile, old.replace(/^\d+/, String(bystander.pid)));
  const next = await open(dataDir, "own");
  expect(await ask(next.appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  await next.stop();
  expect(bystander.exitCode).toBeNull();
  expect(bystander.signalCode).toBeNull();
});

it("starts on another port when its own was taken meanwhile", async () => {
  const dataDir = made();
  const first = await open(dataDir, "own");
  await first.stop();
  const port = Number(new URL(first.appUrl).port);
  const squatter = createServer().listen(port, "127.0.0.1");
  onTestFinished(() => void squatter.close());
  await once(squatter, "listening");
  const second = await open(dataDir, "own");
  expect(new URL(second.appUrl).port).not.toBe(String(port));
  expect(await ask(second.appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  await second.stop();
});

it("makes the database anew when the first start was killed half way", async () => {
  const dataDir = emptyDataDir();
  const killed = holder(dataDir, "own");
  await killed.line(({ step, done }) => step === "initdb" && done === false);
  const home = join(dataDir, "postgres");
  const isHalfMade = () => existsSync(home) && readdirSync(home).some((name) => name.startsWith("building-"));
  await expect.poll(isHalfMade, { interval: 5 }).toBe(true);
  await killed.end("SIGKILL");
  expect(readdirSync(home)).not.toContain("data");
  const next = await open(dataDir, "own");
  expect(await ask(next.appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  expect(readdirSync(home).filter((name) => name.startsWith("building-"))).toEqual([]);
  await next.stop();
});

it("makes a fresh database when DATA_DIR was deleted, even under a running orphan", { timeout: 20_000 }, async () => {
  const dataDir = emptyDataDir();
  const killed = holder(dataDir, "own");
  const { superuserUrl } = await killed.line(isSettled);
  await ask(superuserUrl!, "create table gone ()");
  await killed.end("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(dataDir, { mode: 0o755 });
  const next = await open(dataDir, "own");
  expect(await ask(next.superuserUrl, "select to_regclass('gone') as gone")).toEqual([{ gone: null }]);
  await next.stop();
  expect(await processesOf(dataDir)).toEqual([]);
});

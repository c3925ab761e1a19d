import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, open, readdir, readlink, rm, truncate, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { piecesOf, storageSuite } from "../../tests/drivers/storage-suite.ts";
import { filesystemStorage } from "./storage.ts";

const newRoot = () => mkdtemp(join(tmpdir(), "storage-"));
const filesUnder = async (root: string) =>
  (await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const plain = { mediaType: "text/plain" };
const full = expect.objectContaining({ code: "files.storage_full", status: 507 });
const unavailable = expect.objectContaining({ code: "files.storage_unavailable", status: 503 });

storageSuite("files on disk", async () => {
  const root = await newRoot();
  return {
    storage: filesystemStorage(join(root, "made", "when", "needed")),
    leftovers: () => filesUnder(root),
    close: () => rm(root, { recursive: true }),
  };
});

describe("files on disk, beside what all drivers do", () => {
  const undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  async function root() {
    const path = await newRoot();
    undo.push(() => rm(path, { recursive: true, force: true }));
    return path;
  }

  it("are the owner's alone", async () => {
    const base = join(await root(), "files");
    await filesystemStorage(base).put("a/b", piecesOf(Buffer.from("x")), { ...plain, size: 1 });
    const mode = (path: string) => statSync(join(base, path)).mode & 0o777;
    expect([mode(""), mode("a"), mode(".incoming")]).toEqual([0o700, 0o700, 0o700]);
    expect(mode("a/b")).toBe(0o600);
  });

  it("leave nothing when the disk fills while they are written", async () => {
    const base = await root();
    const storage = filesystemStorage(base);
    await storage.put("kept", piecesOf(Buffer.from("kept")), { ...plain, size: 4 });
    const file = await open(join(base, "kept"));
    const kind = Object.getPrototypeOf(file);
    await file.close();
    const write = kind.writeFile;
    let writes = 0;
    const failing = vi.spyOn(kind, "writeFile").mockImplementation(function (this: unknown, ...given: unknown[]) {
      writes += 1;
      if (writes < 3) return write.apply(this, given);
      return Promise.reject(Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" }));
    });
    undo.push(() => failing.mockRestore());
    const whole = randomBytes(300_000);
    await expect(storage.put("too/much", piecesOf(whole), { ...plain, size: 300_000 })).rejects.toEqual(full);
    expect(writes).toBe(3);
    expect(await filesUnder(base)).toEqual([join(base, "kept")]);
  });

  it("leave nothing on a small disk that is really full, and take smaller ones again", async (context) => {
    const disk = await root();
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", disk], { stdio: "ignore" });
    } catch {
      process.stderr.write("SKIPPED: a disk that is really full needs the right to mount one\n");
      context.skip("only who may mount a file system can fill one");
    }
    undo.push(() => execFileSync("umount", [disk]));
    const storage = filesystemStorage(join(disk, "files"));
    const whole = randomBytes(2_000_000);
    await expect(storage.put("too/much", piecesOf(whole), { ...plain, size: 2_000_000 })).rejects.toEqual(full);
    expect(await filesUnder(disk)).toEqual([]);
    await storage.put("small", piecesOf(whole.subarray(0, 500_000)), { ...plain, size: 500_000 });
    expect(await storage.head("small")).toMatchObject({ size: 500_000 });
    await expect(storage.check()).resolves.toBeUndefined();
    writeFileSync(join(disk, "filler"), randomBytes(400_000));
    await expect(
      storage.put("second", piecesOf(whole.subarray(0, 300_000)), { ...plain, size: 300_000 }),
    ).rejects.toEqual(full);
  });

  it("say so when their folder cannot be written", async () => {
    const base = await root();
    writeFileSync(join(base, "not-a-folder"), "x");
    const storage = filesystemStorage(join(base, "not-a-folder"));
    await expect(storage.check()).rejects.toEqual(unavailable);
    await expect(storage.put("a", piecesOf(Buffer.from("x")), { ...plain, size: 1 })).rejects.toEqual(unavailable);
  });

  it.skipIf(process.getuid?.() === 0)("say so when they may not be read", async () => {
    const base = await root();
    const storage = filesystemStorage(base);
    await storage.put("a/b", piecesOf(Buffer.from("x")), { ...plain, size: 1 });
    chmodSync(join(base, "a"), 0);
    undo.push(() => chmodSync(join(base, "a"), 0o700));
    await expect(storage.get("a/b")).rejects.toEqual(unavailable);
  });

  it("lose the half-written ones of a process that died, not those being written", async () => {
    const base = await root();
    const storage = filesystemStorage(base);
    await storage.put("kept", piecesOf(Buffer.from("kept")), { ...plain, size: 4 });
    const orphan = join(base, ".incoming", "orphan");
    const current = join(base, ".incoming", "current");
    for (const path of [orphan, current]) writeFileSync(path, "half");
    const yesterday = Date.now() / 1000 - 86_400;
    await utimes(orphan, yesterday, yesterday);
    expect(await storage.sweep()).toBe(1);
    expect(await filesUnder(base)).toEqual([current, join(base, "kept")]);
    expect(await Array.fromAsync(storage.list(""))).toEqual(["kept"]);
  });

  it("do not follow what is not a file", async () => {
    const base = await root();
    const storage = filesystemStorage(base);
    mkdirSync(join(base, "folder", "inside"), { recursive: true });
    expect(await storage.get("folder/inside")).toBeNull();
    expect(await storage.head("folder")).toBeNull();
    expect(await storage.get("folder/inside/deeper")).toBeNull();
  });

  it("error instead of ending early when the disk loses their end", async () => {
    const base = await root();
    const storage = filesystemStorage(base);
    await storage.put("read", piecesOf(Buffer.alloc(1_000_000)), { ...plain, size: 1_000_000 });
    const found = await storage.get("read");
    await truncate(join(base, "read"), 300_000);
    await expect(buffer(found!.body)).rejects.toEqual(unavailable);
  });

  it("are closed when a reader leaves, also one who never began", async (context) => {
    if (!existsSync("/proc/self/fd")) context.skip("only Linux shows the open files of a process");
    const base = await root();
    const storage = filesystemStorage(base);
    await storage.put("read", piecesOf(Buffer.alloc(1_000_000)), { ...plain, size: 1_000_000 });
    const opened = async () => {
      const names = await readdir("/proc/self/fd");
      const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => "")));
      return targets.filter((target) => target === join(base, "read")).length;
    };
    const begun = await storage.get("read");
    const reader = begun!.body.getReader();
    await reader.read();
    const untouched = await storage.get("read");
    expect(await opened()).toBe(2);
    await reader.cancel();
    await untouched!.body.cancel();
    await expect.poll(opened).toBe(0);
  });

  it("stream: 256 MB in and out take less than 50 MB of memory", { timeout: 120_000 }, async () => {
    const base = await root();
    const script = join(import.meta.dirname, "../../tests/drivers/stream-memory.ts");
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script, base, "256"]);
    const { received, grown } = JSON.parse(stdout);
    expect(received).toBe(256 * 1024 * 1024);
    expect(grown / 1024 / 1024).toBeLessThan(50);
  });
});

import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { storedZip, type ZipEntry } from "./stored-zip.ts";

const run = promisify(execFile);
const writtenAt = Temporal.PlainDateTime.from("2026-03-05T18:07:42");

const entryOf = (name: string, content: Buffer): ZipEntry => ({
  name,
  size: content.length,
  crc32: crc32(content),
  writtenAt,
  read: ({ start, end }) => Readable.from([content.subarray(start, end + 1)]),
});
const partOf = (entries: ZipEntry[], start: number, end: number) =>
  buffer(Readable.from(storedZip(entries).read({ start, end })));
const wholeOf = (entries: ZipEntry[]) => partOf(entries, 0, storedZip(entries).size - 1);

async function unpacked(zip: Buffer) {
  const archive = await yauzl.fromBufferPromise(zip);
  const found: { name: string; content: string; modified: string }[] = [];
  for await (const entry of archive.eachEntry())
    found.push({
      name: entry.fileName,
      content: (await buffer(await archive.openReadStreamPromise(entry))).toString(),
      modified: entry.getLastModDate({ timezone: "local" }).toLocaleString("sv"),
    });
  return found;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-zip-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("An archive of files as they are", () => {
  const entries = [
    entryOf("03.1 Çmimet e shërbimit/Raporti për çmimet.txt", Buffer.from("ë ç")),
    entryOf("bosh.txt", Buffer.alloc(0)),
    entryOf("04 Të tjera/foto.bin", Buffer.alloc(100_000, 7)),
  ];

  it("is as long as it said, and is read by others with its names, times and contents", async () => {
    const zip = await wholeOf(entries);
    expect(zip.length).toBe(storedZip(entries).size);
    expect(await unpacked(zip)).toEqual([
      { name: "03.1 Çmimet e shërbimit/Raporti për çmimet.txt", content: "ë ç", modified: "2026-03-05 18:07:42" },
      { name: "bosh.txt", content: "", modified: "2026-03-05 18:07:42" },
      { name: "04 Të tjera/foto.bin", content: "\u0007".repeat(100_000), modified: "2026-03-05 18:07:42" },
    ]);
  });

  it("is without a fault to the program that everybody has, and its files may be read", async () => {
    const path = join(folder, "a.zip");
    await writeFile(path, await wholeOf(entries));
    const { stdout } = await run("unzip", ["-t", path]);
    expect(stdout).toContain("No errors detected");
    await run("unzip", ["-q", path, "-d", join(folder, "a")]);
    expect(await readFile(join(folder, "a/03.1 Çmimet e shërbimit/Raporti për çmimet.txt"), "utf8")).toBe("ë ç");
    expect((await run("zipinfo", [path])).stdout).toMatch(/-rw-r--r--.*stor/);
  });

  it("of nothing is an archive of nothing", async () => {
    expect(await unpacked(await wholeOf([]))).toEqual([]);
  });

  it("comes in any part, the same bytes as in the whole", async () => {
    const zip = await wholeOf(entries);
    const part = fc.tuple(fc.nat(zip.length - 1), fc.nat(zip.length - 1));
    await fc.assert(
      fc.asyncProperty(part, async ([one, other]) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        expect((await partOf(entries, start, end)).equals(zip.subarray(start, end + 1))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("reads only the files that lie in the part, and of them only that", async () => {
    const read: string[] = [];
    const watched = entries.map((entry) => ({
      ...entry,
      read(range: { start: number; end: number }) {
        read.push(`${entry.name} ${range.start}-${range.end}`);
        return entry.read(range);
      },
    }));
    const { size } = storedZip(watched);
    await partOf(watched, size - 100, size - 1);
    expect(read).toEqual([]);
    const zip = await wholeOf(entries);
    const at = zip.indexOf(Buffer.alloc(1_000, 7));
    await partOf(watched, at + 10, at + 19);
    expect(read).toEqual(["04 Të tjera/foto.bin 10-19"]);
  });
});

describe("An archive larger than the old format allows", () => {
  const five = 5 * 1024 ** 3;
  /** Zeros without end, which nobody has to keep. */
  const zeros = (size: number, sum: number, name: string): ZipEntry => ({
    name,
    size,
    crc32: sum,
    writtenAt,
    async *read({ start, end }) {
      const piece = Buffer.alloc(1024 * 1024);
      for (let left = end - start + 1; left > 0; left -= piece.length) yield piece.subarray(0, left);
    },
  });

  it("of many files names them all", async () => {
    const many = Array.from({ length: 66_000 }, (_, index) => entryOf(`${index}.txt`, Buffer.alloc(0)));
    const path = join(folder, "many.zip");
    const { size, read } = storedZip(many);
    // Readers of a directory begin at the end; it and all before it is left out.
    const directory = 66_000 * (46 + 5 + 4) + 98;
    const tail = read({ start: size - directory, end: size - 1 });
    await pipeline(tail, createWriteStream(path, { flags: "w", start: size - directory }));
    const archive = await yauzl.openPromise(path, { autoClose: false });
    expect(archive.entryCount).toBe(66_000);
    for await (const { fileName } of archive.eachEntry()) {
      expect(fileName).toBe("0.txt");
      break;
    }
    await archive.close();
  });

  it("of a file of five gigabytes and one behind it is what its directory says", async () => {
    const entries = [zeros(five, 0, "filmi.mp4"), entryOf("pas.txt", Buffer.from("pas filmit"))];
    const zip = storedZip(entries);
    expect(zip.size).toBeGreaterThan(five);
    // Sparse where the zeros are: what readers of a directory look at stands in front of and behind them.
    const path = join(folder, "large.zip");
    const head = await partOf(entries, 0, 199);
    const behind = zip.size - 600;
    await pipeline(Readable.from([head]), createWriteStream(path));
    await pipeline(
      zip.read({ start: behind, end: zip.size - 1 }),
      createWriteStream(path, { flags: "r+", start: behind }),
    );
    const archive = await yauzl.openPromise(path, { autoClose: false });
    const found: yauzl.Entry[] = [];
    for await (const entry of archive.eachEntry()) found.push(entry);
    expect(found.map(({ fileName, uncompressedSize }) => [fileName, uncompressedSize])).toEqual([
      ["filmi.mp4", five],
      ["pas.txt", 10],
    ]);
    expect((await buffer(await archive.openReadStreamPromise(found[1]!))).toString()).toBe("pas filmit");
    expect((await archive.readLocalFileHeaderPromise(found[0]!)).uncompressedSize).toBe(0xffffffff);
    await archive.close();
    expect((await run("zipinfo", [path])).stdout).toMatch(/5368709120 .*filmi\.mp4/);
  });
});

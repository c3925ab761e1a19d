import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { piecesOf } from "../../tests/drivers/storage-suite.ts";
import {
  docxParts,
  mp4Head,
  officeParts,
  openDocumentParts,
  pdfOf,
  picture,
  pptxParts,
  webmHead,
  wordMain,
  xlsxParts,
  zipOf,
} from "../../tests/samples/files.ts";
import { storageFull } from "./errors.ts";
import { acceptedEndings, fileKinds } from "./file-kinds.shared.ts";
import { filesystemStorage } from "./filesystem.ts";
import { type ReceiveOptions, receiveFile, storeFile } from "./receive-file.ts";

const megabyte = 1024 * 1024;
const tenantId = "00000000-0000-4000-8000-000000000001";
const code = (expected: string, status: number) => expect.objectContaining({ code: expected, status });

let spoolDir: string;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "receive-"));
  spoolDir = join(root, "spool");
});
afterAll(() => rm(root, { recursive: true }));

async function receive(fileName: string, whole: Uint8Array, more: Partial<ReceiveOptions> = {}) {
  const file = await receiveFile(piecesOf(whole), { spoolDir, maximumBytes: 20 * megabyte, fileName, ...more });
  await file.dispose();
  return file;
}
const typeOf = async (fileName: string, whole: Uint8Array) => (await receive(fileName, whole)).mediaType;
const latin = (text: string) => Buffer.from(text, "latin1");

describe("a file that arrives", () => {
  it("is counted, hashed and can be read as often as wanted", async () => {
    const whole = await pdfOf("Vendim nr. 12");
    const options = { spoolDir, maximumBytes: megabyte, fileName: "Vendim.PDF", expectedSize: whole.byteLength };
    const file = await receiveFile(piecesOf(whole, 100), options);
    expect(file).toMatchObject({
      sha256: createHash("sha256").update(whole).digest("hex"),
      crc32: crc32(whole),
      size: whole.byteLength,
      mediaType: "application/pdf",
      extension: "pdf",
    });
    expect((await buffer(file.open())).equals(whole)).toBe(true);
    expect((await buffer(file.open())).equals(whole)).toBe(true);
    await file.dispose();
    await file.dispose();
  });

  it("leaves no name behind, not even while it is being received", async () => {
    const whole = await pdfOf("x");
    const watched = async function* () {
      yield whole.subarray(0, 10);
      expect(await readdir(spoolDir)).toEqual([]);
      yield whole.subarray(10);
    };
    await (await receiveFile(watched(), { spoolDir, maximumBytes: megabyte, fileName: "a.pdf" })).dispose();
    expect(await readdir(spoolDir)).toEqual([]);
  });

  it("may be exactly as large as allowed, and not a byte larger", async () => {
    const whole = Buffer.from("12345");
    await expect(receive("a.txt", whole, { maximumBytes: 5 })).resolves.toMatchObject({ size: 5 });
    await expect(receive("a.txt", whole, { maximumBytes: 4 })).rejects.toEqual(code("files.too_large", 413));
  });

  it("is refused before it is read when it is announced too large", async () => {
    let begun = false;
    const body = (async function* () {
      begun = true;
      yield Buffer.from("x");
    })();
    const options = { spoolDir, maximumBytes: 25 * megabyte, expectedSize: 26 * megabyte, fileName: "a.txt" };
    await expect(receiveFile(body, options)).rejects.toMatchObject({
      code: "files.too_large",
      params: { maximum: "25 MB" },
    });
    expect(begun).toBe(false);
  });

  it("is read no further once it is too large", async () => {
    let given = 0;
    let closed = false;
    const endless = async function* () {
      try {
        while (true) {
          given += 1000;
          yield Buffer.alloc(1000, "x");
        }
      } finally {
        closed = true;
      }
    };
    const receiving = receiveFile(endless(), { spoolDir, maximumBytes: 10_000, fileName: "a.txt" });
    await expect(receiving).rejects.toEqual(code("files.too_large", 413));
    expect(given).toBe(11_000);
    expect(closed).toBe(true);
  });

  it("may not be empty", async () => {
    await expect(receive("a.pdf", Buffer.alloc(0))).rejects.toEqual(code("files.empty", 422));
  });

  it("is refused when it is cut half way or is not as long as announced", async () => {
    const cut = async function* () {
      yield Buffer.from("half");
      throw Object.assign(new Error("aborted"), { code: "ECONNRESET" });
    };
    const options = { spoolDir, maximumBytes: megabyte, fileName: "a.txt" };
    await expect(receiveFile(cut(), options)).rejects.toEqual(code("files.truncated", 400));
    for (const expectedSize of [3, 5]) {
      await expect(receive("a.txt", Buffer.from("half"), { expectedSize })).rejects.toEqual(
        code("files.truncated", 400),
      );
    }
  });

  it("is given up when its sender leaves without a word", async () => {
    const leaving = new AbortController();
    const silent = async function* () {
      yield Buffer.from("half");
      leaving.abort();
      await new Promise(() => {});
    };
    const options = { spoolDir, maximumBytes: megabyte, fileName: "a.txt", signal: leaving.signal };
    await expect(receiveFile(silent(), options)).rejects.toEqual(code("files.truncated", 400));
  });
});

describe("what may be kept", () => {
  it.each([
    ["pdf", () => pdfOf("x")],
    ["docx", () => zipOf(docxParts)],
    ["xlsx", () => zipOf(xlsxParts)],
    ["pptx", () => zipOf(pptxParts)],
    ["odt", () => zipOf(openDocumentParts("text"))],
    ["ods", () => zipOf(openDocumentParts("spreadsheet"))],
    ["jpg", () => picture().jpeg().toBuffer()],
    ["jpeg", () => picture().jpeg().toBuffer()],
    ["png", () => picture().png().toBuffer()],
    ["webp", () => picture().webp().toBuffer()],
    ["avif", () => picture().avif().toBuffer()],
    ["mp4", async () => Buffer.concat([mp4Head, randomBytes(1000)])],
    ["webm", async () => Buffer.concat([webmHead, randomBytes(1000)])],
    ["zip", () => zipOf([{ name: "Buxheti 2026/lexo më.txt", data: "po" }])],
  ])("a real .%s, with and without its ending", async (ending, make) => {
    const whole = await make();
    const kind = fileKinds.find((one) => one.endings.includes(ending))!;
    const expected = { mediaType: kind.mediaType, extension: kind.endings[0] };
    expect(await receive(`Dokument.${ending}`, whole)).toMatchObject(expected);
    expect(await receive("Dokument", whole)).toMatchObject(expected);
  });

  it("texts in UTF-8 and as older programs write Albanian", async () => {
    const text = "Këshilli;Çështja\r\n1;Përmbledhje\t\n";
    expect(await typeOf("a.csv", Buffer.from(text))).toBe("text/csv; charset=utf-8");
    expect(await typeOf("a.txt", Buffer.from(`\uFEFF${text}`))).toBe("text/plain; charset=utf-8");
    expect(await typeOf("a.csv", latin(text))).toBe("text/csv; charset=windows-1252");
    expect(await typeOf("shënim", Buffer.from(text))).toBe("text/plain; charset=utf-8");
    expect(await typeOf("a.csv", Buffer.from("BMW;Makina\n1;2\n"))).toBe("text/csv; charset=utf-8");
  });

  it("a text whose letters fall between two pieces", async () => {
    const text = Buffer.from("ë".repeat(70_000));
    expect(await typeOf("a.txt", Buffer.concat([Buffer.from("x"), text]))).toBe("text/plain; charset=utf-8");
  });

  it("is what a file field is told", () => {
    expect(acceptedEndings).toContain(".pdf,.docx");
    expect(acceptedEndings).not.toMatch(/svg|html/);
  });
});

describe("what may not be kept", () => {
  it.each(["a.svg", "a.html", "a.exe", "a.js", "a.pdf.exe", "fatura\u202Efdp.exe"])(
    "a file named %j",
    async (fileName) => {
      await expect(receive(fileName, Buffer.from("x"))).rejects.toEqual(code("files.type_not_allowed", 415));
    },
  );

  it.each([
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a page after blanks", " \r\n\t<HTML>"],
    ["a page after a mark", "\uFEFF<html>"],
    ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a document", '<?xml version="1.0"?><svg/>'],
    ["a comment", "<!-- x --><script>"],
  ])("%s that calls itself a text, a PDF, a picture or nothing", async (_, text) => {
    const whole = Buffer.from(text);
    for (const fileName of ["a.txt", "a.csv", "a.pdf", "a.png", "a.docx"]) {
      await expect(receive(fileName, whole)).rejects.toMatchObject({
        code: "files.type_mismatch",
        params: { name: fileName },
      });
    }
    await expect(receive("a", whole)).rejects.toEqual(code("files.type_not_allowed", 415));
  });

  it("a PDF that is none", async () => {
    const mismatch = code("files.type_mismatch", 415);
    await expect(receive("a.pdf", Buffer.from("Vendim nr. 12"))).rejects.toEqual(mismatch);
    await expect(receive("a.pdf", await picture().png().toBuffer())).rejects.toEqual(mismatch);
    await expect(receive("a.pdf", await zipOf(docxParts))).rejects.toEqual(mismatch);
    await expect(receive("a.pdf", Buffer.concat([Buffer.alloc(1100, " "), await pdfOf("x")]))).rejects.toEqual(
      mismatch,
    );
    await expect(receive("a.pdf", Buffer.from("<html>%PDF-1.7 startxref %%EOF"))).rejects.toEqual(mismatch);
  });

  it("a PDF without its end", async () => {
    const whole = await pdfOf("fjalë ".repeat(20_000));
    await expect(receive("a.pdf", whole)).resolves.toMatchObject({ extension: "pdf" });
    await expect(receive("a.pdf", whole.subarray(0, whole.byteLength / 2))).rejects.toEqual(code("files.damaged", 422));
  });

  it("but a PDF with something small before its beginning or behind its end", async () => {
    const whole = await pdfOf("x");
    expect(await typeOf("a.pdf", Buffer.concat([Buffer.from("\r\n\n"), whole]))).toBe("application/pdf");
    expect(await typeOf("a.pdf", Buffer.concat([whole, Buffer.alloc(4_000)]))).toBe("application/pdf");
  });

  it("a picture without its end, and what only begins like one", async () => {
    const noise = { create: { width: 300, height: 200, channels: 3, background: "#fff" } } as const;
    const photo = sharp({ ...noise, create: { ...noise.create, noise: { type: "gaussian", mean: 128, sigma: 60 } } });
    for (const [ending, whole] of [
      ["jpg", await photo.clone().jpeg().toBuffer()],
      ["png", await photo.clone().png().toBuffer()],
      ["webp", await photo.clone().webp().toBuffer()],
      ["avif", await photo.clone().avif().toBuffer()],
    ] as const) {
      const name = `Skanim.${ending}`;
      await expect(receive(name, whole)).resolves.toMatchObject({ extension: ending });
      // The same again: what was read a moment ago says nothing of it.
      for (const size of [whole.byteLength >> 1, 40])
        await expect(receive(name, whole.subarray(0, size)), `${name}, ${size}`).rejects.toMatchObject({
          code: "files.damaged",
          params: { name },
        });
    }
    await expect(receive("a.jpg", latin("\xff\xd8\xff\xe0 jo foto"))).rejects.toEqual(code("files.damaged", 422));
  });

  it("a picture with another picture's ending, a text of bytes", async () => {
    const mismatch = { code: "files.type_mismatch", params: { name: "a.jpg", found: "PNG" } };
    await expect(receive("a.jpg", await picture().png().toBuffer())).rejects.toMatchObject(mismatch);
    for (const bytes of [
      [0x41, 0],
      [0x41, 0x07],
      [0xff, 0xfe, 0x41, 0],
    ]) {
      await expect(receive("a.txt", Buffer.from(bytes))).rejects.toEqual(code("files.type_mismatch", 415));
    }
    await expect(receive("a", randomBytes(5_000))).rejects.toMatchObject({ status: 415 });
  });

  it("a name that would break the sentence it stands in", async () => {
    const fileName = `${"a".repeat(500)}\r\nSet-Cookie: x\u202E.exe`;
    const refused = await receive(fileName, Buffer.from("x")).catch((error) => error);
    expect(refused.params.name).toHaveLength(200);
    expect(refused.params.name).toMatch(/^a+Set-Cookie: x\.exe$/);
  });
});

describe("documents with macros", () => {
  const macro = code("files.macro_document", 415);

  it("are refused by name, by content type and by what lies in them", async () => {
    const harmless = await zipOf(docxParts);
    await expect(receive("a.docm", harmless)).rejects.toEqual(macro);
    const declared = officeParts("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml");
    for (const name of ["a.docx", "a.zip", "a"]) {
      await expect(receive(name, await zipOf(declared))).rejects.toEqual(macro);
      await expect(
        receive(name, await zipOf([...docxParts, { name: "word/VBAProject.bin", data: "x" }])),
      ).rejects.toEqual(macro);
    }
    const embedded = { name: "word/embeddings/Sheet.xlsm", data: "x" };
    await expect(receive("a.docx", await zipOf([...docxParts, embedded]))).rejects.toEqual(macro);
    await expect(receive("a.zip", await zipOf([{ name: "x/buxheti.XLSM", data: "x" }]))).rejects.toEqual(macro);
  });

  it("are refused also when the project has another name", async () => {
    const [types, ...rest] = docxParts;
    const data = String(types!.data).replace(
      "</Types>",
      '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    );
    const parts = [{ name: types!.name, data }, ...rest, { name: "word/x.bin", data: "x" }];
    await expect(receive("a.docx", await zipOf(parts))).rejects.toEqual(macro);
  });

  it("are refused also when they spell their type so that only the office program reads it", async () => {
    const hidden = officeParts("/word/document.xml", wordMain.replace("main+xml", "m&#97;in+xml"));
    await expect(receive("a.docx", await zipOf(hidden))).rejects.toEqual(code("files.damaged", 422));
  });

  it("are refused in OpenDocument too, but not an empty library", async () => {
    const parts = openDocumentParts("text");
    const index = { name: "Basic/Standard/script-lb.xml", data: "<x/>" };
    expect(await typeOf("a.odt", await zipOf([...parts, index]))).toMatch(/opendocument.text$/);
    for (const name of ["Basic/Standard/Module1.xml", "Scripts/python/x.py"]) {
      await expect(receive("a.odt", await zipOf([...parts, { name, data: "x" }]))).rejects.toEqual(macro);
    }
  });
});

describe("archives", () => {
  const bomb = code("files.archive_bomb", 422);
  const damaged = code("files.damaged", 422);

  /** The directory's record of the entry at `index`, in place: changes go into the archive. */
  function record(zip: Buffer, index: number): Buffer {
    let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from("PK\x05\x06")) + 16);
    const length = () => 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    for (let skipped = 0; skipped < index; skipped += 1) at += length();
    return zip.subarray(at, at + length());
  }
  const uncompressedSize = 24;
  const localHeader = 42;

  it("that unpack to far more than they are", async () => {
    const zeros = await zipOf([{ name: "zero", data: Buffer.alloc(40 * megabyte) }]);
    expect(zeros.byteLength).toBeLessThan(200_000);
    await expect(receive("a.zip", zeros)).rejects.toEqual(bomb);
    const sheet = { name: "xl/worksheets/sheet1.xml", data: Buffer.alloc(40 * megabyte) };
    await expect(receive("a.xlsx", await zipOf([...xlsxParts, sheet]))).rejects.toEqual(bomb);
  });

  it("that say they unpack to little and do not", async () => {
    const lying = await zipOf([{ name: "zero", data: Buffer.alloc(40 * megabyte) }]);
    record(lying, 0).writeUInt32LE(1000, uncompressedSize);
    await expect(receive("a.zip", lying)).rejects.toEqual(bomb);
  });

  it("that say they unpack to more than a gigabyte", async () => {
    const zip = await zipOf([{ name: "a", data: randomBytes(6 * megabyte) }]);
    record(zip, 0).writeUInt32LE(1024 * megabyte + 1, uncompressedSize);
    await expect(receive("a.zip", zip)).rejects.toEqual(bomb);
  });

  it("whose entries lie over one another", async () => {
    const zip = await zipOf([
      { name: "same", data: randomBytes(1000) },
      { name: "same", data: randomBytes(1000) },
    ]);
    record(zip, 0).copy(record(zip, 1));
    await expect(receive("a.zip", zip)).rejects.toEqual(bomb);
  });

  it("with more entries than anyone sends, or more than they own up to", async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, data: "", store: true }));
    await expect(receive("a.zip", await zipOf(many))).rejects.toEqual(bomb);
    const hiding = await zipOf([
      { name: "seen", data: "x" },
      { name: "hidden", data: "x" },
    ]);
    const end = hiding.lastIndexOf(Buffer.from("PK\x05\x06"));
    hiding.writeUInt16LE(1, end + 8);
    hiding.writeUInt16LE(1, end + 10);
    await expect(receive("a.zip", hiding)).rejects.toEqual(bomb);
  });

  it("in archives, whatever they are named; office documents are fine", async () => {
    const inner = await zipOf([{ name: "zero", data: "0" }]);
    for (const name of ["inner.zip", "inner.txt"]) {
      await expect(receive("a.zip", await zipOf([{ name, data: inner }]))).rejects.toEqual(
        code("files.archive_nested", 422),
      );
    }
    const documents = await zipOf([
      { name: "a.docx", data: await zipOf(docxParts), store: true },
      { name: "b.pdf", data: await pdfOf("x") },
    ]);
    expect(await typeOf("a.zip", documents)).toBe("application/zip");
  });

  it("that ask for a password", async () => {
    const zip = await zipOf([{ name: "a", data: "secret" }]);
    const entry = record(zip, 0);
    entry.writeUInt16LE(entry.readUInt16LE(8) | 1, 8);
    await expect(receive("a.zip", zip)).rejects.toEqual(code("files.encrypted", 422));
    const parts = openDocumentParts("text").with(2, {
      name: "META-INF/manifest.xml",
      data: "<manifest:encryption-data/>",
    });
    await expect(receive("a.odt", await zipOf(parts))).rejects.toEqual(code("files.encrypted", 422));
    const compound = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(100_000),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    await expect(receive("a.docx", compound)).rejects.toEqual(code("files.encrypted", 422));
    await expect(receive("a.docx", compound.subarray(0, 50_000))).rejects.toEqual(code("files.type_mismatch", 415));
  });

  it("that are cut, changed or name a file outside themselves", async () => {
    const whole = await zipOf([
      { name: "a/b", data: randomBytes(5_000) },
      { name: "c", data: "x" },
    ]);
    await expect(receive("a.zip", whole.subarray(0, 3_000))).rejects.toEqual(damaged);
    const changed = Buffer.from(whole);
    changed[2_000]! ^= 1;
    await expect(receive("a.zip", changed)).rejects.toEqual(damaged);
    const outside = Buffer.from(whole);
    outside.write("../", outside.indexOf("a/b"));
    outside.write("../", outside.lastIndexOf("a/b"));
    await expect(receive("a.zip", outside)).rejects.toEqual(damaged);
    const twoNames = Buffer.from(whole);
    twoNames.write("x/y", twoNames.lastIndexOf("a/b"));
    await expect(receive("a.zip", twoNames)).rejects.toEqual(damaged);
    const elsewhere = Buffer.from(whole);
    record(elsewhere, 1).writeUInt32LE(elsewhere.byteLength - 10, localHeader);
    await expect(receive("a.zip", elsewhere)).rejects.toEqual(damaged);
  });

  it("that are no documents though named so", async () => {
    const zip = await zipOf([{ name: "a", data: "x" }]);
    const mismatch = code("files.type_mismatch", 415);
    await expect(receive("a.docx", zip)).rejects.toEqual(mismatch);
    await expect(receive("a.xlsx", await zipOf(docxParts))).rejects.toEqual(mismatch);
    await expect(receive("a.zip", await zipOf(docxParts))).rejects.toEqual(mismatch);
    await expect(receive("a.odt", await zipOf(openDocumentParts("text-template")))).rejects.toEqual(mismatch);
    await expect(receive("a.docx", await zipOf([...docxParts, docxParts[0]!]))).rejects.toEqual(damaged);
  });
});

describe("a file that is stored", () => {
  const filesUnder = async (folder: string) =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

  async function newStorage() {
    const folder = await mkdtemp(join(root, "files-"));
    return { folder, storage: filesystemStorage(folder) };
  }

  it("lies under its tenant and its hash, once however often it comes", async () => {
    const { folder, storage } = await newStorage();
    const whole = await pdfOf("Vendim");
    const options = { spoolDir, maximumBytes: megabyte, fileName: "a.pdf" };
    const stored = await storeFile(storage, tenantId, piecesOf(whole), options);
    expect(await storeFile(storage, tenantId, piecesOf(whole), { ...options, fileName: "b.pdf" })).toEqual(stored);
    expect(stored.key).toBe(`tenants/${tenantId}/sha256/${stored.sha256.slice(0, 2)}/${stored.sha256.slice(2)}`);
    expect((await buffer((await storage.get(stored.key))!.body)).equals(whole)).toBe(true);
    expect(await filesUnder(folder)).toBe(1);
    expect(Object.keys(stored).sort()).toEqual(["crc32", "extension", "key", "mediaType", "sha256", "size"]);
  });

  it("leaves nothing when it is refused, cut or cannot be written", async () => {
    const { folder, storage } = await newStorage();
    const options = { spoolDir, maximumBytes: megabyte, fileName: "a.pdf" };
    const whole = await pdfOf("x");
    const cut = async function* () {
      yield whole.subarray(0, 100);
      throw new Error("cut");
    };
    await expect(storeFile(storage, tenantId, cut(), options)).rejects.toEqual(code("files.truncated", 400));
    await expect(storeFile(storage, tenantId, piecesOf(Buffer.from("x")), options)).rejects.toMatchObject({
      code: "files.type_mismatch",
    });
    await expect(storeFile(storage, "../etc", piecesOf(whole), options)).rejects.toThrow(TypeError);
    const fullStorage = { ...storage, put: () => Promise.reject(storageFull()) };
    await expect(storeFile(fullStorage, tenantId, piecesOf(whole), options)).rejects.toEqual(
      code("files.storage_full", 507),
    );
    expect(await filesUnder(folder)).toBe(0);
    expect(await readdir(spoolDir)).toEqual([]);
  });
});

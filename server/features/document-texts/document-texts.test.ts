import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { deflateRawSync, deflateSync } from "node:zlib";
import { DeletedTextRun, Document, Packer, Paragraph, TextRun } from "docx";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, news, publish, shelfOf } from "../../../tests/support/content.ts";
import { drawnPdf, endlessPdf, rawPdf, scan, withContent, wordXml, zipOf } from "../../../tests/support/made-files.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { fileKey } from "../../storage/storage.ts";
import { attachPublicVersion, removeDocument, replaceDocument, storeDocument } from "../documents/documents.service.ts";
import { withdrawPublication } from "../publications/publications.service.ts";
import { readTexts } from "./document-texts.jobs.ts";
import { findUnread, readingsOf, textsOf } from "./document-texts.queries.ts";
import { keepReading } from "./document-texts.service.ts";
import type { ReadingParts } from "./read-document.ts";
import { findRecogniser, type Recogniser } from "./recogniser.ts";
import { type ReadingLimits, readingLimits, textReader } from "./text-reader.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
const never = new AbortController().signal;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const now = () => world.clock.now();
const partsWith = (limits: Partial<ReadingLimits> = {}, recogniser: Recogniser | null = null): ReadingParts => ({
  storage: world.services.storage,
  spoolDir: `${world.services.config.dataDir}/spool`,
  reader: textReader({ ...readingLimits, ...limits }),
  recogniser: async () => recogniser,
});
const readAll = (council = lisi, parts = partsWith(), signal = never) =>
  readTexts(parts)(council.db, now(), signal, council.id);

const stored = async (bytes: Buffer, fileName = "vendimi.pdf", council = lisi) => {
  const given = { title: { sq: "Vendimi", en: "Decision" }, language: "sq", fileName } as const;
  return storeDocument(shelfOf(world, council), council.db, doing(world), Readable.from([bytes]), given);
};
/** A public document of this file. */
const published = async (bytes: Buffer, fileName?: string, council = lisi) => {
  const { id, file } = await stored(bytes, fileName, council);
  const made = await publish(world, council, news({ title: { sq: crypto.randomUUID() }, documents: [id] }));
  return { id, sha256: file.sha256, file, publicationId: made.id };
};
const textOf = async (id: string, council = lisi) =>
  (await council.db.read((tx) => textsOf(tx, [id], now()))).map(({ page, text }) => `${page}: ${text}`);
const readingOf = async (sha256: string, council = lisi) =>
  (await council.db.read((tx) => readingsOf(tx, [sha256]))).get(sha256);
const pdfOf = (...pages: string[]) =>
  drawnPdf((pdf) => {
    for (const [at, text] of pages.entries()) (at === 0 ? pdf : pdf.addPage()).text(text);
  });
const docxOf = (...runs: (TextRun | DeletedTextRun)[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: runs })] }] }));
const vendim = "Këshilli Bashkiak vendosi që tarifa e largimit të mbeturinave të jetë 4 200 lekë në vit.";

describe("The text of a public file", () => {
  it("of a PDF is kept by page, in its language, without anybody's help", async () => {
    const english = "The Council decided that the fee for the removal of waste is to be paid by the end of the year.";
    const { id, sha256 } = await published(await pdfOf(vendim, english));
    await readAll();
    const texts = await lisi.db.read((tx) => textsOf(tx, [id], now()));
    expect(texts.map(({ page, language, isMachineRead }) => [page, language, isMachineRead])).toEqual([
      [1, "sq", false],
      [2, "en", false],
    ]);
    expect(texts[0]!.text.replace(/\s+/g, " ")).toBe(vendim);
    expect(await readingOf(sha256)).toEqual({
      ...{ state: "read", reason: null, pages: 2, isWhole: true, pictures: [], recognised: 0 },
    });
  });

  it("of Word is what a reader sees: no words that were deleted, no comments", async () => {
    const deleted = new DeletedTextRun({ id: 1, author: "A", date: "2026-01-01T00:00:00Z", text: "J05115001C" });
    const { id } = await published(await docxOf(new TextRun(vendim), deleted), "vendimi.docx");
    await readAll();
    expect(await textOf(id)).toEqual([`1: ${vendim}`]);
  });

  it("of plain text and of a table is read as it is", async () => {
    const { id } = await published(Buffer.from("emri;tarifa\nFamilje;4200\n"), "tarifat.csv");
    await readAll();
    expect(await textOf(id)).toEqual(["1: emri;tarifa\nFamilje;4200"]);
  });

  it("is asked for by whatever brings the file, in the same transaction", async () => {
    const waiting = () =>
      lisi.db.read((tx) => tx.selectFrom("outbox").where("topic", "=", "document-texts").select("id").execute());
    const before = (await waiting()).length;
    await stored(await pdfOf("Njoftim për mbledhjen e radhës"));
    expect((await waiting()).length).toBe(before + 1);
  });

  it("is read once: what is kept already is not read again", async () => {
    await readAll();
    expect(await lisi.db.read((tx) => findUnread(tx, false, 10))).toEqual([]);
    const broken: ReadingParts = { ...partsWith(), reader: { read: () => Promise.reject(new Error("read again")) } };
    await readAll(lisi, broken);
  });

  it("goes on where it was stopped", async () => {
    const papers = [
      await published(await pdfOf("Njëri i gjatë mjaftueshëm")),
      await published(await pdfOf("Tjetri i gjatë gjithashtu")),
    ];
    const stopping = new AbortController();
    const parts = partsWith();
    const once: ReadingParts = {
      ...parts,
      reader: {
        async read(file, signal) {
          const read = await parts.reader.read(file, signal);
          stopping.abort(new Error("stopped"));
          return read;
        },
      },
    };
    await expect(readAll(lisi, once, stopping.signal)).rejects.toThrow("stopped");
    const states = async () => (await Promise.all(papers.map(({ sha256 }) => readingOf(sha256)))).map((r) => r!.state);
    expect((await states()).sort()).toEqual(["read", "waiting"]);
    await readAll();
    expect(await states()).toEqual(["read", "read"]);
  });
});

describe("Nobody finds the text", () => {
  it("of a draft, of what is public later, or of what was withdrawn", async () => {
    const { id, publicationId } = await published(await pdfOf("Teksti i tërhequr më vonë"));
    const draft = await stored(await pdfOf("Ende projekt, askush nuk e ka parë"));
    const later = await stored(await pdfOf("Publik nesër, jo sot në asnjë rast"));
    await publish(
      world,
      lisi,
      news({ title: { sq: "Nesër" }, documents: [later.id] }),
      new Date(now().getTime() + 86_400_000),
    );
    await readAll();
    expect(await textOf(id)).toHaveLength(1);
    expect([await textOf(draft.id), await textOf(later.id)]).toEqual([[], []]);
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), publicationId, { sq: "Gabim", en: "Mistake" }));
    expect(await textOf(id)).toEqual([]);
  });

  it("of another council, whatever ids are asked for", async () => {
    const theirs = await published(await pdfOf("Fqinji flet për punët e veta"), undefined, krasta);
    await readAll(lisi);
    expect(await textOf(theirs.id, krasta), "another council's job reads nothing of it").toEqual([]);
    await readAll(krasta);
    expect(await textOf(theirs.id, krasta)).toHaveLength(1);
    expect(await textOf(theirs.id, lisi)).toEqual([]);
    expect(await readingOf(theirs.sha256, lisi)).toBeUndefined();
    const rows = (council: TestCouncil) =>
      council.db.read((tx) =>
        tx.selectFrom("document_texts").where("sha256", "=", theirs.sha256).select("page").execute(),
      );
    expect([(await rows(lisi)).length, (await rows(krasta)).length]).toEqual([0, 1]);
  });

  it("of a file in which a virus was found", async () => {
    const { id, sha256 } = await published(await pdfOf("I infektuar më vonë nga diçka"));
    await readAll();
    await lisi.db.write((tx) => tx.updateTable("files").set({ virus: "Test" }).where("sha256", "=", sha256).execute());
    expect(await textOf(id)).toEqual([]);
  });
});

describe("A text goes with its file at once", () => {
  const kept = (sha256: string) =>
    lisi.db.read((tx) => tx.selectFrom("document_texts").where("sha256", "=", sha256).select("page").execute());

  it("when a newer version takes its place", async () => {
    const { id, sha256 } = await published(await pdfOf("Versioni i parë i vendimit"));
    await readAll();
    const next = await stored(await pdfOf("Versioni i dytë i vendimit"));
    await lisi.db.write((tx) => replaceDocument(tx, doing(world), id, next.file, { fileName: "v.pdf" }));
    expect([await kept(sha256), await textOf(id)]).toEqual([[], []]);
    await readAll();
    expect(await textOf(id)).toEqual(["1: Versioni i dytë i vendimit"]);
  });

  it("when a redacted one comes beside it: an original is never read, and what was read of it is gone", async () => {
    const original = await stored(await pdfOf("Ndihmë për Arben Hoxha, J05115001C"));
    await readAll();
    expect(await kept(original.file.sha256)).toHaveLength(1);
    const redacted = await stored(await pdfOf("Ndihmë për A. H., emri i mbuluar"));
    await lisi.db.write((tx) =>
      attachPublicVersion(tx, doing(world), original.id, redacted.file, { fileName: "a.pdf" }),
    );
    expect(await kept(original.file.sha256)).toEqual([]);
    await publish(world, lisi, news({ title: { sq: "Me version të anonimizuar" }, documents: [original.id] }));
    await readAll();
    expect(await textOf(original.id)).toEqual(["1: Ndihmë për A. H., emri i mbuluar"]);
    expect(await kept(original.file.sha256)).toEqual([]);
  });

  it("when it becomes an original while it is being read", async () => {
    const original = await stored(await pdfOf("Leximi i këtij teksti zgjat pak"));
    const redacted = await stored(await pdfOf("I mbuluar gjatë leximit të tij"));
    await readAll();
    await lisi.db.write((tx) =>
      tx.deleteFrom("document_readings").where("sha256", "=", original.file.sha256).execute(),
    );
    const parts = partsWith();
    await readAll(lisi, {
      ...parts,
      reader: {
        async read(file, signal) {
          const read = await parts.reader.read(file, signal);
          await lisi.db.write((tx) =>
            attachPublicVersion(tx, doing(world), original.id, redacted.file, { fileName: "a.pdf" }),
          );
          return read;
        },
      },
    });
    expect(await kept(original.file.sha256)).toEqual([]);
  });

  it("also when both happen in the same instant: the second to come sees the first", async () => {
    const original = await stored(await pdfOf("Dy punë në të njëjtin çast"));
    const redacted = await stored(await pdfOf("Kopja pa emra e të njëjtit çast"));
    const reading = { reason: null, pages: 1, is_whole: true, pictures: [], recognised: 0, had_recogniser: false };
    const texts = [{ page: 1, text: "Arben", language: null, is_machine_read: false }];
    let redacting: Promise<void> | undefined;
    await lisi.db.write(async (tx) => {
      expect(await keepReading(tx, now(), original.file.sha256, { reading, texts })).toBe(true);
      redacting = lisi.db.write((other) =>
        attachPublicVersion(other, doing(world), original.id, redacted.file, { fileName: "a.pdf" }),
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await redacting;
    expect(await kept(original.file.sha256)).toEqual([]);
  });

  it("when the document is removed; the same file in another document keeps its text", async () => {
    const bytes = await pdfOf("E njëjta fletë në dy dokumente");
    const [first, second] = [await stored(bytes), await stored(bytes)];
    await readAll();
    await lisi.db.write((tx) => removeDocument(tx, doing(world), first.id));
    expect(await kept(first.file.sha256)).toHaveLength(1);
    await lisi.db.write((tx) => removeDocument(tx, doing(world), second.id));
    expect(await kept(first.file.sha256)).toEqual([]);
  });
});

describe("A file that cannot be read", () => {
  const locked = async () => {
    const pdf = new PDFDocument({ size: "A6", userPassword: "sekret", ownerPassword: "tjetër", pdfVersion: "1.7" });
    pdf.text(vendim).end();
    return buffer(pdf);
  };
  /** An archive whose one entry unpacks to half a gigabyte. */
  const bomb = () => {
    const packed = deflateRawSync(Buffer.alloc(512 * 1024 ** 2, "<w:t>aaaaaaaa</w:t>"), { level: 1 });
    const name = Buffer.from("word/document.xml");
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(512 * 1024 ** 2, 22);
    header.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(512 * 1024 ** 2, 24);
    central.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length + name.length, 12);
    end.writeUInt32LE(header.length + name.length + packed.length, 16);
    return Buffer.concat([header, name, packed, central, name, end]);
  };
  const selfish = () =>
    rawPdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>",
      "<< /Type /Page /Parent 2 0 R >>",
    ]);
  /** Says that its page is longer than the file. */
  const lying = async () => {
    const pdf = new PDFDocument({ size: "A6", compress: false });
    pdf.text("Gjatesia genjen").end();
    const honest = (await buffer(pdf)).toString("latin1");
    return Buffer.from(
      honest.replaceAll(/\/Length \d+/g, (length) => length.replaceAll(/\d/g, "9")),
      "latin1",
    );
  };

  it.each([
    ["with a password", "pdf", locked, ["encrypted"]],
    ["that is none", "pdf", async () => Buffer.from("%PDF-1.4 asgjë startxref"), ["damaged"]],
    ["that holds itself", "pdf", async () => selfish(), ["damaged", "time"]],
    ["that never ends", "pdf", async () => endlessPdf(), ["time", "memory"]],
    [
      "that unpacks without end",
      "pdf",
      async () =>
        withContent("/Filter /FlateDecode", deflateSync(Buffer.alloc(512 * 1024 ** 2, "0 0 m "), { level: 1 })),
      ["memory", "time"],
    ],
    ["of Word that unpacks without end", "docx", async () => bomb(), ["memory", "damaged", "time"]],
    ["of Word without a text", "docx", async () => zipOf({ "word/nothing.xml": wordXml("") }), ["damaged"]],
  ] as const)(
    "%s (%s) says why within its limits, and the next is read",
    async (_, extension, make, reasons) => {
      const reader = textReader({ ...readingLimits, time: 8_000, memory: 250 * 1024 ** 2 });
      const [bytes, next] = [await make(), await pdfOf(vendim)];
      const file = (of: Buffer, ending: string) => ({
        extension: ending,
        size: of.length,
        read: async function* () {
          yield of;
        },
      });
      const read = await reader.read(file(bytes, extension));
      expect(reasons).toContain(read.reason);
      expect(read.texts.join("")).not.toContain("aaaa");
      expect((await reader.read(file(next, "pdf"))).reason).toBeNull();
    },
    60_000,
  );

  it("and lies about its length is read as far as it goes", async () => {
    const reader = textReader();
    const bytes = await lying();
    const read = await reader.read({
      extension: "pdf",
      size: bytes.length,
      read: async function* () {
        yield bytes;
      },
    });
    expect(read.texts.join("").replaceAll(/\s/g, "")).toContain("Gjatesiagenjen");
  });

  it("is said to the secretariat, and one that the storage has lost too", async () => {
    const sealed = await published(await locked());
    const lost = await published(await pdfOf("Humbi nga ruajtja diku"));
    await world.services.storage.delete(fileKey(lisi.id, lost.sha256));
    await readAll();
    expect(await readingOf(sealed.sha256)).toMatchObject({ state: "unreadable", reason: "encrypted", isWhole: false });
    expect(await readingOf(lost.sha256)).toMatchObject({ state: "unreadable", reason: "missing" });
  });

  it("whole is read to its limit, and says that it was not read to its end", async () => {
    const long = await published(
      await pdfOf(...Array.from({ length: 6 }, (_, at) => `Faqja e numrit rendor ${at + 1}`)),
    );
    await readAll(lisi, partsWith({ pages: 4 }));
    expect(await readingOf(long.sha256)).toMatchObject({ state: "read", pages: 6, isWhole: false });
    expect(await textOf(long.id)).toHaveLength(4);
    const much = await published(Buffer.from(`${"fjalë ".repeat(2_000)}`), "e-gjate.txt");
    await readAll(lisi, partsWith({ letters: 600 }));
    expect(await readingOf(much.sha256)).toMatchObject({ state: "read", isWhole: false });
  });

  it("because it is a photo or a film is not asked", async () => {
    const { sha256 } = await published(await scan(), "foto.jpg");
    await readAll();
    expect(await readingOf(sha256)).toMatchObject({ state: "not_asked" });
  });
});

describe("A scanned page", () => {
  const scanned = async (text: string) => {
    const words = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="600"><rect width="1240" height="600" fill="white"/>
      <text x="60" y="120" font-size="44" font-family="DejaVu Serif, Liberation Serif, serif">${text}</text></svg>`;
    return sharp(Buffer.from(words)).jpeg().toBuffer();
  };
  const paper = async (text: string) => {
    const picture = await scanned(text);
    return drawnPdf((pdf) => {
      pdf.text(vendim);
      pdf.addPage({ size: [620, 300], margin: 0 }).image(picture, 0, 0, { width: 620 });
    });
  };

  it("waits for a machine that reads pictures, and is read once there is one, marked as read by it", async () => {
    const { id, sha256 } = await published(await paper("Kjo faqe eshte skanuar"));
    await readAll();
    expect(await readingOf(sha256)).toMatchObject({ state: "read", pages: 2, pictures: [2], recognised: 0 });
    const asked: number[] = [];
    const recogniser: Recogniser = {
      async read(_, page) {
        asked.push(page);
        return "Kjo faqe eshte skanuar";
      },
    };
    await readAll(lisi, partsWith({}, recogniser));
    expect(asked).toContain(2);
    expect(await readingOf(sha256)).toMatchObject({ state: "read", pictures: [], recognised: 1 });
    const texts = await lisi.db.read((tx) => textsOf(tx, [id], now()));
    expect(texts.map(({ page, isMachineRead }) => [page, isMachineRead])).toEqual([
      [1, false],
      [2, true],
    ]);
    asked.length = 0;
    await readAll(lisi, partsWith({}, recogniser));
    expect(asked).toEqual([]);
  });

  it("is none where the page is blank: it waits for nobody, and drawn words do", async () => {
    const bytes = await drawnPdf((pdf) => {
      pdf.text(vendim);
      pdf.addPage();
      pdf.addPage().text("3");
      pdf.addPage().circle(50, 50, 9).stroke();
    });
    const { id, sha256 } = await published(bytes);
    const asked: number[] = [];
    const recogniser: Recogniser = {
      async read(_, page) {
        asked.push(page);
        return null;
      },
    };
    await readAll(lisi, partsWith({}, recogniser));
    expect(asked).toEqual([4]);
    expect(await readingOf(sha256)).toMatchObject({ state: "read", pages: 4, isWhole: true, pictures: [4] });
    expect((await textOf(id)).at(-1)).toBe("3: 3");
    const empty = await published(await drawnPdf(() => {}));
    await readAll();
    expect(await readingOf(empty.sha256)).toMatchObject({ state: "read", pictures: [] });
  });

  it("that no machine can read stays a scan without text, and is not tried night by night", async () => {
    const photo = await scan();
    const { sha256 } = await published(await drawnPdf((pdf) => pdf.image(photo, 0, 0)));
    let tried = 0;
    const recogniser: Recogniser = {
      async read() {
        tried += 1;
        return null;
      },
    };
    await readAll(lisi, partsWith({}, recogniser));
    await readAll(lisi, partsWith({}, recogniser));
    expect([tried, (await readingOf(sha256))!.state]).toEqual([1, "scanned"]);
  });

  it("is read by Tesseract in Albanian where it is installed", async ({ skip }) => {
    const recogniser = await findRecogniser();
    if (!recogniser) {
      process.stderr.write(
        "\n!!! TESSERACT WITH ALBANIAN (tesseract-ocr-sqi, poppler-utils) IS NOT INSTALLED: scans were read by a stand-in only !!!\n",
      );
      return skip();
    }
    const { id } = await published(await paper("Këshilli miratoi çmimin e ujësjellësit"));
    await readAll(lisi, partsWith({}, recogniser));
    const texts = await lisi.db.read((tx) => textsOf(tx, [id], now()));
    expect(texts[1]).toMatchObject({ page: 2, isMachineRead: true });
    expect(texts[1]!.text).toContain("Këshilli miratoi çmimin e ujësjellësit");
    // A page that says it is as large as a field is drawn no larger than any other.
    const huge = withContent("", Buffer.from("0 0 m 100 100 l S"))
      .toString("latin1")
      .replace("[0 0 100 100]", "[0 0 14400 14400]");
    const { sha256 } = await published(Buffer.from(huge, "latin1"));
    await readAll(lisi, partsWith({}, recogniser));
    expect(await readingOf(sha256)).toMatchObject({ state: "scanned" });
  }, 60_000);
});

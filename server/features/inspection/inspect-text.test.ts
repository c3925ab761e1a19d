import { type FileHandle, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import {
  endlessPdf,
  drawnPdf as pdfOf,
  rawPdf,
  scan,
  withContent,
  wordXml as word,
  zipOf,
} from "../../../tests/support/made-files.ts";
import { inspectionLimits, inspectText } from "./inspect-text.ts";

let folder: string;
const handles: FileHandle[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e-keshilli-inspect-"));
});
afterAll(async () => {
  await Promise.all(handles.map((handle) => handle.close()));
  await rm(folder, { recursive: true, force: true });
});

async function inspected(bytes: Buffer, extension: string, limits: Partial<typeof inspectionLimits> = {}) {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, bytes);
  const handle = await open(path, "r");
  handles.push(handle);
  return inspectText(handle.fd, bytes.length, extension, { ...inspectionLimits, ...limits });
}

const paper =
  "Këshilli Bashkiak vendosi dhënien e ndihmës ekonomike për shtetasin Arben Hoxha, me numër personal I05101999A, për të cilin u paraqit kërkesa dhe që është banor i njësisë.";

describe("A PDF", () => {
  it("with a text tells its language and on which page somebody is named, without saying who", async () => {
    const bytes = await pdfOf((pdf) => {
      pdf.text("Rendi i ditës i mbledhjes së Këshillit për buxhetin dhe tarifat, që do të shqyrtohen nga komisioni.");
      pdf.addPage().text(paper);
    });
    const check = await inspected(bytes, "pdf");
    expect(check).toMatchObject({ state: "text", pages: 2, pagesRead: 2, language: "sq", found: 2 });
    expect(check.findings).toEqual([
      { kind: "need", sureness: "likely", hint: "A. H.", need: "aid", page: 2 },
      { kind: "personal_number", sureness: "certain", hint: "I…A", need: null, page: 2 },
    ]);
    expect(JSON.stringify(check)).not.toMatch(/Arben|I05101999A/);
  });

  it("that was scanned has no text; one with a scanned page says so", async () => {
    const photo = await scan();
    expect(await inspected(await pdfOf((pdf) => pdf.image(photo, 0, 0)), "pdf")).toMatchObject({
      ...{ state: "none", pages: 1, language: null, findings: [] },
    });
    const mixed = await pdfOf((pdf) => {
      pdf.text(paper);
      pdf.addPage().image(photo, 0, 0);
    });
    expect(await inspected(mixed, "pdf")).toMatchObject({ state: "partly", pages: 2 });
  });

  it("with a blank page was not scanned for it, whatever makes it blank", async () => {
    const blanks: ((pdf: PDFKit.PDFDocument) => void)[] = [
      () => {},
      (pdf) => pdf.text("– 4 –"),
      (pdf) => pdf.rect(0, 0, 300, 300).clip(),
      (pdf) => pdf.rect(0, 0, 420, 600).fill("#ffffff"),
    ];
    const bytes = await pdfOf((pdf) => {
      pdf.text(paper);
      for (const draw of blanks) draw(pdf.addPage());
    });
    expect(await inspected(bytes, "pdf")).toMatchObject({ state: "text", pages: 5 });
    expect(await inspected(await pdfOf(() => {}), "pdf")).toMatchObject({ state: "text", pages: 1 });
    const photo = await scan();
    const scanned = await pdfOf((pdf) => {
      pdf.image(photo, 0, 0);
      pdf.addPage();
    });
    expect(await inspected(scanned, "pdf"), "a blank page makes no scan a text").toMatchObject({ state: "none" });
  });

  it("whose words are drawn as lines or shapes is a picture of them", async () => {
    const drawings: ((pdf: PDFKit.PDFDocument) => void)[] = [
      (pdf) => pdf.moveTo(10, 10).bezierCurveTo(20, 20, 30, 10, 40, 40).stroke(),
      (pdf) => pdf.moveTo(10, 10).lineTo(20, 40).lineTo(40, 10).fill(),
      (pdf) => pdf.rect(0, 0, 420, 600).fill("#ffffff").circle(50, 50, 9).fill("black"),
      (pdf) => pdf.save().fillColor("white").restore().circle(50, 50, 9).fill(),
      (pdf) => pdf.rect(0, 0, 9, 9).fill(pdf.linearGradient(0, 0, 9, 9).stop(0, "red").stop(1, "blue")),
    ];
    for (const draw of drawings) {
      const bytes = await pdfOf((pdf) => {
        pdf.text(paper);
        draw(pdf.addPage());
      });
      expect(await inspected(bytes, "pdf"), String(draw)).toMatchObject({ state: "partly" });
    }
    const inline = Buffer.from("q 50 0 0 50 0 0 cm BI /W 4 /H 4 /BPC 8 /CS /G ID 0123456789abcdef EI Q");
    expect(await inspected(withContent("", inline), "pdf")).toMatchObject({ state: "none" });
    expect(await inspected(withContent("", Buffer.from("q 50 0 0 50 0 0 cm Q")), "pdf")).toMatchObject({
      state: "text",
    });
  });

  it("whose words stand in fields, notes or letters that are drawn is no blank page: nobody has read them", async () => {
    const stream = (dictionary: string, content: string) =>
      `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
    const form = (content: string) =>
      stream("/Type /XObject /Subtype /Form /BBox [0 0 90 90] /Resources << /Font << /F 5 0 R >> >>", content);
    const onPage = (page: string, content: string, more: string[]) =>
      rawPdf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R ${page} >>`,
        stream("", content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ...more,
      ]);
    const annotated = (kind: string, shown: string) =>
      onPage("/Annots [6 0 R]", "1 g", [
        `<< /Type /Annot ${kind} /Rect [5 5 95 95] /F 4 /AP << /N 7 0 R >> >>`,
        form(shown),
      ]);
    const words = `BT /F 9 Tf 5 5 Td (${paper}) Tj ET`;
    const drawnLetter = onPage("/Resources << /Font << /T 6 0 R >> >>", "BT /T 90 Tf (a) Tj ET", [
      `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1]
        /CharProcs << /a 7 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /Resources << >> >>`,
      stream("", "1 0 0 0 1 1 d1 BI /W 8 /H 4 /IM true /BPC 1 ID abcd EI"),
    ]);
    for (const bytes of [
      annotated("/Subtype /FreeText /DA (/F 9 Tf 0 g) /Contents (x)", words),
      annotated("/Subtype /Widget /FT /Tx /T (a) /DA (/F 9 Tf 0 g) /V (x)", words),
      // An annotation begins in black, whatever the page was drawn with at last.
      annotated("/Subtype /Stamp", "0 0 40 40 re f"),
      drawnLetter,
    ])
      expect(await inspected(bytes, "pdf"), bytes.toString("latin1")).toMatchObject({ state: "none" });
    expect(await inspected(annotated("/Subtype /Stamp", "1 g 0 0 40 40 re f"), "pdf")).toMatchObject({ state: "text" });
  });

  it("whose drawing takes more than there is keeps what was read before", async () => {
    const strokes = Array.from({ length: 150_000 }, (_, at) => `${at % 100} 0 m ${(at * 7) % 100} 90 l S`).join("\n");
    const drawn = withContent("/Filter /FlateDecode", deflateSync(Buffer.from(strokes)));
    const check = await inspected(drawn, "pdf", { time: 120_000, memory: 250 * 1024 ** 2 });
    expect(check).toMatchObject({ state: "none", pages: 1, reason: null });
  });

  it("of many pages is read to its limit, and says how far", async () => {
    const bytes = await pdfOf((pdf) => {
      for (let page = 0; page < 12; page += 1) (page === 0 ? pdf : pdf.addPage()).text("Vendim i Këshillit Bashkiak");
    });
    expect(await inspected(bytes, "pdf", { pages: 5 })).toMatchObject({ pages: 12, pagesRead: 5, state: "text" });
  });

  it("that unpacks without end fills its own process and nothing else", async () => {
    let bomb: Buffer = Buffer.alloc(1024 ** 3 / 2, "0 0 m ");
    bomb = deflateSync(bomb, { level: 1 });
    const check = await inspected(withContent("/Filter /FlateDecode", bomb), "pdf", { memory: 250 * 1024 ** 2 });
    expect(check).toMatchObject({ state: "unread", findings: [] });
    expect(["memory", "time"]).toContain(check.reason);
  });

  it("that keeps its reader busy is left after its time", async () => {
    const room = { time: 700, memory: 4 * 1024 ** 3 };
    expect(await inspected(endlessPdf(), "pdf", room)).toMatchObject({ state: "unread", reason: "time" });
  });

  it("that is locked with a password says so", async () => {
    const locked = new PDFDocument({ userPassword: "sekret", ownerPassword: "tjetër", pdfVersion: "1.7" });
    locked.text(paper).end();
    expect(await inspected(await buffer(locked), "pdf")).toMatchObject({ state: "unread", reason: "encrypted" });
  });

  it("that is none is unread as damaged, and the next is read", async () => {
    expect(await inspected(Buffer.from("%PDF-1.4 asgjë startxref"), "pdf")).toMatchObject({
      ...{ state: "unread", reason: "damaged" },
    });
    expect(await inspected(await pdfOf((pdf) => pdf.text(paper)), "pdf")).toMatchObject({ state: "text" });
  });
});

describe("An office document", () => {
  it("of Word is read with what it hides: comments, notes and words that were deleted", async () => {
    const bytes = await zipOf({
      "word/document.xml": word(
        `<w:p><w:r><w:t>Këshilli vendosi ndihmë ekonomike për </w:t></w:r><w:r><w:t>Arben Hoxha</w:t></w:r></w:p>
         <w:p><w:del><w:r><w:delText>numri personal J05115001C</w:delText></w:r></w:del></w:p>`,
      ),
      "word/comments.xml": word("<w:p><w:r><w:t>tel. 069 20 12 345</w:t></w:r></w:p>"),
      "word/media/image1.png": "I05101999A",
    });
    const { findings, state, pages } = await inspected(bytes, "docx");
    expect({ state, pages }).toEqual({ state: "text", pages: null });
    expect(findings.map(({ kind, hint }) => `${kind} ${hint}`)).toEqual([
      "need A. H.",
      "personal_number J…C",
      "phone …45",
    ]);
  });

  it("of Excel is read cell by cell", async () => {
    const rows = [
      ["Emri", "Nr. personal"],
      ["Arben Hoxha", "I05101999A"],
    ].map((row) => row.map((value) => ({ value, type: String })));
    const bytes = await writeExcelFile(rows).toBuffer();
    const { findings } = await inspected(bytes, "xlsx");
    expect(findings.map(({ kind }) => kind)).toEqual(["personal_number"]);
  });

  it("in the open format is read as well", async () => {
    const bytes = await zipOf({
      "content.xml": `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><text:p>Përfiton <text:span>ndihmë ekonomike</text:span> Arben Hoxha.</text:p></office:body></office:document-content>`,
    });
    expect((await inspected(bytes, "odt")).findings).toMatchObject([{ kind: "need", hint: "A. H." }]);
  });

  it("with a part that is no XML is read as far as it goes", async () =>
    expect(await inspected(await zipOf({ "word/document.xml": "<w:t>Asgjë" }), "docx")).toMatchObject({
      findings: [],
    }));
});

it("A table in plain text is read; a photo and a film are not asked", async () => {
  expect((await inspected(Buffer.from("emri;nr. personal\nArben Hoxha;I05101999A\n"), "csv")).found).toBe(1);
  expect((await inspected(Buffer.from("1;2\n3;4\n"), "csv")).state, "a table of numbers is no scan").toBe("text");
  expect(await inspected(await scan(), "jpg")).toMatchObject({ state: "not_asked" });
});

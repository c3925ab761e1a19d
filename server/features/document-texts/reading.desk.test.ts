import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing, pdfOf, shelfOf } from "../../../tests/support/content.ts";
import { drawnPdf, scan } from "../../../tests/support/made-files.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { replaceDocument, storeDocument } from "../documents/documents.service.ts";
import { readTexts } from "./document-texts.jobs.ts";
import { textReader } from "./text-reader.ts";

let world: TestWorld;
let editor: Visitor;
beforeAll(async () => {
  world = await createWorld();
  editor = await signedIn(world, world.lisi, ["editor"]);
});
afterAll(() => world.end());

const stored = (bytes: Buffer, fileName = "vendimi.pdf") =>
  storeDocument(shelfOf(world, world.lisi), world.lisi.db, doing(world), Readable.from([bytes]), {
    ...{ title: { sq: "Vendimi", en: "Decision" }, language: "sq", fileName },
  });
const read = () => {
  const { storage, config } = world.services;
  const parts = { storage, spoolDir: `${config.dataDir}/spool`, reader: textReader(), recogniser: async () => null };
  return readTexts(parts)(world.lisi.db, world.clock.now(), new AbortController().signal, world.lisi.id);
};
const pageOf = async (id: string, english = false) => {
  const html = await (await editor.get(`${english ? "/en/admin/documents" : "/admin/dokumentet"}/${id}`)).text();
  return html.replaceAll(/<!--.*?-->/g, "");
};

it("A document's page says whether search finds what stands in it, in both languages, and if not why", async () => {
  const { id } = await stored(await pdfOf("Vendim për tarifat e vitit"));
  expect(await pageOf(id)).toContain("Pret leximin për kërkimin");
  await read();
  expect(await pageOf(id)).toContain("Lexuar për kërkimin");
  expect(await pageOf(id, true)).toContain("Read for search");

  const locked = new PDFDocument({ userPassword: "sekret", ownerPassword: "tjetër", pdfVersion: "1.7" });
  locked.text("Vendim").end();
  const sealed = await stored(await buffer(locked), "mbyllur.pdf");
  const photo = await scan();
  const scanned = await stored(await drawnPdf((pdf) => pdf.image(photo, 0, 0)), "skanim.pdf");
  const half = await stored(
    await drawnPdf((pdf) => {
      pdf.text("Vendim i Këshillit Bashkiak");
      pdf.addPage().image(photo, 0, 0);
    }),
    "gjysma.pdf",
  );
  await read();
  expect(await pageOf(sealed.id)).toContain("Skedari është i mbyllur me fjalëkalim");
  expect(await pageOf(sealed.id, true)).toContain("locked with a password");
  expect(await pageOf(scanned.id)).toContain("Skanim, nuk gjendet në kërkim");
  expect(await pageOf(half.id)).toContain("Faqja 2 është figurë pa tekst dhe nuk gjendet.");
  expect(await pageOf(half.id, true)).toContain("Page 2 is a picture without text and is not found.");
});

it("It says so of the newest file that the public has, and a photo is no text to read", async () => {
  const { id } = await stored(await pdfOf("Versioni i vjetër i vendimit"));
  const next = await stored(await pdfOf("Versioni i ri i vendimit"));
  await world.lisi.db.write((tx) => replaceDocument(tx, doing(world), id, next.file, { fileName: "i-ri.pdf" }));
  await read();
  expect((await pageOf(id)).split("Lexuar për kërkimin")).toHaveLength(2);
  const photo = await stored(await scan(), "foto.jpg");
  await read();
  expect(await pageOf(photo.id)).not.toContain("për kërkimin");
});

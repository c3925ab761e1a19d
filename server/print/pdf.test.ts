import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, test } from "vitest";
import { htmlBlocks } from "./html-blocks.ts";
import type { Paper } from "./paper.ts";
import { makePdf } from "./pdf.ts";

const paper: Paper = {
  layout: "act",
  language: "sq",
  letterhead: ["REPUBLIKA E SHQIPËRISË", "BASHKIA VALBARDHË", "KËSHILLI BASHKIAK"],
  genre: "VENDIM",
  number: "Nr. 12, datë 27.02.2026",
  title: "PËR PËRCAKTIMIN E VENDPARKIMEVE ME PAGESË",
  blocks: htmlBlocks(
    "<p>Këshilli, me <strong>14 vota pro</strong>,</p><h2>VENDOSI:</h2><ol><li>Çelësi i “sheshit” – 60 lekë.</li></ol><table><tr><th>Zëri</th><th>Vlera</th></tr><tr><td>Çmimi</td><td>1 200 000</td></tr></table>",
  ),
  signatures: [
    { role: "SEKRETARI I KËSHILLIT", name: "Fatos Lika" },
    { role: "KRYETARJA E KËSHILLIT", name: "Arta Dervishi" },
  ],
  footer: "Dokument shembull.",
  brand: "#0b5b46",
  date: "2026-02-27",
};

async function read(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, " "), document, meta: await getMeta(document) };
}

test("the text of a paper can be copied, with ë, ç and quotation marks", async () => {
  const { text } = await read(await makePdf(paper));
  for (const part of [
    "REPUBLIKA E SHQIPËRISË",
    "VENDIM",
    "Nr. 12, datë 27.02.2026",
    "PËR PËRCAKTIMIN E VENDPARKIMEVE ME PAGESË",
    "14 vota pro",
    "Çelësi i “sheshit” – 60 lekë.",
    "1 200 000",
    "Arta Dervishi",
    "Dokument shembull.",
  ]) {
    expect(text).toContain(part);
  }
});

test("a paper made after another can be copied as well as the first", async () => {
  await makePdf(paper);
  const form = await makePdf({
    ...paper,
    layout: "form",
    genre: "PETICION",
    blocks: [{ kind: "blank", label: "Emri" }],
  });
  const { text } = await read(form);
  expect(text).toContain("PETICION");
  expect(text).toContain("Emri");
});

test("a paper says its title, its language and its structure", async () => {
  const { document, meta } = await read(await makePdf(paper));
  expect(meta.info).toMatchObject({
    Title: paper.title,
    Author: "BASHKIA VALBARDHË, KËSHILLI BASHKIAK",
    Language: "sq-AL",
  });
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
  for (const role of ["Document", "H1", "H2", "P", "L", "LBody", "Table", "TH", "TD"])
    expect(tree).toContain(`"role":"${role}"`);
});

test("the same paper gives the same bytes, another gives others", async () => {
  const first = await makePdf(paper);
  expect((await makePdf(paper)).equals(first)).toBe(true);
  expect((await makePdf({ ...paper, number: "Nr. 13" })).equals(first)).toBe(false);
});

test("a long table goes on, under its head, on the next page, and every page has its number", async () => {
  const rows = Array.from({ length: 80 }, (_, row) => [`Rreshti ${row + 1}`, "1"]);
  const columns = [
    { title: "Emërtimi", width: 4 },
    { title: "Sasia", width: 1 },
  ];
  const { text, document } = await read(await makePdf({ ...paper, blocks: [{ kind: "table", columns, rows }] }));
  expect(document.numPages).toBeGreaterThan(1);
  for (const row of rows) expect(text).toContain(row[0]!);
  expect(text.match(/Emërtimi/g)).toHaveLength(document.numPages);
  for (let page = 1; page <= document.numPages; page += 1) expect(text).toContain(`${page} / ${document.numPages}`);
});

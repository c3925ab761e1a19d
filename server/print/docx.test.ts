import mammoth from "mammoth";
import { expect, test } from "vitest";
import { makeDocx } from "./docx.ts";
import { htmlBlocks } from "./html-blocks.ts";
import type { Paper } from "./paper.ts";

const paper: Paper = {
  layout: "minutes",
  language: "sq",
  letterhead: ["REPUBLIKA E SHQIPËRISË", "BASHKIA VALBARDHË", "KËSHILLI BASHKIAK"],
  genre: "PROCESVERBAL",
  number: "Nr. 2, datë 27.02.2026",
  title: "Mbledhje e radhës e Këshillit",
  blocks: htmlBlocks(
    "<h2>Apeli</h2><p>Të pranishëm <strong>14</strong><br />nga 21.</p><ol><li>Çelja</li><li>Ndryshime</li></ol><h2>Votimi</h2><ol><li>Pro</li></ol><table><tr><th>Emri</th><th>Prania</th></tr><tr><td>Arta Dervishi</td><td>Mungon</td></tr></table>",
  ),
  signatures: [
    { role: "SEKRETARI I KËSHILLIT", name: "Fatos Lika" },
    { role: "KRYETARJA E KËSHILLIT", name: "Arta Dervishi" },
  ],
  footer: "Këshilli Bashkiak Valbardhë",
  brand: "#0b5b46",
  date: "2026-02-27",
};

test("a word processor reads headings, lists that each begin with 1, tables and signatures", async () => {
  const { value } = await mammoth.convertToHtml({ buffer: await makeDocx(paper) });
  for (const part of [
    "REPUBLIKA E SHQIPËRISË",
    "<h1>Mbledhje e radhës e Këshillit</h1>",
    "<h2>Apeli</h2>",
    "<p>Të pranishëm <strong>14</strong><br />nga 21.</p>",
    "<ol><li>Çelja</li><li>Ndryshime</li></ol>",
    "<ol><li>Pro</li></ol>",
    "Arta Dervishi",
    "SEKRETARI I KËSHILLIT",
  ])
    expect(value).toContain(part);
  expect(value).toMatch(/<table><thead><tr><th><p><strong>Emri/);
});

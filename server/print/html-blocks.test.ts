import { expect, test } from "vitest";
import { htmlBlocks } from "./html-blocks.ts";

test("paragraphs keep what is strong and what is emphasised, and lose line breaks of the source", () => {
  expect(
    htmlBlocks(
      "<p>Neni <strong>48</strong> i\n  <a href='https://qbz.gov.al'>Kushtetutës</a> <em>sot</em> &amp; nesër</p>",
    ),
  ).toEqual([
    {
      kind: "paragraph",
      runs: [
        { text: "Neni " },
        { text: "48", bold: true },
        { text: " i Kushtetutës " },
        { text: "sot", italic: true },
        { text: " & nesër" },
      ],
    },
  ]);
});

test("headings, lists and their order are told apart", () => {
  expect(htmlBlocks("<h2>Neni 1</h2><ol><li>një</li><li>dy</li></ol><h3>Më tej</h3><ul><li>pika</li></ul>")).toEqual([
    { kind: "heading", level: 2, text: "Neni 1" },
    { kind: "list", ordered: true, items: [[{ text: "një" }], [{ text: "dy" }]] },
    { kind: "heading", level: 3, text: "Më tej" },
    { kind: "list", ordered: false, items: [[{ text: "pika" }]] },
  ]);
});

test("a column of amounts stands at the right", () => {
  const [table] = htmlBlocks(
    "<table><thead><tr><th>Zëri</th><th>Vlera</th></tr></thead><tbody><tr><td>Kredia</td><td>180 000 000 lekë</td></tr><tr><td>Afati</td><td>12</td></tr></tbody></table>",
  );
  expect(table).toMatchObject({
    kind: "table",
    columns: [
      { title: "Zëri", align: "left" },
      { title: "Vlera", align: "right" },
    ],
    rows: [
      ["Kredia", "180 000 000 lekë"],
      ["Afati", "12"],
    ],
  });
});

test("a text in no paragraph is one, and a line that was broken stays broken", () => {
  expect(htmlBlocks("Pa paragraf<br />e dyta")).toEqual([
    { kind: "paragraph", runs: [{ text: "Pa paragraf\ne dyta" }] },
  ]);
  expect(htmlBlocks("<p>një</p> <p>dy</p>")).toHaveLength(2);
});

test("a list within an item, and paragraphs within an item or a cell, stay in it", () => {
  expect(htmlBlocks("<ul><li><p>Pro</p><ul><li>Arta</li><li>Besnik</li></ul></li><li>Kundër</li></ul>")).toEqual([
    { kind: "list", ordered: false, items: [[{ text: "Pro\n– Arta\n– Besnik" }], [{ text: "Kundër" }]] },
  ]);
  expect(htmlBlocks("<table><tr><td><p>Emri</p></td></tr><tr><td><p>Arta</p><p>Besnik</p></td></tr></table>")).toEqual([
    { kind: "table", columns: [{ title: "Emri", width: 11, align: "left" }], rows: [["Arta\nBesnik"]] },
  ]);
});

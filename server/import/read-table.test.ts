import { describe, expect, it } from "vitest";
import type { AppError } from "../http/errors.ts";
import { phrases } from "../http/phrases.ts";
import { readTable } from "./read-table.ts";

const columns = [
  { name: "name", required: true, also: ["Emri"] },
  { name: "votes", required: true, also: ["Vota të vlefshme"] },
  { name: "note" },
];
const utf8 = (text: string) => Buffer.from(text);
/** Albanian in Windows-1250 and in Windows-1252 alike. */
const windows = (text: string) => Buffer.from(text, "latin1");
const read = (text: string | Buffer) =>
  readTable(typeof text === "string" ? utf8(text) : text, columns, ["share"]).map(({ line, cells }) => [line, cells]);

/** The refusal, as the secretary reads it. */
function refused(bytes: Buffer): [string, string] {
  try {
    readTable(bytes, columns, ["share"]);
  } catch (error) {
    const { code, params } = error as AppError;
    return [code, phrases("en", "errors")(code as "http.internal", params)];
  }
  throw new Error("It was accepted.");
}

describe("A table is read", () => {
  const rows = [
    [2, { name: "Lista e Çlirimit", votes: "12" }],
    [3, { name: "Të pavarur; bashkë", votes: "7", note: "një, dy" }],
  ];

  it("with commas, semicolons or tabulators, with a mark before it or without", () => {
    const table = (delimiter: string) =>
      [
        ["name", "votes", "note"],
        ["Lista e Çlirimit", "12", ""],
        ['"Të pavarur; bashkë"', "7", '"një, dy"'],
      ]
        .map((cells) => cells.join(delimiter))
        .join("\r\n");
    for (const delimiter of [",", ";", "\t"]) expect(read(table(delimiter))).toEqual(rows);
    expect(read(`\ufeff${table(";")}\r\n`)).toEqual(rows);
  });

  it("by the names that people know columns by, in any order and any case", () => {
    expect(read("VOTA TE VLEFSHME;Emri\n5;Ana")).toEqual([[2, { name: "Ana", votes: "5" }]]);
  });

  it("without what an export had computed, empty rows and empty cells", () => {
    expect(read("name,share,votes,note\nAna,50.5,5,\n\n ,,,\nBen,49.5,4")).toEqual([
      [2, { name: "Ana", votes: "5" }],
      [4, {}],
      [5, { name: "Ben", votes: "4" }],
    ]);
  });
});

describe("A file is refused in a sentence that says what to do", () => {
  it.each<[string, Buffer, string, RegExp]>([
    [
      "in an old Windows encoding",
      windows("name,votes\nAna,1\nKëshilli,2"),
      "import.old_encoding",
      /line 3.*“Këshilli”/,
    ],
    ["in UTF-16", Buffer.from("\ufeffname,votes\nAna,1", "utf16le"), "import.utf16", /CSV UTF-8/],
    ["that is a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "import.workbook", /Excel/],
    ["that is no text", Buffer.from([1, 0, 2]), "import.not_text", /not a text/],
    ["whose letters were broken earlier", utf8("name,votes\nKÃ«shilli,2"), "import.garbled", /line 2 has “KÃ«shilli”/],
    ["whose letters were lost earlier", utf8("name,votes\nK\ufffdshilli,2"), "import.damaged", /line 2/],
    ["that is empty", utf8(" \n"), "import.empty", /empty/],
    ["with a header alone", utf8("name,votes\n"), "import.without_rows", /nothing/],
    ["that lacks columns", utf8("name\nAna"), "import.columns_missing", /missing: votes\./],
    [
      "with columns that nobody knows",
      utf8("name,votes,age\nAna,1,2"),
      "import.columns_unknown",
      /age.*Known are: name, votes, note/,
    ],
    ["with a column twice", utf8("name,votes,Emri\nAna,1,2"), "import.column_twice", /name/],
    ["with a quotation mark that is not closed", utf8('name,votes\nAna,1\n"Ben,2'), "import.malformed", /Line 3/],
    ["with more cells than columns", utf8("name,votes\nAna,1\nBen,2,3"), "import.malformed", /Line 3/],
  ])("%s", (_, bytes, code, sentence) => {
    const [refusal, said] = refused(bytes);
    expect(refusal).toBe(code);
    expect(said).toMatch(sentence);
  });
});

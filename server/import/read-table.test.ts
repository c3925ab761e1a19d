import * as v from "valibot";
import { describe, expect, it } from "vitest";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { zipOf } from "../../tests/samples/files.ts";
import { workbookOf } from "../../tests/support/workbooks.ts";
import type { AppError } from "../http/errors.ts";
import { phrases } from "../http/phrases.ts";
import { writtenDay } from "./cells.schema.ts";
import { type ImportColumn, yesOrNo } from "./column.ts";
import { readTable } from "./read-table.ts";
import { readWorkbook } from "./read-workbook.ts";
import { sampleCsv, sampleWorkbook } from "./sample.ts";

const column = (name: string, sq: string, en: string, required = false): ImportColumn => ({
  ...{ name, required, label: { sq, en } },
  meaning: { sq: `Çfarë është ${sq}.`, en: `What ${en} is.` },
});
const columns: ImportColumn[] = [
  { ...column("name", "Emri", "Name", true), example: "Ana" },
  { ...column("votes", "Vota të vlefshme", "Valid votes", true), kind: "number", example: "12" },
  { ...column("note", "Shënim", "Note"), also: ["Vërejtje"] },
  { ...column("day", "Dita", "Day"), kind: "day", example: "05.03.2026" },
  { ...column("open", "E hapur", "Open"), choices: yesOrNo, example: "po" },
];
const shape = { columns, ignored: ["share"] };
const utf8 = (text: string) => Buffer.from(text);
/** Albanian in Windows-1250 and in Windows-1252 alike. */
const windows = (text: string) => Buffer.from(text, "latin1");
const rowsOf = async (bytes: Uint8Array) =>
  (await readTable(bytes, shape)).rows.map(({ line, cells }) => [line, cells]);
const read = (text: string) => rowsOf(utf8(text));

type Cell = string | number | boolean | Date | null;
const cellOf = (value: Cell) =>
  value === null
    ? null
    : value instanceof Date
      ? { value, type: Date, format: value.getUTCHours() > 0 ? "dd.mm.yyyy hh:mm" : "dd.mm.yyyy" }
      : { value, type: (typeof value === "number" ? Number : typeof value === "boolean" ? Boolean : String) as never };
/** A workbook of these sheets, as a spreadsheet program saves it. */
const workbook = (sheets: Record<string, Cell[][]>): Promise<Buffer> =>
  writeExcelFile(
    Object.entries(sheets).map(([sheet, data]) => ({ sheet, data: data.map((row) => row.map(cellOf)) as SheetData })),
  ).toBuffer();
const head = ["Emri", "Vota të vlefshme"];

/** The refusal, as the secretary reads it. */
async function refused(bytes: Uint8Array): Promise<[string, string]> {
  try {
    await readTable(bytes, shape);
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

  it("with commas, semicolons or tabulators, with a mark before it or without", async () => {
    const table = (delimiter: string) =>
      [
        ["name", "votes", "note"],
        ["Lista e Çlirimit", "12", ""],
        ['"Të pavarur; bashkë"', "7", '"një, dy"'],
      ]
        .map((cells) => cells.join(delimiter))
        .join("\r\n");
    for (const delimiter of [",", ";", "\t"]) expect(await read(table(delimiter))).toEqual(rows);
    expect(await read(`\ufeff${table(";")}\r\n`)).toEqual(rows);
  });

  it("by the names that people know columns by, in any order and any case", async () => {
    expect(await read("VOTA TE VLEFSHME;Emri\n5;Ana")).toEqual([[2, { name: "Ana", votes: "5" }]]);
  });

  it("without what an export had computed, empty rows and empty cells", async () => {
    expect(await read("name,share,votes,note\nAna,50.5,5,\n\n ,,,\nBen,49.5,4")).toEqual([
      [2, { name: "Ana", votes: "5" }],
      [4, {}],
      [5, { name: "Ben", votes: "4" }],
    ]);
  });
});

describe("A table as Excel saves it", () => {
  const table = (delimiter: string) =>
    [
      ["Emri", "Vota të vlefshme", "Shënim"],
      ["Çlirim Këlliçi", "12", "„Për çdo lagje“ – 5 €"],
      ["Ana", "7", ""],
    ]
      .map((cells) => cells.join(delimiter))
      .join("\r\n");
  const rows = [
    [2, { name: "Çlirim Këlliçi", votes: "12", note: "„Për çdo lagje“ – 5 €" }],
    [3, { name: "Ana", votes: "7" }],
  ];
  /** As Windows writes it; these signs are not where ISO 8859-1 has nothing. */
  const plain = (text: string) =>
    Buffer.from(
      [...text].map((sign) => ({ "„": 0x84, "“": 0x93, "–": 0x96, "€": 0x80 })[sign] ?? sign.codePointAt(0)!),
    );
  const readingOf = async (bytes: Uint8Array) => (await readTable(bytes, shape)).reading;

  it("in Windows’ letters is read, with a line to check them by", async () => {
    const bytes = plain(table(";"));
    expect(await rowsOf(bytes)).toEqual(rows);
    expect(await readingOf(bytes)).toEqual({
      encoding: "windows-1252",
      sample: { line: 1, text: "Emri;Vota të vlefshme;Shënim" },
    });
  });

  it("in Windows’ letters shows the line whose letters may be others in a Windows of Central Europe", async () => {
    const bytes = Buffer.from([...plain(`${table(";")}\r\n${"x".repeat(300)} Nicol`), 0xf2, ...plain(";3;")]);
    expect((await rowsOf(bytes)).at(-1)).toEqual([4, { name: `${"x".repeat(300)} Nicolò`, votes: "3" }]);
    const { sample } = (await readingOf(bytes))!;
    expect(sample!.line).toBe(4);
    expect(sample!.text).toMatch(/^…x+ Nicolò;3;$/);
    expect(sample!.text.length).toBeLessThan(170);
  });

  it("as Unicode text is read, whichever byte stands first", async () => {
    const little = Buffer.from(`\ufeff${table("\t")}`, "utf16le");
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      expect(await rowsOf(bytes)).toEqual(rows);
      expect(await readingOf(bytes)).toEqual({
        encoding: "utf-16",
        sample: { line: 1, text: "Emri\tVota të vlefshme\tShënim" },
      });
    }
  });

  it("as UTF-8 says so; a workbook has no encoding to tell, plain letters no line to check", async () => {
    expect(await readingOf(utf8(`\ufeff${table(";")}`))).toEqual({
      encoding: "utf-8",
      sample: { line: 1, text: "Emri;Vota të vlefshme;Shënim" },
    });
    expect(await readingOf(utf8("name,votes\nAna,1"))).toEqual({ encoding: "utf-8", sample: null });
    expect(await readingOf(await workbook({ Tabela: [head, ["Ana", 1]] }))).toBeNull();
  });
});

describe("A file is refused in a sentence that says what to do", () => {
  it.each<[string, Buffer, string, RegExp]>([
    [
      "in the letters of DOS",
      Buffer.from([...windows("name,votes\nAna,1\nK"), 0x89, ...windows("shilli,2")]),
      "import.old_encoding",
      /line 3.*“K‰shilli”/,
    ],
    [
      "in the letters of old Macs",
      Buffer.from([...windows("name,votes\nKur"), 0x8d, ...windows(",2")]),
      "import.old_encoding",
      /line 2.*CSV UTF-8/,
    ],
    ["in UTF-16 without its mark", Buffer.from("name,votes\nAna,1", "utf16le"), "import.not_text", /not a text/],
    [
      "in UTF-16 that ends within a letter",
      Buffer.from("\ufeffname,votes\nAna,1", "utf16le").subarray(0, -1),
      "import.not_text",
      /not a text/,
    ],
    ["in UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x6e, 0, 0, 0]), "import.not_text", /not a text/],
    [
      "that has a mark of UTF-8 and is in Windows’ letters",
      windows("ï»¿name,votes\nKëshilli,1"),
      "import.old_encoding",
      /line 2.*“Këshilli”/,
    ],
    ["that is a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a]), "import.not_text", /not a text/],
    [
      "whose letters were broken earlier, in Windows’ letters too",
      windows("name,votes\nÇlirimi,1\nK\u00c3\u00abshilli,2"),
      "import.garbled",
      /line 3 has “KÃ«shilli”/,
    ],
    [
      "that is an old workbook",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
      "import.old_workbook",
      /save it as .xlsx/i,
    ],
    [
      "that begins like a workbook and is none",
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
      "import.workbook_damaged",
      /damaged/,
    ],
    ["that is no text", Buffer.from([1, 0, 2]), "import.not_text", /not a text/],
    ["whose letters were broken earlier", utf8("name,votes\nKÃ«shilli,2"), "import.garbled", /line 2 has “KÃ«shilli”/],
    ["whose letters were lost earlier", utf8("name,votes\nK\ufffdshilli,2"), "import.damaged", /line 2/],
    ["that is empty", utf8(" \n"), "import.empty", /empty/],
    ["with a header alone", utf8("name,votes\n"), "import.without_rows", /nothing/],
    ["that lacks columns", utf8("name\nAna"), "import.columns_missing", /missing: Vota të vlefshme \/ Valid votes\./],
    [
      "with columns that nobody knows",
      utf8("name,votes,age\nAna,1,2"),
      "import.columns_unknown",
      /age.*Known are: Emri \/ Name, Vota të vlefshme/,
    ],
    ["with a column twice", utf8("name,votes,Emri\nAna,1,2"), "import.column_twice", /Emri \/ Name/],
    ["with a quotation mark that is not closed", utf8('name,votes\nAna,1\n"Ben,2'), "import.malformed", /Line 3/],
    ["with more cells than columns", utf8("name,votes\nAna,1\nBen,2,3"), "import.malformed", /Line 3/],
    [
      "with more rows than any council has acts, of which the last are not even read",
      utf8(`name,votes\n${"Ana,1\n".repeat(50_001)}"Ben,2`),
      "import.too_many_rows",
      /50/,
    ],
  ])("%s", async (_, bytes, code, sentence) => {
    const [refusal, said] = await refused(bytes);
    expect(refusal).toBe(code);
    expect(said).toMatch(sentence);
  });
});

describe("A workbook is read", () => {
  it("like the same table in CSV: days as dates and as text, numbers as numbers and as text, times, yes and no", async () => {
    const bytes = await workbook({
      Tabela: [
        ["Name", "VALID VOTES", "Dita", "Open", "Note"],
        ["Ana", 12, new Date("2026-03-05"), true, "një; dy"],
        [null, null, null, null, null],
        ["  Ben ", "1 200", "05.03.2026", "jo", new Date("2026-03-05T18:30:00Z")],
      ],
    });
    expect(await rowsOf(bytes)).toEqual([
      [2, { name: "Ana", votes: "12", day: "2026-03-05", open: "yes", note: "një; dy" }],
      [4, { name: "Ben", votes: "1 200", day: "05.03.2026", open: "no", note: "2026-03-05 18:30" }],
    ]);
  });

  it("not with an error or a formula that was never computed, which would be lost unseen", async () => {
    const head =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>votes</t></is></c></row>';
    const name = '<c r="A2" t="inlineStr"><is><t>Ana</t></is></c>';
    for (const cell of [
      '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c t="e" r="B2"><v>#REF!</v></c>',
      '<c r="B2"><f>5+7</f></c>',
      '<c r="B2" s="1"><f t="shared" si="0"/></c>',
    ]) {
      const [code, sentence] = await refused(await workbookOf(`${head}<row r="2">${name}${cell}</row>`));
      expect([code, sentence]).toEqual(["import.cell_without_value", expect.stringContaining("B2")]);
    }
    const computed = await workbookOf(`${head}<row r="2">${name}<c r="B2"><f>5+7</f><v>12</v></c></row>`);
    expect(await rowsOf(computed)).toEqual([[2, { name: "Ana", votes: "12" }]]);
  });

  describe("with an error or an uncomputed formula", () => {
    const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join("")}</row>`;
    const error = (cell: string) => `<c r="${cell}" t="e"><v>#REF!</v></c>`;
    const titles = row(1, text("A1", "name"), text("B1", "votes"));
    const ana = text("A2", "Ana") + text("B2", "12");
    const read = [[2, { name: "Ana", votes: "12" }]];

    it("in a sheet that is not read, since nothing of it is lost", async () => {
      for (const cell of [error("B2"), '<c r="B2"><f>Tabela!B2*2</f></c>'])
        expect(await rowsOf(await workbookOf(titles + row(2, ana), { Llogari: row(2, cell) }))).toEqual(read);
      const [code, sentence] = await refused(
        await workbookOf(titles + row(2, text("A2", "Ana"), error("B2")), { Llogari: row(9, error("C9")) }),
      );
      expect([code, sentence]).toEqual(["import.cell_without_value", expect.stringContaining("B2")]);
    });

    it("in a column that is not read: beyond the headers, or one that an export computed", async () => {
      expect(await rowsOf(await workbookOf(titles + row(2, ana, error("N2"))))).toEqual(read);
      const shares = row(1, text("A1", "name"), text("B1", "votes"), text("C1", "share"));
      expect(await rowsOf(await workbookOf(shares + row(2, ana, error("C2"))))).toEqual(read);
    });

    it("above the headers, since the table begins below", async () => {
      const below = row(3, text("A3", "name"), text("B3", "votes")) + row(4, text("A4", "Ana"), text("B4", "12"));
      expect(await rowsOf(await workbookOf(row(1, error("B1")) + below))).toEqual([[4, read[0]![1]]]);
      const both = row(1, error("B1")) + below + row(5, text("A5", "Ben"), error("B5")) + row(6, error("B6"));
      expect((await refused(await workbookOf(both)))[1]).toContain("B5");
    });

    it("not in a header, of which nobody could say which column it is", async () => {
      const torn = row(1, text("A1", "name"), error("B1")) + row(2, ana);
      expect(await refused(await workbookOf(torn))).toEqual([
        "import.cell_without_value",
        expect.stringContaining("B1"),
      ]);
      expect((await refused(await workbookOf(torn, { Shënime: row(1, text("A1", "Ana")) })))[1]).toContain("B1");
    });
  });

  it("with what its formulas came to when it was saved, and times of the day alone", async () => {
    const bytes = await workbookOf(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Emri</t></is></c><c r="B1" t="inlineStr"><is><t>Vota të vlefshme</t></is></c><c r="C1" t="inlineStr"><is><t>Shënim</t></is></c></row>' +
        '<row r="2"><c r="A2" t="str"><f>A9</f><v>Këshilli</v></c><c r="B2"><f>SUM(B8:B9)</f><v>42</v></c><c r="C2" s="1"><v>0.75</v></c></row>',
    );
    expect(await rowsOf(bytes)).toEqual([[2, { name: "Këshilli", votes: "42", note: "18:00" }]]);
  });

  it("from the sheet that has the columns, whatever stands beside it", async () => {
    const bytes = await workbook({ Shënime: [["Përgatiti: Ana"]], Bosh: [], Tabela: [head, ["Ana", 1]] });
    const { sheet, rows } = await readTable(bytes, shape);
    expect([sheet, rows.length]).toEqual(["Tabela", 1]);
  });

  it("not where no sheet has the columns, or two have them: each says which", async () => {
    const wrong = await workbook({ Anëtarët: [["Emri"], ["Ana"]], Shënime: [["Përgatiti"]] });
    expect(await refused(wrong)).toEqual([
      "import.wrong_sheet",
      "None of the sheets “Anëtarët”, “Shënime” has the columns that are needed. “Anëtarët” comes nearest; it lacks: Vota të vlefshme / Valid votes.",
    ]);
    const twice = await workbook({ 2024: [head, ["Ana", 1]], 2025: [head, ["Ana", 2]] });
    expect(await refused(twice)).toEqual([
      "import.several_sheets",
      "Several sheets have these columns: “2024”, “2025”. Keep the one that is meant and send it again.",
    ]);
    expect((await refused(await workbook({ Tabela: [["Emri"], ["Ana"]] })))[0]).toBe("import.columns_missing");
    expect((await refused(await workbook({ Tabela: [] })))[0]).toBe("import.empty");
  });

  it("not where it unpacks to far more than a table has, whether its directory says so or lies", async () => {
    const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Emri</t></is></c></row>';
    const bomb = await workbookOf(row + " ".repeat(200 * 1024 ** 2));
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    expect((await refused(bomb))[0]).toBe("import.workbook_too_large");
    const said = Buffer.alloc(4);
    said.writeUInt32LE(200 * 1024 ** 2 + row.length, 0);
    const lie = Buffer.from(bomb);
    for (let at = lie.indexOf(said.subarray(1)); at > 0; at = lie.indexOf(said.subarray(1), at + 1))
      lie.writeUInt32LE(1_000, at - 1);
    expect((await refused(lie))[0]).toBe("import.workbook_damaged");
  });

  it("not where it has more rows than any council has acts, or is an archive of something else", async () => {
    const rows = Array.from({ length: 50_002 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`);
    expect((await refused(await workbookOf(rows.join(""))))[0]).toBe("import.too_many_rows");
    expect((await refused(await zipOf([{ name: "vendimi.txt", data: "Vendim" }])))[0]).toBe("import.workbook_damaged");
  });
});

describe("A sample file", () => {
  it.each(["sq", "en"] as const)("in CSV is read by the import that it belongs to (%s)", async (locale) => {
    const sample = sampleCsv(shape, locale);
    expect(sample).toMatch(locale === "sq" ? /^\ufeffEmri;Vota të vlefshme;/ : /^\ufeffName;Valid votes;/);
    expect(await read(sample)).toEqual([[2, { name: "Ana", votes: "12", day: "05.03.2026", open: "yes" }]]);
  });

  it.each(["sq", "en"] as const)(
    "as a workbook is read too, beside its explanations in both languages (%s)",
    async (locale) => {
      const bytes = await sampleWorkbook(shape, locale);
      expect(await rowsOf(bytes)).toEqual([[2, { name: "Ana", votes: "12", day: "2026-03-05", open: "yes" }]]);
      const [, explained] = await readWorkbook(bytes);
      const texts = explained!.rows.map(({ cells }) => cells.join(" | "));
      expect(texts[1]).toBe("Emri\nName | po / yes | Çfarë është Emri.\nWhat Name is.");
      expect(texts[5]).toContain("po / yes\njo / no");
    },
  );
});

describe("A day in a table", () => {
  it("is read as acts and programs write it; any other is answered with how it is written", () => {
    for (const day of ["05.03.2026", "5.3.2026", "2026-03-05"]) expect(v.parse(writtenDay, day)).toBe("2026-03-05");
    for (const day of ["05/03/2026", "5.3.26", "46086", "e hënë"])
      expect(v.safeParse(writtenDay, day).issues?.map(({ message }) => message)).toEqual(["import.day_malformed"]);
    expect(phrases("sq", "errors")("import.day_malformed")).toContain("05.03.2026");
    expect(v.safeParse(writtenDay, "31.02.2026").issues?.map(({ message }) => message)).toEqual(["date.impossible"]);
  });
});

import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { asCsv } from "./as-csv.ts";
import { asJson } from "./as-json.ts";
import { asXlsx, type WorkbookPlan } from "./as-xlsx.ts";
import type { Cell, CellKind, Register } from "./register.ts";
import { tableColumns } from "./register-rows.ts";
import { tableSchema } from "./table-schema.ts";

type Row = Partial<Record<CellKind, Cell>>;
const kinds: CellKind[] = ["text", "integer", "number", "money", "date", "instant", "boolean", "link"];
const register: Register<object, Row> = {
  name: "samples",
  title: { sq: "Mostra", en: "Samples" },
  description: { sq: "Një rresht.", en: "A row." },
  path: { sq: "/mostra", en: "/en/samples" },
  areas: ["acts"],
  columns: [
    ...kinds.map((kind) => ({
      name: kind,
      kind,
      label: { sq: `Fusha ${kind}`, en: `Field ${kind}` },
      value: (row: Row) => row[kind],
    })),
    {
      name: "vote",
      kind: "choice",
      label: { sq: "Vota", en: "Vote" },
      choices: [
        { value: "for", label: { sq: "Pro", en: "For" } },
        { value: "against", label: { sq: "Kundër", en: "Against" } },
      ],
      value: (row) => row.choice,
    },
  ],
  filters: () => ({}),
  total: async () => 0,
  batch: async () => [],
};
const whole: Row = {
  text: "Çështje, “thonjëza” dhe\nrresht i ri; ëË",
  integer: 12,
  number: 66.7,
  money: -1_250_000,
  date: "2026-03-05",
  instant: "2026-07-05T22:30:00Z",
  boolean: false,
  link: "http://lisi.localhost/aktet/vendim-1-2026",
  choice: "against",
};
const columns = tableColumns(register);
const telling = { locale: "sq", origin: "http://lisi.localhost" } as const;
async function* once(rows: Row[]) {
  yield rows;
}
const plan: WorkbookPlan = {
  sheets: { rows: "Të dhënat", about: "Rreth tyre" },
  columns: columns.map(({ name, kind, label }) => ({ name, kind, label: label.sq, choices: null })),
  about: [["Regjistri", "Mostra"]],
  telling: { column: "Kolona", meaning: "Kuptimi", values: "Vlerat" },
};
const csvOf = async (...rows: Row[]) => {
  const parts = await Array.fromAsync(asCsv(columns, telling, once(rows)));
  return parse<Record<string, string>>(parts.join(""), { bom: true, columns: true });
};
const sheetOf = async (...rows: Row[]) => readSheet(Buffer.from(await asXlsx(plan, columns, telling, once(rows))), 1);

describe("A row in CSV", () => {
  it("has real dates and numbers, and text as it is written", async () => {
    expect(await csvOf(whole)).toEqual([
      {
        text: whole.text,
        integer: "12",
        number: "66.7",
        money: "-1250000",
        date: "2026-03-05",
        instant: "2026-07-05T22:30:00Z",
        boolean: "false",
        link: whole.link,
        vote: "against",
        vote_label: "Kundër",
      },
    ]);
  });

  it.each(["=1+1", "+355", "-x", "@sum", "\t=1", "＝1"])("runs nothing in a spreadsheet: %j", async (text) => {
    expect((await csvOf({ text }))[0]!.text).toBe(`'${text}`);
  });

  it("without anything is empty, and nothing is not zero", async () => {
    expect(new Set(Object.values((await csvOf({}, { integer: 0 }))[0]!))).toEqual(new Set([""]));
    expect((await csvOf({ integer: 0 }))[0]!.integer).toBe("0");
  });
});

describe("A row in a workbook", () => {
  it("has cells that a spreadsheet counts and sorts, and times as the clock in Tirana showed them", async () => {
    const [, cells] = await sheetOf(whole);
    // The hour is a fraction of a day, which readers of files do not all round.
    const toSecond = (cell: unknown) =>
      cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell;
    expect(cells!.map(toSecond)).toEqual([
      whole.text,
      12,
      66.7,
      -1_250_000,
      new Date("2026-03-05T00:00:00Z"),
      new Date("2026-07-06T00:30:00Z"),
      false,
      whole.link,
      "against",
      "Kundër",
    ]);
  });

  it.each([
    ["a formula", "=1+1", "=1+1"],
    ["a name that programs use", "constructor", "constructor"],
    ["control characters", "a\u0000\u0008\u000bb", "ab"],
    ["half a letter", "a\ud800b", "ab"],
    ["markup", "<b>&amp;</b>", "<b>&amp;</b>"],
  ])("takes %s for the text that it is", async (_, text, shown) => {
    const [, cells] = await sheetOf({ text });
    expect(String(cells![0]).trim()).toBe(shown);
  });

  it("cuts a text that no cell can hold, and says so by three dots", async () => {
    const [, cells] = await sheetOf({ text: "ë".repeat(40_000) });
    expect(String(cells![0])).toHaveLength(32_767);
    expect(String(cells![0])).toMatch(/…$/);
  });

  it("that cannot be made is a failure, not an empty file", async () => {
    await expect(sheetOf({ date: "nesër" })).rejects.toThrow();
  });
});

it("JSON has each row by the names of its columns", async () => {
  const parts = await Array.fromAsync(asJson({ total: 2 }, register, telling, once([whole, {}])));
  const { items } = JSON.parse(parts.join(""));
  expect(items[0]).toMatchObject({ money: -1_250_000, boolean: false, date: "2026-03-05", vote: "against" });
  expect(items[1].money).toBeNull();
});

it("the schema has a type for every kind of cell", () => {
  const { fields } = tableSchema(register, "en") as { fields: { name: string; type: string }[] };
  expect(Object.fromEntries(fields.map(({ name, type }) => [name, type]))).toEqual({
    text: "string",
    integer: "integer",
    number: "number",
    money: "integer",
    date: "date",
    instant: "datetime",
    boolean: "boolean",
    link: "string",
    vote: "string",
    vote_label: "string",
  });
});

import { stringify } from "csv-stringify/sync";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import type { TenantTx } from "../db/tenant-db.ts";
import { phrases } from "../http/phrases.ts";
import type { Locale } from "../locale.shared.ts";
import { face, growingRows, rowHeight } from "../workbook.ts";
import type { ImportColumn } from "./column.ts";
import type { AnyImport } from "./import.ts";
import type { TableShape } from "./read-table.ts";

/** Excel asks for semicolons where the comma is in the numbers, as in Albania; the mark tells it that this is UTF-8. */
const ofExcel = { delimiter: ";", bom: true, record_delimiter: "windows" } as const;

/** A header and one row as it could be, made from the columns that the import reads. */
export const sampleCsv = ({ columns }: TableShape, locale: Locale): string =>
  stringify([columns.map(({ label }) => label[locale]), columns.map(({ example = "" }) => example)], ofExcel);

/** A table whose sample speaks of what this council has, such as its own term. */
export async function sampleFor(tx: TenantTx, it: AnyImport): Promise<TableShape> {
  const own = (await it.examples?.(tx)) ?? {};
  return { ...it, columns: it.columns.map((column) => ({ ...column, example: own[column.name] ?? column.example })) };
}

const heading = (value: string) => ({
  value,
  type: String,
  fontWeight: "bold" as const,
  backgroundColor: "#ECEAE2",
  alignVertical: "top" as const,
  wrap: true,
});
const wrapped = (value: string) => ({ value, type: String, wrap: true, alignVertical: "top" as const });
/** Of the sheet that explains the columns. */
const explainedWidths = [30, 14, 80, 44];

/** `05.03.2026` */
const isoOf = (day: string) => day.split(".").toReversed().join("-");

function example({ kind, example: text = "" }: ImportColumn) {
  if (text === "") return null;
  if (kind === "day") return { value: new Date(`${isoOf(text)}T00:00:00Z`), type: Date, format: "dd.mm.yyyy" };
  if (kind === "number") return { value: Number(text), type: Number, format: "0" };
  return { value: text, type: String };
}

/** What may stand in a column: each value by both of its names. */
const valuesOf = ({ choices = [] }: ImportColumn) =>
  choices.map(({ label: { sq, en } }) => (sq === en ? sq : `${sq} / ${en}`)).join("\n");

/** The same as a workbook; a second sheet says of each column in both languages what is to be written there. */
export async function sampleWorkbook({ columns }: TableShape, locale: Locale): Promise<Buffer> {
  const t = phrases(locale, "imports");
  const rows: SheetData = [columns.map(({ label }) => heading(label[locale])), columns.map(example)];
  const explained: SheetData = [
    ["sample.column", "sample.must", "sample.meaning", "sample.values"].map((key) =>
      heading(`${phrases("sq", "imports")(key as "sample.must")} / ${phrases("en", "imports")(key as "sample.must")}`),
    ),
    ...columns.map((column) => {
      const texts = [
        `${column.label.sq}\n${column.label.en}`,
        column.required ? "po / yes" : "",
        `${column.meaning.sq}\n${column.meaning.en}`,
        valuesOf(column),
      ];
      const height = rowHeight(texts, explainedWidths);
      return texts.map((text) => ({ ...wrapped(text), height }));
    }),
  ];
  const width = (column: ImportColumn) =>
    Math.min(Math.max(column.label[locale].length, column.example?.length ?? 0) + 3, 48);
  const sheets = [
    {
      data: rows,
      sheet: t("sample.sheet"),
      stickyRowsCount: 1,
      columns: columns.map((one) => ({ width: width(one) })),
    },
    {
      data: explained,
      sheet: t("sample.explained"),
      stickyRowsCount: 1,
      columns: explainedWidths.map((each) => ({ width: each })),
    },
  ];
  return writeExcelFile(sheets, { ...face, features: [growingRows] }).toBuffer();
}

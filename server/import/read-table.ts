import { headed, headerOf, type ImportColumn, valueIn } from "./column.ts";
import { type Grid, type GridFault, type GridRow, mostRows } from "./grid.ts";
import {
  cellWithoutValue,
  columnsMissing,
  columnsUnknown,
  columnTwice,
  importEmpty,
  importMalformed,
  importTooLarge,
  importWithoutRows,
  severalSheets,
  tooManyRows,
  wrongSheet,
} from "./import.errors.ts";
import { readCsv } from "./read-csv.ts";
import { mostMegabytes, type Reading } from "./read-text.ts";
import { readWorkbook } from "./read-workbook.ts";

/** A row with its place in the file; an empty cell is no cell. */
export interface TableRow {
  line: number;
  cells: Readonly<Record<string, string>>;
  /** Of columns that have no fixed name, by header as it stands there. */
  others: Readonly<Record<string, string>>;
}

export interface Table {
  /** Of a workbook, the sheet that was read. */
  sheet: string | null;
  /** Of CSV, how its letters were read. */
  reading: Reading | null;
  /** Headers without a fixed name, as they stand there, and the line of the header. */
  others: readonly string[];
  headLine: number;
  rows: TableRow[];
}

/** What an import says of the tables that it reads. */
export interface TableShape {
  columns: readonly ImportColumn[];
  /** Columns that may be there and mean nothing, such as those that an export computes. */
  ignored?: readonly string[];
  /** Headers that are not known are columns too, as one for each member. */
  takesOthers?: boolean;
}

const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function headersOf({ columns, ignored = [] }: TableShape) {
  const names = new Map(
    columns.flatMap(({ name, label, also = [] }) =>
      [name, label.sq, label.en, ...also].map((one) => [headed(one), name]),
    ),
  );
  const left = new Set(ignored.map(headed));
  return {
    isIgnored: (header: string) => left.has(headed(header)),
    nameOf: (header: string) => names.get(headed(header)),
    isKnown: (header: string) => names.has(headed(header)) || left.has(headed(header)),
  };
}
type Headers = ReturnType<typeof headersOf>;

const missingIn = (head: GridRow | undefined, { columns }: TableShape, { nameOf }: Headers): string[] => {
  const present = head?.cells.map(nameOf) ?? [];
  return columns.filter(({ name, required }) => required && !present.includes(name)).map(headerOf);
};

/** @throws `import.cell_without_value` of the first that would be lost unseen */
function refuseFaults({ faults }: Grid, isRead: (fault: GridFault) => boolean): void {
  const lost = faults.find(isRead);
  if (lost) throw cellWithoutValue(lost.cell);
}

/**
 * The sheet that has the columns. Explanations, notes and empty sheets may stand beside it; two that both have the columns
 * are refused, since nobody could tell which is meant.
 * @throws `import.empty`, `import.cell_without_value` of a header, `import.several_sheets`, `import.columns_missing` of the only sheet, `import.wrong_sheet`
 */
function chooseSheet(sheets: readonly Grid[], shape: TableShape, headers: Headers): Grid {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw importEmpty();
  const lacks = filled.map((grid) => ({ grid, missing: missingIn(grid.rows[0], shape, headers) }));
  const fitting = lacks.filter(({ missing }) => missing.length === 0).map(({ grid }) => grid);
  if (fitting.length > 1) throw severalSheets(fitting.map(({ sheet }) => sheet!));
  if (fitting[0]) return fitting[0];
  const [nearest] = lacks.toSorted((one, other) => one.missing.length - other.missing.length);
  // Its column may be one of those that are missing.
  refuseFaults(nearest!.grid, ({ line }) => line === nearest!.grid.rows[0]!.line);
  if (filled.length === 1) throw columnsMissing(nearest!.missing);
  throw wrongSheet(
    filled.map(({ sheet }) => sheet!),
    nearest!.grid.sheet!,
    nearest!.missing,
  );
}

/**
 * Reads a table with a header of known columns, in any order, from CSV or from a workbook. Rows that lack cells have fewer;
 * one with more cells than the header is malformed, since its cells stand under wrong columns.
 * @throws as `readCsv` and `readWorkbook`; `import.cell_without_value` of a cell that is read, `import.columns_missing`, `import.columns_unknown`, `import.column_twice`,
 *   `import.without_rows`, `import.too_many_rows`, `import.wrong_sheet`, `import.several_sheets`
 */
export async function readTable(bytes: Uint8Array, shape: TableShape): Promise<Table> {
  if (bytes.length > mostMegabytes * 1_000_000) throw importTooLarge(mostMegabytes);
  const headers = headersOf(shape);
  const grid = isWorkbook(bytes)
    ? chooseSheet(await readWorkbook(bytes), shape, headers)
    : readCsv(bytes, headers.isKnown);
  return tableOf(grid, shape, headers);
}

function tableOf(grid: Grid, shape: TableShape, headers: Headers): Table {
  const {
    sheet,
    reading,
    rows: [head, ...rows],
  } = grid;
  const { columns, takesOthers } = shape;
  const { isKnown, isIgnored, nameOf } = headers;
  const missing = missingIn(head, shape, headers);
  if (missing.length > 0) throw columnsMissing(missing);
  const titles = head!.cells;
  const isRead = (column: number) => column < titles.length && !isIgnored(titles[column]!);
  refuseFaults(grid, ({ line, column }) => line === head!.line || (line > head!.line && isRead(column)));
  const unknown = titles.filter((header) => !isKnown(header));
  if (unknown.length > 0 && (!takesOthers || unknown.includes("")))
    throw columnsUnknown(
      unknown.map((header) => header || "—"),
      columns.map(headerOf),
    );
  const present = titles.map((header) => (isIgnored(header) ? undefined : nameOf(header)));
  const twice = present.find((name, at) => name && present.indexOf(name) !== at);
  if (twice) throw columnTwice(headerOf(columns.find(({ name }) => name === twice)!));
  const other = unknown.find((header, at) => unknown.indexOf(header) !== at);
  if (other) throw columnTwice(other);
  if (rows.length === 0) throw importWithoutRows();
  if (rows.length > mostRows) throw tooManyRows(mostRows);

  const byName = new Map(columns.map((column) => [column.name, column]));
  return {
    sheet,
    reading,
    others: unknown,
    headLine: head!.line,
    rows: rows.map(({ line, cells }) => {
      if (cells.length > titles.length) throw importMalformed(line);
      const named: [string, string][] = [];
      const others: [string, string][] = [];
      for (const [at, cell] of cells.entries()) {
        const name = present[at];
        if (cell === "") continue;
        if (name) named.push([name, valueIn(byName.get(name)!, cell)]);
        else if (!isKnown(titles[at]!)) others.push([titles[at]!, cell]);
      }
      return { line, cells: Object.fromEntries(named), others: Object.fromEntries(others) };
    }),
  };
}

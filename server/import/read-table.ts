import { CsvError, parse } from "csv-parse/sync";
import { fold } from "../fold.shared.ts";
import {
  columnsMissing,
  columnsUnknown,
  columnTwice,
  importMalformed,
  importWithoutRows,
  tooManyRows,
} from "./import.errors.ts";
import { textOf } from "./read-text.ts";

/** A column that an import knows, by its own name or by what people call it in either language. */
export interface ImportColumn {
  /** `snake_case`, the same as in the register's table. */
  name: string;
  required?: boolean;
  /** Other headers that mean it: `Vota`, `Votes`. */
  also?: readonly string[];
}

/** A row with the line of the file in which it ends; an empty cell is no cell. */
export interface TableRow {
  line: number;
  cells: Readonly<Record<string, string>>;
}

const mostRows = 50_000;
const delimiters = [",", ";", "\t"] as const;
const headed = (header: string) => fold(header).replaceAll(" ", "_");

interface Record_ {
  record: string[];
  info: { lines: number };
}

function records(text: string, delimiter: string, toLine?: number): Record_[] {
  try {
    const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    return parse(text, { ...options, ...(toLine && { to: toLine }) }) as unknown as Record_[];
  } catch (error) {
    if (error instanceof CsvError) throw importMalformed(Number((error as { lines?: number }).lines ?? 1));
    throw error;
  }
}

/** Excel writes the delimiter of its country: the one by which most headers are known is meant. */
function delimiterOf(text: string, isKnown: (header: string) => boolean): string {
  const [first = ""] = text.trimStart().split(/\r?\n/, 1);
  const recognised = (delimiter: string) =>
    first.split(delimiter).filter((one) => isKnown(one.replace(/^["\s]+|["\s]+$/g, ""))).length;
  return delimiters.toSorted((one, other) => recognised(other) - recognised(one))[0]!;
}

/**
 * Reads a table with a header of known columns, in any order. Rows that lack cells have fewer; one with more cells than
 * the header is malformed, since its cells stand under wrong columns.
 * @param ignored columns that may be there, such as those that an export computes
 * @throws as `textOf`; `import.malformed`, `import.columns_missing`, `import.columns_unknown`, `import.column_twice`,
 *   `import.without_rows`, `import.too_many_rows`
 */
export function readTable(
  bytes: Uint8Array,
  columns: readonly ImportColumn[],
  ignored: readonly string[] = [],
): TableRow[] {
  const text = textOf(bytes);
  const names = new Map(columns.flatMap(({ name, also = [] }) => [name, ...also].map((one) => [headed(one), name])));
  const isIgnored = (header: string) => ignored.some((one) => headed(one) === headed(header));
  const delimiter = delimiterOf(text, (header) => names.has(headed(header)) || isIgnored(header));
  const [head, ...rows] = records(text, delimiter);
  const headers = head?.record ?? [];

  const unknown = headers.filter((header) => !names.has(headed(header)) && !isIgnored(header));
  const present = headers.map((header) => (isIgnored(header) ? null : names.get(headed(header))));
  const missing = columns.filter(({ name, required }) => required && !present.includes(name)).map(({ name }) => name);
  if (missing.length > 0) throw columnsMissing(missing);
  if (unknown.length > 0)
    throw columnsUnknown(
      unknown,
      columns.map(({ name }) => name),
    );
  const twice = present.find((name, at) => name && present.indexOf(name) !== at);
  if (twice) throw columnTwice(twice);
  if (rows.length === 0) throw importWithoutRows();
  if (rows.length > mostRows) throw tooManyRows(mostRows);

  return rows.map(({ record, info }) => {
    if (record.length > headers.length) throw importMalformed(info.lines);
    const cells = present.flatMap((name, at) => (name && record[at] ? [[name, record[at]] as const] : []));
    return { line: info.lines, cells: Object.fromEntries(cells) };
  });
}

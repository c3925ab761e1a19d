import { CsvError, parse } from "csv-parse/sync";
import { type Grid, mostRows } from "./grid.ts";
import { importMalformed } from "./import.errors.ts";
import { textOf } from "./read-text.ts";

const delimiters = [",", ";", "\t"] as const;

interface Record_ {
  record: string[];
  info: { lines: number };
}

function records(text: string, delimiter: string): Record_[] {
  try {
    const options = {
      ...{ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true },
      // The header, and one row more than there may be: millions of rows would fill the server's memory.
      to: mostRows + 2,
    };
    return parse(text, options) as unknown as Record_[];
  } catch (error) {
    if (error instanceof CsvError) throw importMalformed(Number((error as { lines?: number }).lines ?? 1));
    throw error;
  }
}

/** Excel writes the delimiter of its country: the one by which most headers are known is meant. */
function delimiterOf(text: string, isKnown: (header: string) => boolean): string {
  const [first = ""] = text.trimStart().split(/\r?\n/, 1);
  const recognised = (delimiter: string) =>
    first.split(delimiter).filter((one) => isKnown(one.replace(/^[\ufeff"\s]+|["\s]+$/g, ""))).length;
  return delimiters.toSorted((one, other) => recognised(other) - recognised(one))[0]!;
}

/** @throws as `textOf`; `import.malformed` */
export function readCsv(bytes: Uint8Array, isKnown: (header: string) => boolean): Grid {
  const { text, reading } = textOf(bytes);
  const rows = records(text, delimiterOf(text, isKnown));
  return {
    sheet: null,
    reading,
    rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
    faults: [],
  };
}

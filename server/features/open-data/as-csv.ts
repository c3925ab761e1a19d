import { stringify } from "csv-stringify/sync";
import type { Telling } from "./register.ts";
import { cellsOf, type TableColumn } from "./register-rows.ts";

// Spreadsheets take UTF-8 for what it is only by its mark, and run what looks like a formula.
const options = {
  escape_formulas: true,
  record_delimiter: "windows",
  cast: { boolean: (value: boolean) => String(value) },
} as const;

/** A register as CSV (RFC 4180): days `YYYY-MM-DD`, instants ISO 8601, numbers without separators, `true` and `false`. */
export async function* asCsv(columns: readonly TableColumn[], telling: Telling, batches: AsyncIterable<unknown[]>) {
  yield stringify([columns.map(({ name }) => name)], { ...options, bom: true });
  for await (const rows of batches)
    yield stringify(
      rows.map((row) => cellsOf(columns, row, telling)),
      options,
    );
}

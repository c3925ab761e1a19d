import type { Reading } from "./read-text.ts";

/** The cells of a row as text, and where it stands in the file, counted from 1. */
export interface GridRow {
  line: number;
  cells: readonly string[];
}

/** A cell that came to an error, or whose formula nobody has computed: it reads as empty. */
export interface GridFault {
  line: number;
  /** Counted from 0. */
  column: number;
  /** As a spreadsheet program calls it, `N2`. */
  cell: string;
}

/** A table before anybody knows what its columns mean. */
export interface Grid {
  /** Of a workbook, the sheet's name. */
  sheet: string | null;
  /** Of CSV, how its letters were read. */
  reading: Reading | null;
  rows: readonly GridRow[];
  /** Of a workbook, in the order of its lines. */
  faults: readonly GridFault[];
}

/** More rows than any council has acts in decades. */
export const mostRows = 50_000;

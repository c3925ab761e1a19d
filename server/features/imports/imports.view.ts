import type { AnyImport, ImportReport, RowProblem } from "../../import/import.ts";
import type { Reading } from "../../import/read-text.ts";
import { sentenceOf } from "../../import/sentence.ts";
import type { Locale } from "../../locale.shared.ts";

/** Sentences of a report that a page shows. */
const mostShown = 200;

/** What is said of a row; `anchor` is where it stands on the page. */
export interface RowSentence {
  line: number;
  column: string | null;
  sentence: string;
  anchor: string;
}
export interface RowSentences {
  shown: RowSentence[];
  /** How many there are in all. */
  total: number;
}

/** By noun of the council, `{ noun: "acts", count: 12 }`. */
export interface Made {
  noun: string;
  count: number;
}
export const madeOf = (made: ImportReport["made"]): Made[] =>
  Object.entries(made).map(([noun, count]) => ({ noun, count }));

export function sentencesOf(told: readonly RowProblem[], it: AnyImport, locale: Locale, kind: string): RowSentences {
  const shown = told.slice(0, mostShown).map((problem, at) => ({
    line: problem.line,
    column: it.columns.find(({ name }) => name === problem.column)?.label[locale] ?? problem.column,
    sentence: sentenceOf(problem, it, locale),
    anchor: `${kind}-${at + 1}`,
  }));
  return { shown, total: told.length };
}

export interface KindView {
  name: string;
  title: string;
  takesFiles: boolean;
  samples: { csv: string; xlsx: string };
  columns: { label: string; isRequired: boolean; meaning: string; values: string }[];
}

export interface PastImport {
  href: string;
  fileName: string;
  kind: string;
  rows: number;
  at: string;
  by: string;
  isUndone: boolean;
}

/** A table that was looked through and is not brought in yet. */
export interface WaitingTable {
  href: string;
  fileName: string;
  kind: string;
  at: string;
  by: string;
}

export interface ImportsPageData {
  kinds: KindView[];
  waiting: WaitingTable[];
  past: PastImport[];
  mayPublish: boolean;
  /** One person sends a table, another brings it in. */
  needsApproval: boolean;
}

export interface CheckPageData {
  fileName: string;
  archiveName: string | null;
  kind: string;
  rows: number;
  /** `null` of a workbook, which has no encoding to tell. */
  reading: Reading | null;
  made: Made[];
  problems: RowSentences;
  notes: RowSentences;
  publish: boolean;
  replace: boolean;
  /** Whoever looks may not bring it in: it is their own, or they may not publish. */
  waitsForAnother: boolean;
  confirm: string;
  discard: string;
}

export interface ImportPageData {
  fileName: string;
  kind: string;
  rows: number;
  made: Made[];
  at: string;
  by: string;
  isPublished: boolean;
  /** `null` once it was taken back, and for whoever may not. */
  undo: string | null;
  undone: { at: string; by: string; deleted: number; withdrawn: number; left: RowSentences } | null;
}

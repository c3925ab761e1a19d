/** A stretch of text in one style. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

export interface TableColumn {
  title: string;
  /** Share of the width; amounts stand at the right and are summed when `total` is set. */
  width: number;
  align?: "left" | "right";
}

/** What a paper consists of, from top to bottom. */
export type Block =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "list"; ordered: boolean; items: Run[][] }
  | { kind: "table"; caption?: string; columns: TableColumn[]; rows: string[][]; total?: string[] }
  /** A blank of a form: a label above a line, or above a box of so many lines. */
  | { kind: "blank"; label: string; hint?: string; lines?: number }
  /** Boxes to tick. */
  | { kind: "ticks"; label: string; options: string[] };

export interface Signature {
  role: string;
  name: string;
}

/**
 * A paper of a council. `act`, `minutes` and `form` are set as official papers, `report` and `leaflet` to be read by
 * residents.
 * Lines stand under the title of an act (the vote, its announcement).
 */
export interface Paper {
  layout: "act" | "minutes" | "report" | "form" | "leaflet";
  language: "sq" | "en";
  /** REPUBLIKA E SHQIPËRISË / BASHKIA … / KËSHILLI BASHKIAK */
  letterhead: readonly string[];
  /** VENDIM, RREGULLORE, FORMULAR … */
  genre?: string;
  /** “Nr. 12, datë 27.02.2026” */
  number?: string;
  title: string;
  /** What a file of it is called, where its title alone does not say. */
  name?: string;
  summary?: string;
  blocks: readonly Block[];
  signatures?: readonly Signature[];
  /** Stands at the foot of every page. */
  footer: string;
  /** `#rrggbb`; the council's colour. */
  brand: string;
  /** `YYYY-MM-DD`: the paper's own date. The same paper gives the same bytes. */
  date: string;
}

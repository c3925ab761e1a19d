import type { UnreadableReason } from "./document-texts.shared.ts";

/** How the reading of a file went. */
export interface DocumentReadingsTable {
  sha256: string;
  read_at: Date;
  reason: UnreadableReason | null;
  pages: number | null;
  is_whole: boolean;
  /** Pages without a text, the first is 1. */
  pictures: number[];
  /** How many pages were read out of pictures. */
  recognised: number;
  /** Whether there was anything to read pictures with; where not, it is tried again once there is. */
  had_recogniser: boolean;
}

/** The text of one page; a file without pages is one. */
export interface DocumentTextsTable {
  sha256: string;
  /** From 1. */
  page: number;
  text: string;
  /** A guess by its words; `null` when they do not tell. */
  language: "sq" | "en" | null;
  /** Read by a machine out of a picture, with its mistakes. */
  is_machine_read: boolean;
}

export interface DocumentTextTables {
  document_readings: DocumentReadingsTable;
  document_texts: DocumentTextsTable;
}

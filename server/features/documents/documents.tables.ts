import type { GeneratedAlways } from "kysely";
import type { Generated, Json } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";

export interface FilesTable {
  sha256: string;
  size: number;
  crc32: number;
  media_type: string;
  extension: string;
  stored_at: Generated<Date>;
  /** When it was last found in the storage, or missed there. */
  checked_at: Generated<Date | null>;
  /** Since which night nothing needs it. */
  unneeded_since: Generated<Date | null>;
  /** What a scanner found in it after it had been taken in: nobody is given it. */
  virus: Generated<string | null>;
}

export interface DocumentsTable {
  id: Generated<string>;
  title: Json<LocalizedText>;
  /** Both languages of the title; the database keeps it. */
  folded_title: GeneratedAlways<string>;
  language: Generated<"sq" | "en" | "mul">;
  /** From when the public may have it; `null` is never (draft or withdrawn). */
  public_from: Date | null;
  created_at: Generated<Date>;
  /** What was made from the file and nobody has confirmed: shown as a guess. */
  guessed: Generated<("title" | "language")[]>;
}

export interface DocumentVersionsTable {
  document_id: string;
  version: number;
  /** An internal original may stand beside the public, redacted file of the same version. */
  visibility: "public" | "internal";
  sha256: string;
  file_name: string;
  folded_name: GeneratedAlways<string>;
  uploaded_at: Generated<Date>;
}

export interface DocumentTables {
  files: FilesTable;
  documents: DocumentsTable;
  document_versions: DocumentVersionsTable;
}

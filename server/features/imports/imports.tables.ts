import type { Generated, Json, JsonOrNull } from "../../db/columns.ts";
import type { ImportReport } from "../../import/import.ts";

/** A table that was brought in. */
export interface ImportsTable {
  id: Generated<string>;
  kind: string;
  file_name: string;
  /** Of the table. */
  sha256: string;
  rows: number;
  /** By noun of the council: `{ acts: 120 }`. */
  made: Json<Record<string, number>>;
  /** The public saw it at once. */
  is_published: boolean;
  /** The actor, as the audit has it. */
  by: Json<{ kind: string; name: string }>;
  at: Date;
  /** The last entry of the audit that the import wrote: what comes later was somebody else. */
  last_change: number;
  undone_at: Date | null;
  undone_by: JsonOrNull<{ kind: string; name: string }>;
}

/** Something that an import made or changed. */
export interface ImportTracesTable {
  import_id: string;
  position: number;
  /** In the table. */
  line: number;
  /** As in the audit: `act`, `meeting`. */
  entity: string;
  entity_id: string;
  change: "made" | "changed";
  /** What became of it when the import was taken back. */
  undone: "deleted" | "withdrawn" | "left" | null;
  /** The code of the sentence why it was left. */
  left_because: string | null;
}

/** A table that was looked through and waits for somebody to say that it comes in. */
export interface ImportChecksTable {
  id: Generated<string>;
  kind: string;
  file_name: string;
  content: Buffer;
  /** The ZIP of its files; it lies among the council's files until then. */
  archive_name: string | null;
  archive_sha256: string | null;
  publish: boolean;
  replace: boolean;
  report: Json<ImportReport>;
  by: Json<{ kind: string; name: string; id?: string }>;
  at: Date;
}

export interface ImportTables {
  import_checks: ImportChecksTable;
  imports: ImportsTable;
  import_traces: ImportTracesTable;
}

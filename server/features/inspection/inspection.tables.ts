import type { Json } from "../../db/columns.ts";
import type { TextCheck } from "./inspection.shared.ts";

/** What a virus scanner said: `not_configured` and `too_large` are files that none has looked into, `found` is told of one that was taken in before. */
export type VirusCheck = "clean" | "not_configured" | "too_large" | "found";

/** What was found in a stored file, by its content. */
export interface FileChecksTable {
  sha256: string;
  virus: VirusCheck;
  text: Json<TextCheck>;
  checked_at: Date;
}

export interface InspectionTables {
  file_checks: FileChecksTable;
}

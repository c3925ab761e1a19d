import type { Kysely } from "kysely";
import { type Noted, noteForSearch, noteNoLonger } from "./lib/noted-for-search.ts";

/** What was read in a file, or is kept no longer, changes what is found of its documents. */
const readings: readonly Noted[] = [
  { table: "document_readings", name: "texts", kind: "file", column: "sha256", events: ["insert", "delete"] },
];

export const up = (db: Kysely<unknown>) => noteForSearch(db, readings);
export const down = (db: Kysely<unknown>) => noteNoLonger(db, readings);

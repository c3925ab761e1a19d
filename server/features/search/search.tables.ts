import type { GeneratedAlways } from "kysely";
import type { Day, Generated } from "../../db/columns.ts";
import type { Locale } from "../../locale.shared.ts";

/** A subject whose texts may have changed, noted by the database itself: `act:3f1c…`. */
export interface SearchChangesTable {
  id: GeneratedAlways<number>;
  subject: string;
}

/** A reindex that has begun and not ended: where it goes on. */
export interface SearchRunsTable {
  began_at: Date;
  kind: string;
  /** The last id that was indexed. */
  after: string;
}

/** What was searched for and not found on a day, without anything about who did. */
export interface SearchMissesTable {
  day: Day;
  site: Locale;
  /** Of its words. */
  hash: string;
  /** `null` until it was asked often enough to name nobody. */
  words: string | null;
  count: Generated<number>;
}

export interface SearchTables {
  search_changes: SearchChangesTable;
  search_runs: SearchRunsTable;
  search_misses: SearchMissesTable;
}

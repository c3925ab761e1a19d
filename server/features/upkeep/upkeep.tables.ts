import type { Day, Generated, Json, JsonOrNull } from "../../db/columns.ts";
import type { Actor } from "../../http/scope.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import type { LinkFailure } from "./link-verdict.ts";
import type { DefectKind } from "./upkeep.shared.ts";

/** What may be known of a defect beyond its kind. */
export interface DefectDetail {
  /** Why a link fails, and with which HTTP status. */
  reason?: LinkFailure;
  status?: number;
  /** What a scanner called that which it found in a file. */
  virus?: string;
  /** Bytes that a file should have, and those that it has. */
  expected?: number;
  found?: number;
}

/** Something on the public site that is broken, for as long as it is and afterwards. */
export interface DefectsTable {
  id: Generated<string>;
  kind: DefectKind;
  /** What has it, as in the audit: `publication`, `meeting`. */
  entity: string;
  entity_id: string;
  /** Where in it: `body.sq`, `photo`, `documents`. */
  field: string;
  /** The address that fails; empty where the defect has none. */
  address: string;
  title: Json<LocalizedText>;
  public_url: Json<InBoth>;
  detail: Json<DefectDetail>;
  first_seen_at: Date;
  last_seen_at: Date;
  resolved_at: Generated<Date | null>;
  ignored_at: Generated<Date | null>;
  ignored_by: JsonOrNull<Actor>;
  ignored_reason: Generated<string | null>;
}

/** The last that is known of an address elsewhere. */
export interface LinkChecksTable {
  address: string;
  checked_at: Date;
  /** In how many nights, one after the other, it failed. */
  failed_nights: number;
  failed_on: Day | null;
  reason: LinkFailure | null;
  status: number | null;
}

/** What was done about stored files. */
export interface FileCare {
  /** Objects that belonged to nothing and are gone, and their bytes. */
  removed: number;
  bytes: number;
  /** Files that nothing needs, and that are kept for a while yet. */
  waiting: number;
  /** Files that were looked into for viruses once more, those with one, and those that no scanner has seen yet. */
  inspected: number;
  infected: number;
  uninspected: number;
}

/** What the last look through a council's content came upon. */
export interface UpkeepCounts {
  care?: FileCare;
  things?: number;
  files?: number;
  /** Files whose turn has not come this time. */
  filesLeft?: number;
  links?: number;
  /** Public things that are not in English, by entity. */
  withoutEnglish?: Record<string, number>;
}

export interface UpkeepRunsTable {
  started_at: Date | null;
  finished_at: Date | null;
  /** When somebody last asked for it. */
  asked_at: Date | null;
  counts: Json<UpkeepCounts>;
}

export interface UpkeepTables {
  defects: DefectsTable;
  link_checks: LinkChecksTable;
  upkeep_runs: UpkeepRunsTable;
}

import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { ElectionKind } from "./elections.shared.ts";

/** Counts are `null` where they are not known. */
export interface ElectionsTable {
  id: Generated<string>;
  slug: string;
  kind: ElectionKind;
  held_on: Day;
  term_id: string | null;
  seats: number;
  electorate: number | null;
  voters: number | null;
  valid_ballots: number | null;
  invalid_ballots: number | null;
  source: JsonOrNull<LocalizedText>;
  source_url: string | null;
  note: JsonOrNull<LocalizedText>;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface ElectionListsTable {
  election_id: string;
  position: number;
  name: Json<LocalizedText>;
  short_name: string;
  party_id: string | null;
  votes: number;
  seats: number;
}

export interface ElectionTables {
  elections: ElectionsTable;
  election_lists: ElectionListsTable;
}

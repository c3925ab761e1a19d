import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { Rendition } from "../albums/albums.tables.ts";
import type { PersonContacts } from "./people.schema.ts";

export interface PeopleTable {
  id: Generated<string>;
  slug: string;
  /** As it is written, given name first. */
  name: string;
  /** By which lists are ordered where the council sets no order. */
  family_name: string;
  gender: "female" | "male" | "other" | null;
  occupation: JsonOrNull<LocalizedText>;
  /** Sanitised HTML in each language. */
  cv: JsonOrNull<LocalizedText>;
  contacts: Json<PersonContacts>;
  photo_alternative: JsonOrNull<LocalizedText>;
  photo_width: number | null;
  photo_height: number | null;
  photo_sha256: string | null;
  photo_renditions: Json<Rendition[]>;
  folded_text: string;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** To which party somebody belonged when; `party_id: null` says that it was none. */
export interface AffiliationsTable {
  id: Generated<string>;
  person_id: string;
  party_id: string | null;
  begins_on: Day;
  ends_on: Day | null;
}

/** A seat that somebody holds elsewhere on behalf of the council. */
export interface RepresentationsTable {
  id: Generated<string>;
  person_id: string;
  organisation: Json<LocalizedText>;
  role: JsonOrNull<LocalizedText>;
  basis: JsonOrNull<LocalizedText>;
  begins_on: Day;
  ends_on: Day | null;
}

export interface PartiesTable {
  id: Generated<string>;
  slug: string;
  /** `#rrggbb`, for charts; a chart never tells by colour alone. */
  colour: string | null;
  ended_on: Day | null;
  /** The party into which it merged. */
  successor_id: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** What a party was called from a day on; its first name has none. */
export interface PartyNamesTable {
  id: Generated<string>;
  party_id: string;
  valid_from: Day | null;
  name: Json<LocalizedText>;
  short_name: string;
}

export interface PeopleTables {
  people: PeopleTable;
  affiliations: AffiliationsTable;
  representations: RepresentationsTable;
  parties: PartiesTable;
  party_names: PartyNamesTable;
}

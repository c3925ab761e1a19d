import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { PersonContacts } from "../people/people.schema.ts";
import type { BodyKind, EndReason, Role } from "./bodies.shared.ts";

export interface BodiesTable {
  id: Generated<string>;
  slug: string;
  kind: BodyKind;
  name: Json<LocalizedText>;
  /** Sanitised HTML. */
  functions: JsonOrNull<LocalizedText>;
  /** Sanitised HTML. */
  duties: JsonOrNull<LocalizedText>;
  founding_act: JsonOrNull<LocalizedText>;
  /** The administrative unit to which a village or neighbourhood belongs. */
  unit: string | null;
  contacts: Json<PersonContacts>;
  begins_on: Day | null;
  ends_on: Day | null;
  /** Where its meetings are streamed, unless a meeting says otherwise. */
  stream_url: Generated<string | null>;
  /** The council's own order. */
  position: Generated<number>;
  folded_text: string;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  withdrawn_at: Generated<Date | null>;
  /** What its address goes on telling. */
  withdrawn_reason: JsonOrNull<LocalizedText>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** A term of the council. Days are included at both ends. */
export interface TermsTable {
  id: Generated<string>;
  slug: string;
  begins_on: Day;
  ends_on: Day | null;
  seats: number;
  updated_at: Generated<Date>;
}

/** Who was what in which body, from when to when (both days included). Whoever chairs has a row as member beside it. */
export interface MembershipsTable {
  id: Generated<string>;
  body_id: string;
  person_id: string;
  role: Role;
  /** A post's own name, as of the secretariat's staff. */
  title: JsonOrNull<LocalizedText>;
  /** Of a seat in the council, with `seat`. */
  term_id: string | null;
  seat: number | null;
  /** The list on which the seat was won. */
  party_id: string | null;
  begins_on: Day;
  ends_on: Day | null;
  end_reason: EndReason | null;
  end_note: JsonOrNull<LocalizedText>;
  how_chosen: JsonOrNull<LocalizedText>;
  /** The council's own order within the body. */
  position: Generated<number>;
}

export interface BodyTables {
  bodies: BodiesTable;
  terms: TermsTable;
  memberships: MembershipsTable;
}

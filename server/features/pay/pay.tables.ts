import type { Day, Generated, Json, JsonOrNull, PublishState } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { PaidRole, PayBasis } from "./pay.shared.ts";

export interface PayRatesTable {
  id: Generated<string>;
  applies_to: PaidRole;
  basis: PayBasis;
  /** Whole lekë. */
  amount: number;
  legal_basis: Json<LocalizedText>;
  note: JsonOrNull<LocalizedText>;
  valid_from: Day;
  valid_to: Day | null;
  updated_at: Generated<Date>;
}

/** A month whose payments are entered, and perhaps public. */
export interface PayMonthsTable {
  year: number;
  month: number;
  note: JsonOrNull<LocalizedText>;
  state: Generated<PublishState>;
  public_from: Date | null;
  /** Since when it lies in the bin. */
  binned_at: Generated<Date | null>;
  updated_at: Generated<Date>;
}

export interface PayEntriesTable {
  year: number;
  month: number;
  person_id: string;
  rate_id: string;
  /** Meetings that were paid, where the rate is for each. */
  meetings: number | null;
  /** Whole lekë. */
  amount: number;
  note: JsonOrNull<LocalizedText>;
}

export interface PayTables {
  pay_rates: PayRatesTable;
  pay_months: PayMonthsTable;
  pay_entries: PayEntriesTable;
}

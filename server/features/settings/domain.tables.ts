import type { Generated, JsonOrNull } from "../../db/columns.ts";

/** A domain that a council wishes for itself, and what DNS answered when it was last asked. */
export interface DomainWishesTable {
  host: string;
  challenge: string;
  wished_at: Date;
  checked_at: Date | null;
  /** The record that proves the domain is there. */
  is_proven: Generated<boolean>;
  /** Its address is ours. */
  leads_here: Generated<boolean>;
  found: JsonOrNull<DnsFindings>;
}

/** What DNS said: texts of the proof's name, where the domain leads, and the code of a failure. */
export interface DnsFindings {
  texts: string[];
  aliases: string[];
  addresses: string[];
  failure: string | null;
}

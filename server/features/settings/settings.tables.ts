import type { Generated, Json } from "../../db/columns.ts";
import type { Locale } from "../../locale.shared.ts";
import type { DomainWishesTable } from "./domain.tables.ts";
import type { Contacts, Modules, Numbering, Theme } from "./settings.schema.ts";

export interface TenantSettingsTable {
  languages: Generated<Locale[]>;
  theme: Json<Theme>;
  modules: Json<Modules>;
  contacts: Json<Contacts>;
  numbering: Json<Numbering>;
  /** Whether the council shows its own judgements and plan beside the computed readiness. */
  readiness_public: Generated<boolean>;
  /** Whether what somebody prepares is published by somebody else. */
  approval: Generated<boolean>;
  /** How many connections to a live meeting one address of the network may hold: behind a mobile carrier's are thousands. */
  live_connections: Generated<number>;
  /** Whether it agrees that the search over all councils finds what is public here too. */
  searched_with_others: Generated<boolean>;
  updated_at: Generated<Date>;
}

export interface SettingsTables {
  tenant_settings: TenantSettingsTable;
  domain_wishes: DomainWishesTable;
}

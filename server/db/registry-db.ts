import { type Generated, Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import type { LocalizedText } from "../locale.shared.ts";
import type { Json } from "./columns.ts";
import type { TenantId } from "./tenant-db.ts";

export type TenantState = "onboarding" | "live" | "suspended";
/** The forms of a council's name that the pages need; Albanian inflects, so each is stored. */
export interface TenantNames {
  /** "Korçë" */
  place: LocalizedText;
  /** "Bashkia Korçë" */
  municipality: LocalizedText;
  /** "Këshilli Bashkiak Korçë" */
  council: LocalizedText;
}

export interface TenantsTable {
  id: Generated<TenantId>;
  slug: string;
  names: Json<TenantNames>;
  county: string;
  instat_code: number | null;
  state: Generated<TenantState>;
  is_example: Generated<boolean>;
  created_at: Generated<Date>;
}

export interface TenantHostsTable {
  host: string;
  tenant_id: TenantId;
  kind: "primary" | "secondary";
  /** The text of the DNS record that proves the domain; `null` for our own subdomains. */
  challenge: string | null;
  verified_at: Date | null;
  created_at: Generated<Date>;
}

/** A domain that a council wishes for itself; only the operator reads those of all. */
export interface WishedHostsTable {
  tenant_id: TenantId;
  host: string;
  challenge: string;
}

/** The registry: the two tables that belong to no council. */
export interface RegistryTables {
  tenants: TenantsTable;
  tenant_hosts: TenantHostsTable;
  domain_wishes: WishedHostsTable;
}
export type RegistryDb = Kysely<RegistryTables>;

/** Reads through the application's pool; writes need the operator's (`portal_operator`). */
export const registryDb = (pool: Pool): RegistryDb => new Kysely({ dialect: new PostgresDialect({ pool }) });

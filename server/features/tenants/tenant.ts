import type { TenantNames, TenantState } from "../../db/registry-db.ts";
import type { TenantId } from "../../db/tenant-db.ts";

/** A council as the registry knows it. */
export interface Tenant {
  id: TenantId;
  slug: string;
  names: TenantNames;
  county: string;
  state: TenantState;
  isExample: boolean;
  primaryHost: string;
  /** Raised when anything of the above, or a host of its, changed; the council's pages are filed under it. */
  version: number;
}

/** What a host name leads to. */
export type Site =
  | { kind: "apex"; key: "apex" }
  | { kind: "operator"; key: "operator" }
  | { kind: "council"; key: TenantId; tenant: Tenant }
  | { kind: "moved"; tenant: Tenant };

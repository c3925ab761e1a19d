import type { TenantTx } from "../db/tenant-db.ts";
import type { Doing } from "../features/audit/audit.service.ts";
import type { Away } from "../features/editing/removing.service.ts";

/** Something under which the audit tells changes. */
export interface Told {
  subject: string;
  id: string;
}

/** How a thing that an import made is taken back. */
export interface Removal {
  /** What belongs to it and is told of by itself: a change of it is a change of the thing. */
  parts?(tx: TenantTx, id: string): Promise<readonly Told[]>;
  /** What it refuses with a name, or the database by a key, stays. */
  takeBack(tx: TenantTx, by: Doing, id: string): Promise<Away>;
}

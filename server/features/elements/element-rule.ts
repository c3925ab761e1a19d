import type { TenantTx } from "../../db/tenant-db.ts";
import type { ContentArea } from "../../http/scope.ts";
import type { ElementCode } from "./catalogue.shared.ts";
import type { Verdict } from "./verdict.ts";

/** How a feature with tables of its own judges the elements that it fills. */
export interface ElementRule {
  codes: readonly ElementCode[];
  /** What the verdicts are read from. */
  areas: readonly ContentArea[];
  /**
   * Judges those of its elements that are asked for, from what the public sees at `now`. All rules are asked side by side
   * on the home page: one or two small queries that an index serves, whatever the age of the registers.
   */
  judge(tx: TenantTx, asked: readonly ElementCode[], now: Date): Promise<ReadonlyMap<ElementCode, Verdict>>;
}

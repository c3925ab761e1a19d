import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where it is said why a number belongs to no act. */
export const gapsPath = {
  sq: "/admin/aktet/numrat-pa-akt",
  en: "/en/admin/acts/numbers-without-act",
} as const satisfies InBoth;

/** By which a gap is told in an address: `decision-2026-5`, or `decision-2023-2027-5`. */
export const gapKey = ({ type, series, from }: { type: string; series: string; from: number }): string =>
  `${type}-${series}-${from}`;

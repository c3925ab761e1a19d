import type { LocalizedText } from "../../locale.shared.ts";
import type { Standing } from "../../workspace/changed-meanwhile.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where it is said why a number belongs to no act. */
export const gapsPath = {
  sq: "/admin/aktet/numrat-pa-akt",
  en: "/en/admin/acts/numbers-without-act",
} as const satisfies InBoth;

/** By which a gap is told in an address: `decision-2026-5`, or `decision-2023-2027-5`. */
export const gapKey = ({ type, series, from }: { type: string; series: string; from: number }): string =>
  `${type}-${series}-${from}`;

/** A reason in both languages, as it is told to whoever would replace it. */
export const reasonTold = ({ sq, en }: LocalizedText): string => [sq, en].filter(Boolean).join(" / ");

/** What its form shows of a gap: the reasons that whoever sends it has read. */
export const gapStood = (reasons: readonly string[]): Standing => ({ reasons });

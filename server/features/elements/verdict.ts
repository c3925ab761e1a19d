import type { readiness as phrasesInEnglish } from "../../../web/i18n/en/readiness.ts";

export const levels = ["none", "partial", "full"] as const;
export type Level = (typeof levels)[number];

type Phrase = keyof typeof phrasesInEnglish;
type Counted = Phrase extends infer P ? (P extends `${infer Stem}_one` ? Stem : never) : never;
/** A sentence of the `readiness` phrases with what fills it. */
export interface Reason {
  key: Counted | Exclude<Phrase, `${Counted}_one` | `${Counted}_other`>;
  values?: Record<string, string | number>;
}
export interface Verdict {
  readiness: Level;
  reasons: Reason[];
}

export const none = (key: Reason["key"], values?: Reason["values"]): Verdict => ({
  readiness: "none",
  reasons: [{ key, values }],
});
export const partial = (...reasons: Reason[]): Verdict => ({ readiness: "partial", reasons });
export const full = (key: Reason["key"], values?: Reason["values"]): Verdict => ({
  readiness: "full",
  reasons: [{ key, values }],
});

import type { PieceKind } from "./pieces.ts";

/** A word or number of a text. */
export interface Token {
  kind: PieceKind;
  /** Where it stands in the text as it was given: UTF-16 units, `end` not included. */
  start: number;
  end: number;
  /** Counted in words from 0. Tokens that read the same words in another way (a date in words, a compound) share it. */
  position: number;
  /** In small letters, with its marks: for ranking those who spell it so first. */
  written: string;
  /** In small letters without marks: for what is found while somebody types. */
  folded: string;
  /**
   * What it is found by. Of a number the exact key first: `139/2015`, then `139`. Of a stop word itself with a 0, so that
   * it is found by itself alone: `kur` (when) is not the stem of `kurë` (cure).
   */
  stems: readonly string[];
  /** Carries no subject: left out of queries unless they have nothing else. */
  isStopWord: boolean;
  /** Made of other tokens, which stand beside it: `87/2025` of “nr. 87, datë 22.12.2025”, `bllokndihm` of “bllok-ndihma”. */
  isComposed: boolean;
  /** How many positions it covers. */
  length: number;
}

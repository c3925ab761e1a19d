import type { Locale } from "../../locale.shared.ts";

/** No word that people write is longer; Typesense takes 100 letters. */
const longest = 80;

/**
 * A stem or a word as one token of letters and figures alone, whatever script it is in: an engine that cuts texts at signs
 * cuts nothing here, and nothing in it can be read as an operator. What begins alike still begins alike.
 */
const plain = (text: string): string =>
  text.replace(/[^a-z0-9]/gu, (sign) => `x${sign.codePointAt(0)!.toString(16)}x`).slice(0, longest);

/** A stem of a language, apart from the same letters in the other: `svendim`, `s112x2fx2026`. */
export const stemToken = (language: Locale, stem: string): string => language[0] + plain(stem);

/** A word as somebody types it, folded. */
export const typedToken = (folded: string): string => `t${plain(folded)}`;

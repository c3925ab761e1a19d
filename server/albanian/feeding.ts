import { albanian, type Language } from "./language.ts";
import type { Token } from "./token.ts";
import { analyse } from "./tokens.ts";

/**
 * The stems of a text with their positions from 1, as an index of words with positions takes them (a `tsvector` of
 * PostgreSQL: at most `most` positions for a stem, none above 16,383). Stop words stand in it too, so that a query of
 * nothing else finds something.
 */
export function stemPositions(
  tokens: readonly Token[],
  { most = 255, highest = 16_383 }: { most?: number; highest?: number } = {},
): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const token of tokens) {
    const position = Math.min(token.position + 1, highest);
    for (const stem of token.stems) {
      const known = positions.get(stem);
      if (!known) positions.set(stem, [position]);
      else if (known.length < most && known.at(-1) !== position) known.push(position);
    }
  }
  return positions;
}

/** The stems of a text in its order, with a space between: a field for an engine that indexes words as they are. */
export const stemText = (text: string, language: Language = albanian): string =>
  analyse(text, language)
    .flatMap((token) => token.stems)
    .join(" ");

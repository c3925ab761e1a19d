import { fold } from "./fold.ts";
import { listedForms } from "./lexicon.ts";
import { stems } from "./stems.ts";
import { phraseOf, synonymLines } from "./synonyms.ts";
import { analyse } from "./tokens.ts";

/** A line of a stemming dictionary as Typesense 28 and later take it (JSON lines of `word` and `root`). */
export interface StemLine {
  word: string;
  root: string;
}

/**
 * A stemming dictionary for an engine that stems by a list: all listed words, and any others given (an index's own
 * vocabulary). Such an engine knows one root for a word: of two readings it gets the first. Folded, without words that
 * are their own root. An engine that takes stems as they are (`stemText`) loses nothing and needs no dictionary.
 */
export function* stemDictionary(words: Iterable<string> = []): Generator<StemLine> {
  const seen = new Set<string>();
  for (const [word, [root]] of listedForms()) {
    seen.add(word);
    if (root && root !== word) yield { word, root };
  }
  for (const given of words) {
    const word = fold(given);
    if (seen.has(word) || !/^\p{L}+$/u.test(word)) continue;
    seen.add(word);
    const [root] = stems(given);
    if (root && root !== word) yield { word, root };
  }
}

/** A set of synonyms as Typesense takes it: with a `root` it goes one way. */
export interface SynonymSet {
  id: string;
  synonyms: string[];
  root?: string;
}

/**
 * The synonyms as search engines take them. `words`: small letters without marks, for an index of words; `stems`: the
 * first stem of each word, for an index of `stemText`.
 */
export const synonymSets = (of: "words" | "stems" = "words"): SynonymSet[] =>
  synonymLines.map(({ terms, isOneWay }, at) => {
    const [first = "", ...others] = terms.map((term) =>
      of === "words"
        ? fold(term)
        : phraseOf(analyse(term))
            .map(([stem]) => stem)
            .join(" "),
    );
    return { id: `sq-${at + 1}`, ...(isOneWay ? { root: first, synonyms: others } : { synonyms: [first, ...others] }) };
  });

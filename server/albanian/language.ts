import { markedStopWords, stopWords } from "./data/stop-words.ts";
import { stems } from "./stems.ts";

/** What the analysis of a text asks of its language. */
export interface Language {
  /** The stems of one word, without marks, at least one. */
  stems(word: string): readonly string[];
  /** Whether a word carries no subject: folded, and in small letters with its marks. */
  isStopWord(folded: string, written: string): boolean;
  /** Whether the synonyms of Albanian councils apply. */
  hasSynonyms: boolean;
}

export const albanian: Language = {
  stems,
  isStopWord: (folded, written) => stopWords.has(folded) || markedStopWords.has(written),
  hasSynonyms: true,
};

const englishStopWords = new Set(
  "a an and are as at be been but by do for from had has have he her his if in into is it its no not of on or our she so such that the their them then there these they this those to was we were what when where which who will with would you your s t".split(
    " ",
  ),
);

/**
 * English texts, by any stemmer of English: this module has none of its own.
 *
 *     analyse(text, english(stemmer)) // `stemmer` of the package of that name, or another
 */
export const english = (stem: (word: string) => string): Language => ({
  stems: (word) => {
    const plain = word
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase();
    return [stem(plain) || plain];
  },
  isStopWord: (folded) => englishStopWords.has(folded),
  hasSynonyms: false,
});

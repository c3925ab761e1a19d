/** Small words that stand in every page of one language and in none of the other. */
const small = {
  sq: "dhe për në me të që nga është nuk një ky kjo i e së u si ose kur janë tij saj deri sipas neni pas para ndër",
  en: "the and of to in is for that with by this are from which be or shall was not at article under have has its",
};
const words = {
  sq: new Set(small.sq.split(" ").flatMap((word) => [word, word.replaceAll("ë", "e")])),
  en: new Set(small.en.split(" ")),
};

/** So many of a language's small words are needed, and so large a share of all that were found. */
const enough = 5;
const clear = 0.8;

/**
 * A text's language by its small words: `mul` when both languages have their part in it, `null` when too few words tell.
 * It is a guess and is shown as one.
 */
export function guessLanguage(text: string): "sq" | "en" | "mul" | null {
  const found = { sq: 0, en: 0 };
  for (const [word] of text
    .slice(0, 200_000)
    .toLowerCase()
    .normalize("NFC")
    .matchAll(/\p{L}+/gu)) {
    if (words.sq.has(word)) found.sq += 1;
    if (words.en.has(word)) found.en += 1;
  }
  const all = found.sq + found.en;
  if (all < enough) return null;
  if (found.sq / all >= clear) return "sq";
  if (found.en / all >= clear) return "en";
  return "mul";
}

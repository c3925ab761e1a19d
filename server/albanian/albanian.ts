/**
 * Albanian as people search for it: folding, stems, stop words, synonyms, references. Knows nothing of the portal or of
 * any search engine; README.md says how to feed one.
 */
export { type StemLine, type SynonymSet, stemDictionary, synonymSets } from "./dictionaries.ts";
export { stemPositions, stemText } from "./feeding.ts";
export { fold, lower } from "./fold.ts";
export { type Excerpt, excerpt, highlight, type Range, type Showing } from "./highlight.ts";
export { albanian, english, type Language } from "./language.ts";
export { type Alternative, type Query, type QueryTerm, queryTerms, satisfies } from "./query.ts";
export { type Reference, references } from "./references.ts";
export { stems } from "./stems.ts";
export type { Token } from "./token.ts";
export { analyse } from "./tokens.ts";

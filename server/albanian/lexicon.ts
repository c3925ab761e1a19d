import { adjectives } from "./data/adjectives.ts";
import { nouns } from "./data/nouns.ts";
import { places } from "./data/places.ts";
import { irregularVerbs, regularVerbs, verbsWithoutTheirNoun } from "./data/verbs.ts";
import { fold, lower } from "./fold.ts";
import { adjectiveParadigms, type Entry, irregularVerb, nounParadigms, regularVerb } from "./paradigms.ts";

/** The lists hold no other marks. */
const unmarked = (form: string): string => form.replaceAll("ë", "e").replaceAll("ç", "c").replaceAll("é", "e");
const wordsOf = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** `lemma=stem/plural,plural` as the lists write it. */
function entryOf(item: string, paradigm: (lemma: string, plurals: readonly string[]) => Entry): Entry {
  const [head = "", plurals] = item.split("/");
  const [lemma = "", ownStem] = head.split("=");
  const entry = paradigm(lower(lemma), plurals ? lower(plurals).split(",") : []);
  return ownStem ? { ...entry, stem: ownStem } : entry;
}

/** Every listed word with its stem and forms. */
export function* entries(): Generator<Entry> {
  for (const [lists, paradigms] of [
    [nouns, nounParadigms],
    [places, nounParadigms],
    [adjectives, adjectiveParadigms],
  ] as const)
    for (const [name, list] of Object.entries(lists)) {
      const paradigm = paradigms[name];
      if (paradigm) for (const item of wordsOf(list)) yield entryOf(item, paradigm);
    }
  for (const line of adjectives.irregular.trim().split("\n")) {
    const [head = "", ...others] = wordsOf(line);
    const { stem, forms } = entryOf(head, (lemma) => ({ stem: fold(lemma), forms: [lemma] }));
    yield { stem, forms: [...forms, ...others] };
  }
  for (const verb of wordsOf(regularVerbs)) yield regularVerb(verb, true);
  for (const verb of wordsOf(verbsWithoutTheirNoun)) yield regularVerb(verb, false);
  for (const line of irregularVerbs.trim().split("\n")) yield irregularVerb(line.trim());
}

interface Index {
  /** The stems of a form without its marks. */
  folded: Map<string, readonly string[]>;
  /** Those of a form as it is written, where that says more than the folded form. */
  written: Map<string, readonly string[]>;
  /** How a folded form is written. */
  spellings: Map<string, readonly string[]>;
}
let made: Index | undefined;

const add = (index: Map<string, readonly string[]>, key: string, value: string): void => {
  const values = index.get(key);
  if (!values) index.set(key, [value]);
  else if (!values.includes(value)) index.set(key, [...values, value]);
};

function built(): Index {
  const folded = new Map<string, readonly string[]>();
  const written = new Map<string, readonly string[]>();
  const spellings = new Map<string, readonly string[]>();
  for (const { stem, forms } of entries())
    for (const form of forms) {
      const plain = unmarked(form);
      add(folded, plain, stem);
      add(written, form, stem);
      if (plain !== form) add(spellings, plain, form);
    }
  for (const [form, stems] of written) if (folded.get(unmarked(form))!.length === stems.length) written.delete(form);
  return { folded, written, spellings };
}
const index = (): Index => {
  made ??= built();
  return made;
};

/** Whether a word may be a spelling of another that left marks out: `këshilltaret` of `këshilltarët`, but not `njëri` of `njeri`. */
const leavesMarksOut = (word: string, spelling: string): boolean =>
  word.length === spelling.length &&
  [...word].every((letter, at) => letter === spelling[at] || fold(letter) === letter);

/**
 * The stems of a word that the lists know, else `undefined`. A word written with ë or ç is taken at its word (`rëndë` is
 * not `rende`); one without is any word that looks so without them.
 * @param word in small letters with its marks, as `lower` gives it
 * @param folded the same without marks
 */
export function listedStems(word: string, folded = fold(word)): readonly string[] | undefined {
  const { folded: known, written, spellings } = index();
  const stems = known.get(folded);
  if (!stems || word === folded) return stems;
  if (!spellings.get(folded)?.some((spelling) => leavesMarksOut(word, spelling))) return undefined;
  return written.get(word) ?? stems;
}

/** Every form without its marks, with its stems: what a dictionary for a search engine is made of. */
export const listedForms = (): Iterable<[form: string, stems: readonly string[]]> => index().folded;

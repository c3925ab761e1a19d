import { synonyms as lines } from "./data/synonyms.ts";
import type { Token } from "./token.ts";
import { analyse } from "./tokens.ts";

/** A term as the stems of its words; each word by one of its stems. */
export type Phrase = readonly (readonly string[])[];
/** What a term also finds. */
export interface Synonym {
  phrase: Phrase;
  weight: number;
}
interface Line {
  terms: string[];
  isOneWay: boolean;
  weight: number;
}

const usualWeight = 0.8;

/** The lines of the list, as they are written. */
export const synonymLines: readonly Line[] = lines
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => {
    const weight = / (\d(?:\.\d+)?)$/.exec(line)?.[1];
    const text = weight ? line.slice(0, -weight.length - 1) : line;
    const isOneWay = text.includes(" > ");
    return {
      terms: text.split(isOneWay ? " > " : " = ").map((term) => term.trim()),
      isOneWay,
      weight: weight ? Number(weight) : usualWeight,
    };
  });

export const phraseOf = (tokens: readonly Token[]): Phrase =>
  tokens.filter((token) => !token.isStopWord && !token.isComposed).map((token) => token.stems);

interface Group {
  phrase: Phrase;
  others: Synonym[];
}
/** Terms by the first stem of their first word. */
let byFirst: Map<string, Group[]> | undefined;

const same = (a: Phrase, b: Phrase): boolean =>
  a.length === b.length && a.every((word, at) => word.join() === b[at]!.join());

function built(): Map<string, Group[]> {
  const index = new Map<string, Group[]>();
  const add = (from: Phrase, synonym: Synonym) => {
    const first = from[0]![0]!;
    const groups = index.get(first) ?? [];
    if (!index.has(first)) index.set(first, groups);
    let group = groups.find(({ phrase }) => same(phrase, from));
    if (!group) {
      group = { phrase: from, others: [] };
      groups.push(group);
      groups.sort((a, b) => b.phrase.length - a.phrase.length);
    }
    if (!group.others.some(({ phrase }) => same(phrase, synonym.phrase))) group.others.push(synonym);
  };
  for (const { terms, isOneWay, weight } of synonymLines) {
    const phrases = terms.map((term) => phraseOf(analyse(term)));
    phrases.forEach((phrase, at) => {
      phrases.forEach((other, there) => {
        if (there === at || (isOneWay && at > 0) || same(phrase, other)) return;
        add(phrase, { phrase: other, weight });
      });
    });
  }
  return index;
}

/** The longest term of the list that the words from `at` begin with, and what it also finds. */
export function synonymsAt(words: Phrase, at: number): { length: number; others: readonly Synonym[] } | undefined {
  byFirst ??= built();
  for (const stem of words[at] ?? [])
    for (const { phrase, others } of byFirst.get(stem) ?? []) {
      const fits = phrase.every((word, there) => word.some((one) => words[at + there]?.includes(one)));
      if (fits) return { length: phrase.length, others };
    }
  return undefined;
}

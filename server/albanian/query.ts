import { albanian, type Language } from "./language.ts";
import { type Phrase, synonymsAt } from "./synonyms.ts";
import type { Token } from "./token.ts";
import { analyse } from "./tokens.ts";

/** One way to satisfy a term: every word of it stands in the text, by one of the stems of that word. */
export interface Alternative {
  words: Phrase;
  /** 1 for what was asked, less for what means nearly the same. */
  weight: number;
  because: "asked" | "joined" | "synonym";
}

/** What a text must hold: one of the alternatives. */
export interface QueryTerm {
  /** Where it stands in the query. */
  start: number;
  end: number;
  kind: Token["kind"];
  alternatives: readonly Alternative[];
  /** The words as they were typed, in small letters with marks: texts that spell them so come first. */
  written: readonly string[];
}

export interface Query {
  /** All of them must be satisfied. Empty only where the query has neither letter nor figure. */
  terms: readonly QueryTerm[];
  /**
   * The last word or reference, unfinished as it may be: small letters without marks. For suggestions while somebody
   * types: there, what begins with it satisfies its term too (results would let `vend` find `vendim`). `undefined` after
   * a space or a sign that ends a word.
   */
  prefix: string | undefined;
  /** References and dates that name something exactly: `112/2026`, `2025-12-22`; they go straight to the act. */
  exact: readonly string[];
}

/** How much of a query is read: the rest of ten thousand letters says nothing new. */
const mostTerms = 32;

const isExact = (token: Token): boolean =>
  (token.kind === "reference" || token.kind === "date") &&
  /^\d/.test(token.stems[0]!) &&
  !/^\d{4}-\d\d$/.test(token.stems[0]!);

/** “139 2015”, typed without the stroke. */
const numberAndYear = (token: Token, next: Token | undefined): string | undefined =>
  token.kind === "number" &&
  /^\d{1,5}$/.test(token.folded) &&
  next?.kind === "number" &&
  /^(?:19|20)\d\d$/.test(next.folded)
    ? `${Number(token.folded)}/${next.folded}`
    : undefined;

/** “22 12 2025”, typed with spaces. */
function dayMonthYear(tokens: readonly Token[], at: number): string | undefined {
  const [day, month, year] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (![day, month, year].every((token) => token?.kind === "number" && token.folded.length <= 4)) return undefined;
  const text = `${day!.folded}.${month!.folded}.${year!.folded}`;
  const [date] = analyse(text);
  return date?.kind === "date" && date.stems.length === 3 ? date.stems[0] : undefined;
}

/** A number of a query is asked for by its exact key alone. */
const asked = (token: Token): readonly string[] => (token.kind === "word" ? token.stems : token.stems.slice(0, 1));

/** The next term of a query: how many of its words it takes, and what satisfies it. */
interface Next {
  count: number;
  kind: Token["kind"];
  alternatives: Alternative[];
  exact?: string;
}
type ReadNext = (words: readonly Token[], at: number) => Next | undefined;

/** The same words as one key, or each by itself. */
const joined = (words: readonly Token[], at: number, count: number, whole: readonly string[]): Alternative[] => [
  { words: [whole], weight: 1, because: "joined" },
  { words: words.slice(at, at + count).map(asked), weight: 1, because: "asked" },
];

/** “nr. 87, datë 22.12.2025”, “5 mars 2026”, `bllok-ndihma`: what the analysis has put together. */
const readComposed =
  (composed: ReadonlyMap<number, Token>): ReadNext =>
  (words, at) => {
    const whole = composed.get(words[at]!.position);
    if (!whole) return undefined;
    const end = whole.position + whole.length;
    const after = words.findIndex((word, index) => index > at && word.position >= end);
    const count = (after < 0 ? words.length : after) - at;
    return {
      count,
      kind: whole.kind,
      alternatives: joined(words, at, count, asked(whole)),
      exact: isExact(whole) ? whole.stems[0] : undefined,
    };
  };

const readSpacedDate: ReadNext = (words, at) => {
  const date = dayMonthYear(words, at);
  if (!date) return undefined;
  return { count: 3, kind: "date", alternatives: joined(words, at, 3, [date]), exact: date };
};

const readSpacedReference: ReadNext = (words, at) => {
  const key = numberAndYear(words[at]!, words[at + 1]);
  return key ? { count: 2, kind: "reference", alternatives: joined(words, at, 2, [key]), exact: key } : undefined;
};

const readNumber: ReadNext = (words, at) => {
  const token = words[at]!;
  if (token.kind === "word") return undefined;
  const alternatives: Alternative[] = [{ words: [asked(token)], weight: 1, because: "asked" }];
  return { count: 1, kind: token.kind, alternatives, exact: isExact(token) ? token.stems[0] : undefined };
};

const readWords = (words: readonly Token[], at: number, phrase: Phrase, language: Language): Next => {
  const known = language.hasSynonyms ? synonymsAt(phrase, at) : undefined;
  const count = known?.length ?? 1;
  const others = (known?.others ?? []).map(
    (other): Alternative => ({
      words: other.phrase,
      weight: other.weight,
      because: "synonym",
    }),
  );
  return {
    count,
    kind: words[at]!.kind,
    alternatives: [{ words: phrase.slice(at, at + count), weight: 1, because: "asked" }, ...others],
  };
};

/**
 * What a search engine needs of a query.
 *
 *     queryTerms("tarifen e plehrave").terms[1].alternatives
 *     // [{ words: [["pleh"]], weight: 1, because: "asked" },
 *     //  { words: [["mbeturin"]], weight: 0.8, because: "synonym" }, …]
 */
export function queryTerms(query: string, language: Language = albanian): Query {
  const tokens = analyse(query, language);
  const single = tokens.filter((token) => !token.isComposed);
  const saying = single.filter((token) => !token.isStopWord);
  const words = saying.length > 0 ? saying : single;
  const phrase = words.map(asked);
  const composed = new Map(tokens.filter((token) => token.isComposed).map((token) => [token.position, token]));
  const readers = [readComposed(composed), readSpacedDate, readSpacedReference, readNumber];
  const terms: QueryTerm[] = [];
  const exact = new Set<string>();
  for (let at = 0; at < words.length && terms.length < mostTerms; ) {
    let next: Next | undefined;
    for (const read of readers) next ??= read(words, at);
    next ??= readWords(words, at, phrase, language);
    const taken = words.slice(at, at + next.count);
    const { kind, alternatives } = next;
    const written = taken.map((token) => token.written);
    terms.push({ start: taken[0]!.start, end: taken.at(-1)!.end, kind, alternatives, written });
    if (next.exact) exact.add(next.exact);
    at += next.count;
  }
  const last = words.at(-1);
  const isOpen = (last?.kind === "word" || last?.kind === "reference") && last.end === query.length;
  return { terms, prefix: isOpen ? last.folded : undefined, exact: [...exact] };
}

/**
 * Whether a text has what a query asks, as an engine with `terms` would find it: for tests and for lists that are
 * filtered in memory.
 */
export function satisfies(text: string, query: Query, language: Language = albanian): boolean {
  const held = new Set(analyse(text, language).flatMap((token) => token.stems));
  return (
    query.terms.length > 0 &&
    query.terms.every((term) =>
      term.alternatives.some(({ words }) => words.every((stems) => stems.some((stem) => held.has(stem)))),
    )
  );
}

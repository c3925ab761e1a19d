import type { Language } from "./language.ts";
import { type Query, queryTerms } from "./query.ts";
import type { Token } from "./token.ts";
import { analyse } from "./tokens.ts";

/** A stretch of a text: UTF-16 units, `end` not included. */
export interface Range {
  start: number;
  end: number;
}

export interface Showing {
  language?: Language;
  /** The query is being typed: what begins with its last word is shown too. */
  isTyping?: boolean;
}

/** What of a text a query finds. */
function found(tokens: readonly Token[], query: string | Query, { language, isTyping }: Showing): Token[] {
  const { terms, prefix } = typeof query === "string" ? queryTerms(query, language) : query;
  const stems = new Set(terms.flatMap(({ alternatives }) => alternatives.flatMap(({ words }) => words.flat())));
  const begun = isTyping ? prefix : undefined;
  return tokens.filter(
    (token) =>
      token.stems.some((stem) => stems.has(stem)) ||
      (begun !== undefined && !token.isStopWord && token.folded.startsWith(begun)),
  );
}

/** Stretches in order; those that touch or overlap are one. */
function merged(tokens: readonly Token[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of [...tokens].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/**
 * Where a text holds what a query asks, in any form of its words and by synonyms too.
 *
 *     highlight("Për tarifat e mbeturinave", "tarifa e plehrave") // [{ start: 4, end: 11 }, { start: 14, end: 25 }]
 */
export const highlight = (text: string, query: string | Query, showing: Showing = {}): Range[] =>
  merged(found(analyse(text, showing.language), query, showing));

export interface Excerpt {
  /** Of the text: whole words. */
  text: string;
  /** In the excerpt. */
  ranges: Range[];
  /** Whether the text goes on before and after it. */
  isCutBefore: boolean;
  isCutAfter: boolean;
}

/** The stretch of a long text that holds most of what a query asks, about `length` letters long, cut between words. */
export function excerpt(
  text: string,
  query: string | Query,
  { length = 200, ...showing }: Showing & { length?: number } = {},
): Excerpt {
  const tokens = analyse(text, showing.language);
  const hits = found(tokens, query, showing);
  const ranges = merged(hits);
  // Of all windows that begin at a hit, the first with the most different stems; a quarter shows what stands before it.
  let best = { start: 0, count: -1 };
  const inside = new Map<string, number>();
  let last = 0;
  const before = Math.floor(length / 4);
  hits.sort((a, b) => a.start - b.start);
  for (const [at, hit] of hits.entries()) {
    const gone = hits[at - 1]?.stems[0];
    if (gone !== undefined) {
      const left = inside.get(gone)! - 1;
      if (left > 0) inside.set(gone, left);
      else inside.delete(gone);
    }
    for (; last < hits.length && hits[last]!.end <= Math.max(hit.end, hit.start + length - before); last++)
      inside.set(hits[last]!.stems[0]!, (inside.get(hits[last]!.stems[0]!) ?? 0) + 1);
    if (inside.size > best.count) best = { start: hit.start, count: inside.size };
  }
  const from = Math.max(0, best.start - before);
  const words = tokens.filter((token) => !token.isComposed);
  const first = words.find((token) => token.start >= from);
  const start = from === 0 || !first ? 0 : first.start;
  const final = words.findLast((token) => token.end <= start + length && token.end > start);
  const end = text.length <= start + length ? text.length : (final?.end ?? Math.min(text.length, start + length));
  return {
    text: text.slice(start, end),
    ranges: ranges
      .filter((range) => range.end > start && range.start < end)
      .map((range) => ({ start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start })),
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
  };
}

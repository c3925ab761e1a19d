import { createHash } from "node:crypto";
import { analyse, stemPositions, type Token } from "../../albanian/albanian.ts";
import type { Locale } from "../../locale.shared.ts";
import { clean, languages } from "../languages.ts";
import { passagesOf } from "../passages.ts";
import type { SearchDocument } from "../search-document.ts";
import { lexeme, typedLexeme } from "./lexemes.ts";

/** Raised when the same document is to be indexed in another way. */
const form = 1;

/** Different stems of one document; a `tsvector` holds a megabyte. */
const mostStems = 40_000;

/** As `search_index.put` takes it. */
export interface EntryRow {
  key: string;
  digest: string;
  [column: string]: unknown;
}

const positioned = (tokens: readonly Token[], tag: string, language: Locale): string =>
  [...stemPositions(tokens, { most: 20 })]
    .slice(0, 2_000)
    .map(([stem, positions]) => `${lexeme(tag, language, stem)}:${positions.join(",")}`)
    .join(" ");

const without = (stems: Iterable<string>, tag: string, language: Locale): string =>
  [...stems].map((stem) => lexeme(tag, language, stem)).join(" ");

/** What says whether a document has to be written anew. */
export const digestOf = (document: SearchDocument): string =>
  createHash("sha256")
    .update(JSON.stringify([form, document]))
    .digest("base64url")
    .slice(0, 22);

/** A document as the index keeps it. */
export function entryRow(document: SearchDocument, digest: string, tag: string): EntryRow {
  const { key, subject, kind, language, sites, date, year, body, topic, url, visibleFrom } = document;
  const named = clean([document.title, ...document.names].join(" · "));
  const titleTokens = analyse(named, languages[language]);
  const titleStems = new Set(titleTokens.flatMap((token) => token.stems));
  const stems = new Set(titleStems);
  const passages = passagesOf(
    clean(document.text),
    document.pages.map(({ page, text }) => ({ page, text: clean(text) })),
  ).map(({ page, text }) => {
    const own = new Set(analyse(text, languages[language]).flatMap((token) => token.stems));
    for (const stem of own) if (stems.size < mostStems) stems.add(stem);
    return { page, text, words: without(own, tag, language) };
  });
  const spoken = titleTokens.filter((token) => !token.isStopWord && !token.isComposed);
  const words = new Map(
    spoken
      .filter(({ kind, folded }) => kind === "word" && folded.length >= 3 && folded.length <= 40)
      .map((token) => [token.folded, token.written]),
  );
  return {
    ...{ key, digest, subject, kind, language, date, year, body, topic, passages },
    title: clean(document.title),
    onSq: sites.includes("sq"),
    onEn: sites.includes("en"),
    urlSq: url.sq,
    urlEn: url.en,
    visibleFrom: visibleFrom.toISOString(),
    titleWords: positioned(titleTokens, tag, language),
    typed: `${without(titleStems, tag, language)} ${[...new Set(spoken.map(({ folded }) => typedLexeme(tag, folded)))].join(" ")}`,
    words: without(stems, tag, language),
    vocabulary: [...words],
  };
}

import { fold, type Query, type QueryTerm } from "../../albanian/albanian.ts";
import type { TenantId } from "../../db/tenant-db.ts";
import type { Locale } from "../../locale.shared.ts";

/** No word that people write is longer; PostgreSQL takes 2,046 bytes. */
const longestStem = 80;

const special = /['\\]/g;
const quoted = (text: string) => `'${text.search(special) < 0 ? text : text.replace(special, "$&$&")}'`;

/**
 * What every stem of a council's texts begins with, so that the words of one council stand together in the index and a
 * question reads no other's. It keeps nothing apart by itself (two councils may share it): the functions do.
 */
export const tagOf = (council: TenantId): string => council.replaceAll("-", "").slice(-5);

/** A stem as it stands in the index: `1f03asvendim`. */
export const lexeme = (tag: string, language: Locale, stem: string): string =>
  quoted(`${tag}${language[0]}${stem.slice(0, longestStem).toWellFormed()}`);

/** What somebody types is kept apart from stems: `1f03a.vendimi`. */
export const typedLexeme = (tag: string, word: string): string =>
  quoted(`${tag}.${word.slice(0, longestStem).toWellFormed()}`);

const either = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(" | ")})`);
const all = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(" & ")})`);

const satisfied = ({ alternatives }: QueryTerm, tag: string, language: Locale): string =>
  either(
    alternatives.map(({ words }) =>
      all(words.map((stems) => either(stems.map((stem) => lexeme(tag, language, stem))))),
    ),
  );

/** One query in one language as a `tsquery`: every term, by one of its alternatives. */
export const strictly = ({ terms }: Query, tag: string, language: Locale): string =>
  all(terms.map((term) => satisfied(term, tag, language)));

/** The same while somebody types: of the last term, what begins with its unfinished last word does as well. */
export function asTyped({ terms, prefix }: Query, tag: string, language: Locale): string {
  const begun = (term: QueryTerm) =>
    all(term.written.map((word, at) => typedLexeme(tag, fold(word)) + (at === term.written.length - 1 ? ":*" : "")));
  return all(
    terms.map((term, at) => {
      const whole = satisfied(term, tag, language);
      return at === terms.length - 1 && prefix !== undefined ? either([whole, begun(term)]) : whole;
    }),
  );
}

/** Any of its terms, for ranking and for the passage that is shown. */
export const loosely = ({ terms }: Query, tag: string, language: Locale): string =>
  either([
    ...new Set(
      terms.flatMap(({ alternatives }) =>
        alternatives.flatMap(({ words }) => words.flat().map((stem) => lexeme(tag, language, stem))),
      ),
    ),
  ]);

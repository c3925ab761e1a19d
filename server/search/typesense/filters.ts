import { fold, type Query, type QueryTerm, queryTerms } from "../../albanian/albanian.ts";
import type { TenantId } from "../../db/tenant-db.ts";
import type { Locale } from "../../locale.shared.ts";
import { languages } from "../languages.ts";
import type { SearchFilters } from "../search-document.ts";
import { searchKinds } from "../search-kinds.shared.ts";
import { dayNumber } from "./rows.ts";
import { stemToken, typedToken } from "./tokens.ts";

/** A question in each language of texts; a council has texts in both. */
export type Questions = Readonly<Record<Locale, Query>>;

const locales = ["sq", "en"] as const;
const bracketed = (parts: readonly string[], by: string) => (parts.length === 1 ? parts[0]! : `(${parts.join(by)})`);
export const either = (parts: readonly string[]) => bracketed(parts, " || ");
export const all = (parts: readonly string[]) => bracketed(parts, " && ");
/** One of these tokens stands in the field; a token is letters and figures and needs no quoting. */
const oneOf = (field: string, tokens: readonly string[]) => `${field}:[${[...new Set(tokens)].join(",")}]`;

type Field = "words" | "head";

/** A term is met by one of its alternatives, an alternative by all of its words, a word by one of its stems. */
function met({ alternatives }: QueryTerm, language: Locale, field: Field): string {
  const tokens = (stems: readonly string[]) => stems.map((stem) => stemToken(language, stem));
  const [single, phrases] = [[] as string[], [] as string[]];
  for (const { words } of alternatives)
    if (words.length === 1) single.push(...tokens(words[0]!));
    else phrases.push(all(words.map((stems) => oneOf(field, tokens(stems)))));
  return either([...(single.length > 0 ? [oneOf(field, single)] : []), ...phrases]);
}

/** Everything that was asked stands there, in one language or the other. */
export const strictly = (questions: Questions, field: Field): string =>
  either(locales.map((language) => all(questions[language].terms.map((term) => met(term, language, field)))));

/** A condition may hold a hundred of them (`filter-by-max-ops`); those of visibility and filters come on top. */
const mostOperators = 60;
const operators = (condition: string) => condition.match(/&&|\|\|/g)?.length ?? 0;

/** Whether Typesense reads this much. */
const isReadable = (condition: string): boolean => operators(condition) <= mostOperators;

const eachOnce = (terms: readonly QueryTerm[]) => [
  ...new Map(terms.map((term) => [JSON.stringify(term.alternatives), term])).values(),
];

/** What is asked in a text, in each language; of a question that is longer than a condition may be, its beginning. */
export function questionsOf(text: string): Questions {
  const read = (language: Locale) => {
    const query = queryTerms(text, languages[language]);
    return { ...query, terms: eachOnce(query.terms) };
  };
  let questions: Questions = { sq: read("sq"), en: read("en") };
  while (!isReadable(strictly(questions, "words"))) {
    const shorter = ({ terms, ...query }: Query) => ({ ...query, terms: terms.slice(0, -1) });
    questions = { sq: shorter(questions.sq), en: shorter(questions.en) };
  }
  return questions;
}

/** What is typed at the moment: its last word, or the words of its last term, unfinished as they are. */
export interface Begun {
  q: string;
  /** What stands before it, in either language; `null` where nothing does. */
  before: string | null;
}

/** Of each language that reads the end differently, what has been begun there; a question that ends with a sign begins nothing. */
export function begunIn(questions: Questions): Begun[] {
  const begun = locales.flatMap((language): Begun[] => {
    const { terms, prefix } = questions[language];
    const last = terms.at(-1);
    if (prefix === undefined || !last) return [];
    const before = terms.slice(0, -1).map((term) => met(term, language, "head"));
    return [
      {
        q: last.written.map((word) => typedToken(fold(word))).join(" "),
        before: before.length > 0 ? all(before) : null,
      },
    ];
  });
  return [...new Map(begun.map((one) => [JSON.stringify(one), one])).values()];
}

/** Any stem of what was asked. */
export const loosely = (questions: Questions, field: Field): string =>
  oneOf(
    field,
    locales.flatMap((language) =>
      questions[language].terms.flatMap(({ alternatives }) =>
        alternatives.flatMap(({ words }) => words.flat().map((stem) => stemToken(language, stem))),
      ),
    ),
  );

/** So many terms are weighed one by one. */
const weighed = 4;

/**
 * An order by how much of what was asked a field holds: all of it, all but one term, anything. Of the clauses that hold, the
 * one with the highest number counts.
 */
export function fullest(questions: Questions, field: Field): string {
  const number = Math.max(...locales.map((language) => questions[language].terms.length));
  const clauses = [`(${strictly(questions, field)}):9`];
  if (number > 2 && number <= weighed)
    for (let left = 0; left < number; left += 1) {
      const parts = locales.flatMap((language) => {
        const terms = questions[language].terms.filter((_, at) => at !== left);
        return terms.length === 0 ? [] : [all(terms.map((term) => met(term, language, field)))];
      });
      if (parts.length > 0) clauses.push(`(${either(parts)}):5`);
    }
  if (number > 1) clauses.push(`(${loosely(questions, field)}):2`);
  return `_eval([ ${clauses.join(", ")} ]):desc`;
}

const council = (id: TenantId) => `\`${id}\``;
export const ofCouncil = (id: TenantId): string => `tenant_id:=${council(id)}`;
export const ofCouncils = (ids: readonly TenantId[]): string => `tenant_id:=[${ids.map(council).join(",")}]`;
/** Values of ours, quoted; a quote would end them and never stands in one. */
export const among = (field: string, values: readonly string[]): string =>
  `${field}:=[${values.map((value) => `\`${value.replaceAll("`", "")}\``).join(",")}]`;

/** What may be known of on a site at an instant. */
export const visible = (site: Locale, now: Date): string =>
  `part:=entry && sites:=${site} && visible_from:<=${now.getTime()}`;

const isPlain = (value: string) => /^[\w-]{1,80}$/.test(value);
const none = "part:=nothing";
const equal = (field: string, value: string) => (isPlain(value) ? `${field}:=\`${value}\`` : none);

const conditions: { [K in keyof SearchFilters]-?: (value: NonNullable<SearchFilters[K]>) => string } = {
  kind: (kind) => (searchKinds.includes(kind) ? equal("kind", kind) : none),
  year: (year) => (Number.isInteger(year) && Math.abs(year) < 1e6 ? `year:=${year}` : none),
  body: (body) => equal("body", body),
  topic: (topic) => equal("topic", topic),
  from: (from) => (dayNumber(from) === undefined ? none : `day:>=${dayNumber(from)}`),
  until: (until) => (dayNumber(until) === undefined ? none : `day:<=${dayNumber(until)}`),
};

/** Conditions of the filters that are set. A value that is none of ours is met by nothing: nothing is read out of it. */
export const narrowed = (filters: SearchFilters, without: readonly (keyof SearchFilters)[] = []): string[] =>
  (Object.keys(conditions) as (keyof SearchFilters)[]).flatMap((name) => {
    const value = filters[name];
    if (value === null || value === undefined || without.includes(name)) return [];
    return [(conditions[name] as (value: unknown) => string)(value)];
  });

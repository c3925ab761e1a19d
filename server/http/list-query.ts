import * as v from "valibot";
import { fold } from "../fold.shared.ts";
import { isoDate } from "../text.schema.ts";
import { AppError } from "./errors.ts";
import { type FieldProblem, InvalidInput } from "./problem.ts";

/** Reads one value of a list's query: what it means, or the code of what is wrong with it. */
export interface FilterReader<T> {
  read(text: string): { value: T } | { code: string };
}
const matching = <T>(rule: RegExp, code: string, value: (text: string) => T): FilterReader<T> => ({
  read: (text) => (rule.test(text) ? { value: value(text) } : { code }),
});

/** Free text as it was typed, on one line. */
export const typedText = matching(/^\P{Cc}*$/u, "input.wrong", String);
export const aYear = matching(/^(19|20|21)\d\d$/, "filter.not_a_year", Number);
/** A page of the list, from 1. */
export const aPage = matching(/^[1-9]\d{0,5}$/, "filter.not_a_page", Number);
/** The last segment of an address. */
export const aSlug = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, "filter.not_a_choice", String);
/** `YYYY-MM` */
export const aMonth = matching(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "filter.not_a_month", String);
/** `YYYY-MM-DD` */
export const aDay: FilterReader<string> = {
  read: (text) => {
    const read = v.safeParse(isoDate, text);
    return read.success ? { value: text } : { code: read.issues[0].message };
  },
};
export const oneOf = <const T extends string>(choices: readonly T[]): FilterReader<T> => ({
  read: (text) => (choices.includes(text as T) ? { value: text as T } : { code: "filter.not_a_choice" }),
});

export type QueryShape = Readonly<Record<string, FilterReader<unknown>>>;
/** What a query asks for; `null` where it says nothing. */
export type QueryValues<S extends QueryShape> = {
  [K in keyof S]: (S[K] extends FilterReader<infer T> ? T : never) | null;
};

const longest = 200;

/**
 * Reads a list's query. An empty value is the same as none.
 *
 *     const filters = readQuery({ q: typedText, year: aYear, type: oneOf(actTypes), page: aPage }, new URL(c.req.url).searchParams);
 *
 * @param other names that mean something to the caller alone
 * @throws `http.unknown_filter`, or `InvalidInput` that names every value that is wrong
 */
export function readQuery<S extends QueryShape>(
  shape: S,
  query: URLSearchParams,
  other: readonly string[] = [],
): QueryValues<S> {
  for (const name of query.keys())
    if (!Object.hasOwn(shape, name) && !other.includes(name))
      throw new AppError("http.unknown_filter", 400, { name: name.slice(0, 60) });
  const problems: FieldProblem[] = [];
  const values = Object.entries(shape).map(([name, reader]) => {
    const [text = "", ...more] = query.getAll(name).map((one) => one.trim());
    if (more.length > 0) problems.push({ path: name, code: "filter.repeated" });
    else if (text.length > longest) problems.push({ path: name, code: "text.too_long" });
    else if (text) {
      const read = reader.read(text);
      if ("value" in read) return [name, read.value];
      problems.push({ path: name, code: read.code });
    }
    return [name, null];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return Object.fromEntries(values) as QueryValues<S>;
}

/** The same filters as a query again, `?…` or nothing, without those that are named: for links to the rows as open data. */
export function queryOf(values: Readonly<Record<string, unknown>>, without: readonly string[] = ["page"]): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== null && !without.includes(name)) query.set(name, String(value));
  const text = query.toString();
  return text && `?${text}`;
}

/** The words of a text filter as they are compared with `folded_text`, ready for LIKE. */
export const likeWords = (text: string | null): string[] =>
  text === null
    ? []
    : fold(text)
        .split(" ")
        .filter(Boolean)
        .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);

import { type RawBuilder, type SqlBool, sql } from "kysely";
import { fold, type Query, queryTerms, stemText } from "../albanian/albanian.ts";
import { type Locale, type LocalizedText, locales } from "../locale.shared.ts";
import { cleanQuestion, languages } from "./languages.ts";

/** What stands before a stem of each language: no folded text holds such a sign. */
const marks: Readonly<Record<Locale, string>> = { sq: "~", en: "=" };
const stem = (locale: Locale, text: string) => `${marks[locale]}${text} `;

type Said = LocalizedText | string | null | undefined;
/** What has no translation of its own (a name, a number) is read in both languages. */
const inLanguage = (said: Said, locale: Locale) => (typeof said === "string" ? said : said?.[locale]) ?? "";

/**
 * What the text filter of a register looks in (`folded_text`): the texts folded, as the workspace looks for letters in
 * them, then the stem of every word by its language: `vendim nr 4 tarifat ~vendim ~4 ~tarif =vendim `.
 */
export function registerText(...texts: readonly Said[]): string {
  const written = texts.flatMap((said) => (typeof said === "string" ? [said] : Object.values(said ?? {})));
  const stems = locales.flatMap((locale) => {
    const all = texts.map((said) => inLanguage(said, locale)).filter(Boolean);
    return stemText(all.join(" ; "), languages[locale])
      .split(" ")
      .map((one) => stem(locale, one));
  });
  return `${fold(written.filter(Boolean).join(" "))} ${[...new Set(stems)].join("")}`;
}

/** Letters that must stand in a text, all of some conditions or any of some. */
export type Asked = string | { all: readonly Asked[] } | { any: readonly Asked[] };

/** What says nothing is left out: every text satisfies it. */
const everything: Asked = { all: [] };

const all = (parts: readonly Asked[]): Asked => (parts.length === 1 ? parts[0]! : { all: parts });
const any = (parts: readonly Asked[]): Asked => {
  const flat = parts.flatMap((part) => (typeof part === "object" && "any" in part ? part.any : [part]));
  return flat.length === 1 ? flat[0]! : { any: flat };
};

const inReading = ({ terms }: Query, locale: Locale, orPart: boolean): Asked =>
  all(
    terms.map(({ alternatives, written }) =>
      any([
        ...alternatives.map(({ words }) => all(words.map((stems) => any(stems.map((one) => stem(locale, one)))))),
        ...(orPart ? [all(written.map(fold))] : []),
      ]),
    ),
  );

/**
 * What a text filter asks for: every word by its stem or by what means the same, read as Albanian or as English.
 * @param orPart of names: a part of a word is enough, as who looks for a name types its beginning
 */
export function askedOf(q: string | null, { orPart = false }: { orPart?: boolean } = {}): Asked {
  const readings = locales
    .map((locale) => ({ locale, query: queryTerms(cleanQuestion(q ?? ""), languages[locale]) }))
    .filter(({ query }) => query.terms.length > 0);
  if (readings.length === 0) return everything;
  return any(readings.map(({ locale, query }) => inReading(query, locale, orPart)));
}

const pattern = (letters: string) => `%${letters.replace(/[\\%_]/g, "\\$&")}%`;
const isLetters = (asked: Asked): asked is string => typeof asked === "string";

/** Whether one of the columns, each as `registerText` made it, says what is asked. */
export function says(columns: readonly RawBuilder<string>[], asked: Asked): RawBuilder<SqlBool> {
  const anyOf = (letters: readonly string[]) => {
    const patterns = letters.map(pattern);
    return sql<SqlBool>`(${sql.join(
      columns.map((column) => sql`${column} like any (${patterns}::text[])`),
      sql` or `,
    )})`;
  };
  if (isLetters(asked)) return anyOf([asked]);
  if ("any" in asked) {
    const parts = [
      ...(asked.any.some(isLetters) ? [anyOf(asked.any.filter(isLetters))] : []),
      ...asked.any.filter((one) => !isLetters(one)).map((one) => says(columns, one)),
    ];
    return sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
  }
  if (asked.all.length === 0) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${sql.join(
    asked.all.map((one) => says(columns, one)),
    sql` and `,
  )})`;
}

/** The same of a text that is at hand. */
export function isSaid(text: string, asked: Asked): boolean {
  if (isLetters(asked)) return text.includes(asked);
  if ("any" in asked) return asked.any.some((one) => isSaid(text, one));
  return asked.all.every((one) => isSaid(text, one));
}

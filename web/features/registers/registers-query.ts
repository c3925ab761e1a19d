import type { RegistersApi } from "../../../server/features/registers/registers.routes.ts";
import type { RegisterDetail, RegisterEntry } from "../../../server/features/registers/registers.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { type Answer, base, body, pageQuery, read } from "../../lib/api.ts";
import { readApi } from "../../lib/read-api.ts";

const registersApi = readApi<RegistersApi>(`${base}/registers`, read);

// What a query answers travels in the page for the browser to go on from, so each takes only what its page shows.

const shown = ({ title, description, url, described, group, total, changedAt }: RegisterEntry, locale: Locale) => ({
  title: title[locale],
  description: description[locale],
  url: url[locale],
  described: described[locale],
  group,
  total,
  changedAt,
});
export type ListedRegister = ReturnType<typeof shown>;

/** Every register in one language, or those that are meant by some words; or why those were refused. */
export const getRegisters = pageQuery(async (locale: Locale, q: string) => {
  const answer = await registersApi.index.$get({ query: { columns: "none", ...(q && { q }) } });
  if ((answer.status as number) === 422) return { problem: (await answer.json()) as unknown as Problem };
  const { registers, licence } = (await body(answer))!;
  return { licence, registers: registers.map((register) => shown(register, locale)) };
}, "registers");

/** Characters of a text that a table of first rows has room for. */
const longest = 160;

/** Columns that people read: of a text the page's own language, no identifiers, nothing long, nothing empty. */
function readable({ columns, sample }: RegisterDetail, locale: Locale): string[] {
  const names = new Set(columns.map(({ name }) => name));
  const isOther = (name: string) =>
    locale === "en" ? name.endsWith("_sq") && names.has(`${name.slice(0, -3)}_en`) : name.endsWith("_en");
  const isShort = (name: string) => sample.every((row) => String(row[name] ?? "").length <= longest);
  const isThere = (name: string) =>
    sample.some((row) => row[name] ?? (name.endsWith("_en") && row[`${name.slice(0, -3)}_sq`]));
  return [...names].filter(
    (name) => !isOther(name) && !/(^|_)id$|sha256|^files$/.test(name) && isShort(name) && isThere(name),
  );
}

/** One register in one language, with its columns and first rows; `null` where there is none. */
export const getRegister = pageQuery(async (name: string, locale: Locale) => {
  const found = await body((await registersApi[":name"].$get({ param: { name } })) as Answer<RegisterDetail>);
  if (!found) return null;
  const shownColumns = readable(found, locale);
  // Where there is no English, the Albanian text is shown in its place.
  const kept = shownColumns.flatMap((column) => [column, column.replace(/_en$/, "_sq")]);
  return {
    ...shown(found, locale),
    licence: found.licence,
    filters: found.filters,
    columns: found.columns.map(({ name: column, kind, label, choices }) => ({
      name: column,
      kind,
      label: label[locale],
      choices: choices?.map((choice) => ({ value: choice.value, label: choice.label[locale] })),
    })),
    shownColumns,
    sample: found.sample.map((row) => Object.fromEntries(kept.map((column) => [column, row[column] ?? null]))),
  };
}, "register");
export type ShownRegister = NonNullable<Awaited<ReturnType<typeof getRegister>>>;
export type ShownColumn = ShownRegister["columns"][number];

import type { RegisterDetail, RegisterEntry } from "../../../server/features/registers/registers.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { type Answer, body, pageQuery, registersApi } from "../../lib/api.ts";

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

/** One register in one language, with its columns and first rows; `null` where there is none. */
export const getRegister = pageQuery(async (name: string, locale: Locale) => {
  const found = await body((await registersApi[":name"].$get({ param: { name } })) as Answer<RegisterDetail>);
  if (!found) return null;
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
    sample: found.sample,
  };
}, "register");
export type ShownRegister = NonNullable<Awaited<ReturnType<typeof getRegister>>>;
export type ShownColumn = ShownRegister["columns"][number];

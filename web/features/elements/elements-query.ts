import type { ElementCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { body, elementsApi, pageQuery } from "../../lib/api.ts";
import type { Readiness } from "../../ui/readiness-tag.tsx";

// What a query answers travels in the page for the browser to go on from, so each takes only what its page shows.

const board = async () => (await body(await elementsApi.index.$get()))!;

/** How much of each element is here. */
export const getReadiness = pageQuery(async () => {
  const { elements } = await board();
  return Object.fromEntries(elements.map(({ code, readiness }) => [code, readiness])) as Record<ElementCode, Readiness>;
}, "readiness");

/** The same with the reason for it, in one language. */
export const getBoard = pageQuery(async (locale: Locale) => {
  const { elements } = await board();
  return Object.fromEntries(
    elements.map(({ code, readiness, reason }) => [code, { readiness, reason: reason[locale] }]),
  ) as Record<ElementCode, { readiness: Readiness; reason: string }>;
}, "board");

/** One element in one language: what stands on its page, how it is done on paper, the law behind it. */
export const getElement = pageQuery(async (code: string, locale: Locale) => {
  const { stands, paper, readiness, reason, legal } = (await body(
    await elementsApi[":code"].$get({ param: { code } }),
  ))!;
  return {
    readiness,
    stands: stands[locale],
    paper: paper[locale],
    reason: reason[locale],
    legal: legal.map(({ text, lawTitle, article, certainty }) => ({
      text: text[locale],
      law: lawTitle[locale],
      article,
      isChecked: certainty === "seen",
    })),
  };
}, "element");
export type ElementDescription = Awaited<ReturnType<typeof getElement>>;

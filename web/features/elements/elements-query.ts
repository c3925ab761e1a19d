import type { ElementCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { body, elementsApi, pageQuery, readinessApi } from "../../lib/api.ts";
import type { Readiness } from "../../ui/readiness-tag.tsx";

// What a query answers travels in the page for the browser to go on from, so each takes only what its page shows.

const board = async () => (await body(await elementsApi.index.$get()))!;

/** The elements of one part with their full names, in one language. */
export const getPart = pageQuery(async (part: string, locale: Locale) => {
  const { elements } = await board();
  return Object.fromEntries(
    elements
      .filter((element) => element.part === part)
      .map(({ code, title, readiness, declined }) => [
        code,
        { title: title[locale], readiness, ...(declined && { declined: true }) },
      ]),
  ) as Partial<Record<ElementCode, { title: string; readiness: Readiness; declined?: true }>>;
}, "part");
export type PartBoard = Awaited<ReturnType<typeof getPart>>;

/** Every element with how much of it is here and why, in one language. */
export const getBoard = pageQuery(async (locale: Locale) => {
  const { elements } = await board();
  return Object.fromEntries(
    elements.map(({ code, readiness, reason }) => [code, { readiness, reason: reason[locale] }]),
  ) as Record<ElementCode, { readiness: Readiness; reason: string }>;
}, "board");

/** What the council itself holds and plans, by element; `null` where it does not show that. */
export const getPlan = pageQuery(async () => {
  const { elements } = (await body(await readinessApi.plan.$get()))!;
  return elements && Object.fromEntries(elements.map(({ code, own, steps }) => [code, { own, steps }]));
}, "readiness-plan");
export type ShownPlan = NonNullable<Awaited<ReturnType<typeof getPlan>>>;

/** One element in one language: what stands on its page, how it is done on paper, the law behind it. */
export const getElement = pageQuery(async (code: string, locale: Locale) => {
  const { title, stands, paper, readiness, reason, legal, declined } = (await body(
    await elementsApi[":code"].$get({ param: { code } }),
  ))!;
  return {
    readiness,
    title: title[locale],
    stands: stands[locale],
    paper: paper[locale],
    reason: reason[locale],
    declined: declined && { title: declined.title[locale], text: declined.text[locale] },
    legal: legal.map(({ text, lawTitle, article, certainty }) => ({
      text: text[locale],
      law: lawTitle[locale],
      article,
      isChecked: certainty === "seen",
    })),
  };
}, "element");
export type ElementDescription = Awaited<ReturnType<typeof getElement>>;

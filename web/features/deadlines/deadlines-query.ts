import type { DeadlinesApi, HolidaysApi } from "../../../server/features/deadlines/deadlines.routes.ts";
import type { ComputedDeadline, HolidayList, RuleList } from "../../../server/features/deadlines/deadlines.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale, LocalizedText } from "../../../server/locale.shared.ts";
import { type Answer, base, body, pageQuery, read } from "../../lib/api.ts";
import { readApi } from "../../lib/read-api.ts";

const deadlinesApi = readApi<DeadlinesApi>(`${base}/deadlines`, read);
const holidaysApi = readApi<HolidaysApi>(`${base}/holidays`, read);

const inOne = (text: LocalizedText, locale: Locale) => text[locale] ?? text.sq;

/** Every rule in one language, today, and by which law days are counted. */
async function rulesIn(locale: Locale) {
  const { today, counting, rules } = (await body((await deadlinesApi.rules.$get()) as Answer<RuleList>))!;
  return {
    today,
    /** Their names by their numbers, in the order in which the rules stand. */
    laws: Object.fromEntries(rules.map(({ law, lawTitle }) => [law, inOne(lawTitle, locale)])),
    counting: {
      text: inOne(counting.text, locale),
      law: counting.law,
      article: counting.article,
      certainty: counting.certainty,
    },
    rules: rules.map((rule) => ({
      code: rule.code,
      title: inOne(rule.title, locale),
      number: rule.number,
      unit: rule.unit,
      day: rule.day,
      direction: rule.direction,
      meaning: rule.meaning,
      startsWith: inOne(rule.startsWith, locale),
      law: rule.law,
      article: rule.article,
      certainty: rule.certainty,
      source: rule.source,
      note: rule.note && inOne(rule.note, locale),
      council: rule.council && {
        number: rule.council.number,
        unit: rule.council.unit,
        ground: inOne(rule.council.ground, locale),
      },
    })),
  };
}
export type RulesShown = Awaited<ReturnType<typeof rulesIn>>;
export type RuleShown = RulesShown["rules"][number];

export interface CountAnswer {
  counted?: Omit<ComputedDeadline, "steps" | "rule"> & { code: string; steps: string[] };
  problem?: Problem;
}

/** Counts what the form asks; `null` before it asks anything. */
async function countOf(asked: URLSearchParams, locale: Locale): Promise<CountAnswer | null> {
  const [rule, day, time, given] = ["rule", "from", "time", "given"].map((name) => asked.get(name) ?? "");
  if (!rule || !day) return null;
  const from = time ? `${day}T${time}` : day;
  const answer = await deadlinesApi.compute.$get({ query: { rule, from, given: given || undefined } });
  if (!answer.ok) return { problem: (await (answer as Response).json()) as Problem };
  const { steps, rule: found, ...counted } = (await body(answer as Answer<ComputedDeadline>))!;
  return { counted: { ...counted, code: found.code, steps: steps.map((step) => step[locale]) } };
}

export interface HolidaysAnswer {
  list?: Pick<HolidayList, "year" | "basis" | "known"> & {
    law: string;
    days: (Pick<HolidayList["days"][number], "day" | "inLieuOf" | "estimated" | "nonWorking" | "change"> & {
      name: string;
      reason: string | null;
    })[];
  };
  problem?: Problem;
}

/** The holidays of a year in one language, or why there are none. */
async function holidaysOf(year: string, locale: Locale): Promise<HolidaysAnswer> {
  const answer = await holidaysApi.index.$get({ query: { year } });
  if (!answer.ok) return { problem: (await (answer as Response).json()) as Problem };
  const list = (await body(answer as Answer<HolidayList>))!;
  const days = list.days.map(({ day, name, inLieuOf, estimated, nonWorking, change, reason }) => ({
    ...{ day, inLieuOf, estimated, nonWorking, change },
    name: inOne(name, locale),
    reason: reason && inOne(reason, locale),
  }));
  return { list: { year: list.year, basis: list.basis, known: list.known, law: inOne(list.law.title, locale), days } };
}

/** All that the page shows: the rules, what the form asks, the holidays of the year that is asked for or runs. */
export const getDeadlinesPage = pageQuery(async (query: string, locale: Locale) => {
  const asked = new URLSearchParams(query);
  const [rules, count] = await Promise.all([rulesIn(locale), countOf(asked, locale)]);
  return { rules, count, holidays: await holidaysOf(asked.get("year") ?? rules.today.slice(0, 4), locale) };
}, "deadlines-page");

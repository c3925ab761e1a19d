import type { Locale } from "../locale.shared.ts";
import type { Anchor } from "./source.schema.ts";

const DAY = 86_400_000;
const parse = (day: string) => Date.parse(`${day}T00:00:00Z`);
const format = (time: number) => new Date(time).toISOString().slice(0, 10);
const weekdayOf = (day: string) => new Date(parse(day)).getUTCDay();

/** `YYYY-MM-DD` so many days later (or earlier). */
export const addDays = (day: string, days: number) => format(parse(day) + days * DAY);
export const yearOf = (day: string) => Number(day.slice(0, 4));

const toFriday = (day: string) => addDays(day, { 6: -1, 0: -2 }[weekdayOf(day)] ?? 0);
const toMonday = (day: string) => addDays(day, { 6: 2, 0: 1 }[weekdayOf(day)] ?? 0);

/**
 * The day that an anchor means when the demo's world ends on `demoDate`. Never on a weekend, and
 * never later: what happens every year has last happened before that day.
 */
export function dayOf(anchor: Anchor, demoDate: string): string {
  if ("daysAgo" in anchor) return toFriday(addDays(demoDate, -anchor.daysAgo));
  const year = yearOf(demoDate);
  const latest = `${year}-${anchor.last}` < demoDate ? year : year - 1;
  return toFriday(`${latest - (anchor.back ?? 0)}-${anchor.last}`);
}

/** A day so many days after another; one that is counted and falls on a weekend moves to the Monday after. */
export const dayAfter = (day: string, days: number) => (days === 0 ? day : toMonday(addDays(day, days)));

/** How much of `year` has passed on `day`: 0 before it, 1 after it. */
export function shareOfYear(year: number, day: string): number {
  const start = parse(`${year}-01-01`);
  return Math.min(Math.max((parse(day) - start) / (parse(`${year + 1}-01-01`) - start), 0), 1);
}

/** 05.03.2026 */
export const numericDate = (day: string) => day.split("-").reverse().join(".");

const inWords = (options: Intl.DateTimeFormatOptions) => ({
  sq: new Intl.DateTimeFormat("sq", { ...options, timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }),
});
const long = inWords({ day: "numeric", month: "long", year: "numeric" });
const weekday = inWords({ weekday: "long" });
const month = inWords({ month: "long" });

/** 5 mars 2026 / 5 March 2026 */
export const longDate = (day: string, locale: Locale) => long[locale].format(parse(day));
/** e enjte / Thursday */
export const weekdayName = (day: string, locale: Locale) => weekday[locale].format(parse(day));
/** mars / March */
export const monthName = (day: string, locale: Locale) => month[locale].format(parse(day));
/** The month before: shkurt 2026 / February 2026 */
export const monthBefore = (day: string, locale: Locale) => {
  const before = addDays(`${day.slice(0, 7)}-01`, -1);
  return `${monthName(before, locale)} ${yearOf(before)}`;
};

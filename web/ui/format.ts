import type { Locale } from "../../server/locale.shared.ts";

/** The order of official acts, 05.03.2026, in both languages; German has it in every browser. */
const asOnActs = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
const dayInTirana = new Intl.DateTimeFormat("de", { ...asOnActs, timeZone: "Europe/Tirane" });

/** Albanian writes numbers as Czech does, with a comma and a space that does not break; Czech is in every browser. */
const languages = { sq: "cs", en: "en-GB" } as const;
/** Making a formatter costs more than using it a hundred times. */
const inBoth = <F>(make: (language: string) => F): Record<Locale, F> => ({
  sq: make(languages.sq),
  en: make(languages.en),
});
/** Of months from January, and of days from Sunday. Not every browser has Albanian: it would say them in its own language. */
const names = {
  month: {
    sq: "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor".split(" "),
    en: "January February March April May June July August September October November December".split(" "),
  },
  shortMonth: {
    sq: "jan shk mar pri maj qer korr gush sht tet nën dhj".split(" "),
    en: "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(" "),
  },
  weekday: {
    sq: ["e diel", "e hënë", "e martë", "e mërkurë", "e enjte", "e premte", "e shtunë"],
    en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
  },
} as const satisfies Record<string, Record<Locale, readonly string[]>>;
const numbers = inBoth((language) => new Intl.NumberFormat(language, { useGrouping: "always" }));
const tenths = inBoth((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
const wholes = inBoth((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));

const hundredths = inBoth(
  (language) => new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const changes = inBoth(
  (language) => new Intl.NumberFormat(language, { signDisplay: "exceptZero", maximumFractionDigits: 2 }),
);

const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

/** A calendar day `2026-03-05` as 05.03.2026. */
export const formatDay = (date: string) => date.split("-").reverse().join(".");

/** The day in Albania on which an instant falls, as 05.03.2026. */
export const formatInstantDay = (instant: string) => dayInTirana.format(new Date(instant));

/** The calendar day `2026-03-05` in Albania on which an instant falls. */
export const localDay = (instant: string) => formatInstantDay(instant).split(".").reverse().join("-");

const clock = new Intl.DateTimeFormat("de", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/Tirane",
});
/** The time of day in Albania, as 10:05. */
export const formatTime = (instant: string) => clock.format(new Date(instant));

/** mars 2026, March 2026 */
export const formatMonth = (date: string, locale: Locale) => `${formatMonthName(date, locale)} ${date.slice(0, 4)}`;

/** mars, March */
export const formatMonthName = (date: string, locale: Locale) => names.month[locale][Number(date.slice(5, 7)) - 1]!;

/** A month of any year from 1 to 12, in a narrow column: mar, Mar. */
export const formatShortMonth = (month: number, locale: Locale) => names.shortMonth[locale][month - 1]!;

/** e enjte, Thursday */
export const formatWeekday = (date: string, locale: Locale) => names.weekday[locale][midnight(date).getUTCDay()]!;

/** The day and the month of `2026-12-31`: 31 dhjetor, 31 December. */
export const formatDayOfMonth = (date: string, locale: Locale) =>
  `${Number(date.slice(8, 10))} ${formatMonthName(date, locale)}`;

/** 1 234 567 in Albanian, 1,234,567 in English. Grouped from four digits on, so that columns align. */
export const formatNumber = (value: number, locale: Locale) => numbers[locale].format(value);

/** Bytes as a reader thinks of them: 840 kB, 1,2 MB. */
export function formatSize(bytes: number, locale: Locale) {
  if (bytes < 1_000_000) return `${wholes[locale].format(Math.max(bytes / 1_000, 1))}\u00a0kB`;
  const megabytes = bytes / 1_000_000;
  return `${(megabytes < 10 ? tenths : wholes)[locale].format(megabytes)}\u00a0MB`;
}

/** 43.2 as 43,20% in Albanian, 43.20% in English. */
export const formatPercentage = (value: number, locale: Locale) => `${hundredths[locale].format(value)}%`;

/** More or less than before: +1,5, −2, 0. */
export const formatChange = (value: number, locale: Locale) => changes[locale].format(value).replace("-", "−");

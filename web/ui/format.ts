import type { Locale } from "../../server/locale.shared.ts";

/** The order of official acts, 05.03.2026, in both languages; German has it in every browser. */
const day = new Intl.DateTimeFormat("de", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
const dayInTirana = new Intl.DateTimeFormat("de", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  timeZone: "Europe/Tirane",
});

/** A calendar day `2026-03-05` as 05.03.2026. */
export const formatDay = (date: string) => day.format(new Date(`${date}T00:00:00Z`));

/** The day in Albania on which an instant falls, as 05.03.2026. */
export const formatInstantDay = (instant: string) => dayInTirana.format(new Date(instant));

const languageOf: Record<Locale, string> = { sq: "sq", en: "en-GB" };

/** 1 234 567 in Albanian, 1,234,567 in English. Grouped from four digits on, so that columns align. */
export const formatNumber = (value: number, locale: Locale) =>
  new Intl.NumberFormat(languageOf[locale], { useGrouping: "always" }).format(value);

/** Bytes as a reader thinks of them: 840 kB, 1,2 MB. */
export function formatSize(bytes: number, locale: Locale) {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(bytes / 1_000, 1), "kB"] : [bytes / 1_000_000, "MB"];
  const digits = new Intl.NumberFormat(languageOf[locale], {
    maximumFractionDigits: value < 10 && unit === "MB" ? 1 : 0,
  });
  return `${digits.format(value)}\u00a0${unit}`;
}

const spoken = (date: string, locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(languageOf[locale], { ...options, timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));

/** mars 2026, March 2026 */
export const formatMonth = (date: string, locale: Locale) => spoken(date, locale, { month: "long", year: "numeric" });

/** e enjte, Thursday */
export const formatWeekday = (date: string, locale: Locale) => spoken(date, locale, { weekday: "long" });

import type { Locale } from "./locale.shared.ts";

/** The councils' time zone. */
export const zone = "Europe/Tirane";

const inTirana = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

/** The calendar day in Tirana, `YYYY-MM-DD`. */
export const dayIn = (instant: Date): string => inTirana(instant).toPlainDate().toString();

/** When the next day begins in Tirana, also where the clock is put forward or back that night. */
export const nextMidnight = (instant: Date): Date =>
  new Date(inTirana(instant).add({ days: 1 }).startOfDay().epochMilliseconds);

/** The day so many days before. */
export const daysBefore = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).subtract({ days }).toString();

/** The same day so many years later; of 29 February 28, where that year has none. */
export const yearsAfter = (day: string, years: number): string =>
  Temporal.PlainDate.from(day).add({ years }).toString();

/** `05.03.2026` */
export const numericDay = (day: string): string => day.split("-").toReversed().join(".");

/** An instant with Albania's clock. */
export const zonedTime = (instant: Date): Temporal.ZonedDateTime => inTirana(instant);

/** What clocks in Tirana show at an instant. */
export const wallTime = (instant: Date): Temporal.PlainDateTime => inTirana(instant).toPlainDateTime();

/** `18:00` in Tirana. */
export const timeIn = (instant: Date): string => inTirana(instant).toPlainTime().toString({ smallestUnit: "minute" });

const weekdays: Record<Locale, Intl.DateTimeFormat> = {
  sq: new Intl.DateTimeFormat("sq", { weekday: "long", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }),
};
/** `e enjte`, `Thursday` */
export const weekdayOf = (day: string, locale: Locale): string => weekdays[locale].format(new Date(`${day}T00:00:00Z`));

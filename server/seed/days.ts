import { zone } from "../local-time.ts";

const date = (day: string) => Temporal.PlainDate.from(day);

export const later = (day: string, days: number): string => date(day).add({ days }).toString();

/** The instant of an hour in Tirana on a day, as it is stored. */
export const at = (day: string, time: string): string =>
  date(day).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString();

/** Every month from so many years before a day up to it, as its first days. */
export function monthsUntil(today: string, years: number): string[] {
  const last = date(today).with({ day: 1 });
  return Array.from({ length: years * 12 }, (_, ago) => last.subtract({ months: ago }).toString()).toReversed();
}

/** The last weekday of this number (4 is Thursday) in the month of a day. */
export function lastWeekday(month: string, weekday: number): string {
  const end = date(month).add({ months: 1 }).subtract({ days: 1 });
  return end.subtract({ days: (end.dayOfWeek - weekday + 7) % 7 }).toString();
}

/** The first weekday of this number in the month of a day, so many weeks later. */
export function weekdayOf(month: string, weekday: number, weeks: number): string {
  const first = date(month).with({ day: 1 });
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * weeks }).toString();
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

import type { CalendarPeriod } from "../../../server/features/calendar/calendar.schema.ts";
import type { NotedMeeting } from "./calendar-query.ts";

const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The days of a month `2026-03`, in order. */
export function daysOfMonth(month: string): string[] {
  const [year, number] = month.split("-").map(Number) as [number, number];
  // Day nought of the next month is the last of this one.
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: last }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`);
}

/** 1 is Monday, as weeks are read in Albania. */
export const weekdayNumber = (day: string): number => utc(day).getUTCDay() || 7;

/** The month before or after, `2026-03` and -1 give `2026-02`. */
export function otherMonth(month: string, steps: number): string {
  const date = utc(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + steps);
  return dayOf(date).slice(0, 7);
}

/** The twelve months of a year. */
export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`);

/** What is written on one day: a meeting, or that comments begin or end. */
export type Note =
  | { is: "meeting"; day: string; meeting: NotedMeeting }
  | { is: "begins" | "ends"; day: string; period: CalendarPeriod };

/** All notes of a sheet by their day, meetings before periods. */
export function notesByDay(
  meetings: readonly NotedMeeting[],
  periods: readonly CalendarPeriod[],
): ReadonlyMap<string, Note[]> {
  const notes = new Map<string, Note[]>();
  const add = (note: Note) => {
    const ofDay = notes.get(note.day);
    if (ofDay) ofDay.push(note);
    else notes.set(note.day, [note]);
  };
  for (const meeting of meetings) add({ is: "meeting", day: meeting.day, meeting });
  for (const period of periods) {
    add({ is: "begins", day: period.from, period });
    if (period.until !== period.from) add({ is: "ends", day: period.until, period });
  }
  return notes;
}

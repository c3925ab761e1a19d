import type { Day } from "../../db/columns.ts";

/** On which days a body is used to meet: a weekday every week, or one of its month; -1 is the last. */
export interface Rhythm {
  /** 1 is Monday. */
  weekday: number;
  week: number | null;
}

function inMonth(month: Temporal.PlainYearMonth, { weekday, week }: Rhythm): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  const firstSuch = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  if (week !== -1) return firstSuch.add({ weeks: week! - 1 });
  const fifth = firstSuch.add({ weeks: 4 });
  return fifth.month === month.month ? fifth : firstSuch.add({ weeks: 3 });
}

/** The days of a rhythm from a day on, in their order; there is no end of them. */
export function* rhythmDays(rhythm: Rhythm, from: Day): Generator<Day> {
  const start = Temporal.PlainDate.from(from);
  if (rhythm.week === null) {
    for (let day = start.add({ days: (rhythm.weekday - start.dayOfWeek + 7) % 7 }); ; day = day.add({ weeks: 1 }))
      yield day.toString();
  }
  for (let month = start.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    const day = inMonth(month, rhythm);
    if (Temporal.PlainDate.compare(day, start) >= 0) yield day.toString();
  }
}

/** The rhythm of which a day is one; a fifth such weekday of a month is taken for the last. */
export function rhythmOf(day: Day): Rhythm {
  const date = Temporal.PlainDate.from(day);
  const week = Math.ceil(date.day / 7);
  return { weekday: date.dayOfWeek, week: week === 5 ? -1 : week };
}

import type { Day } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { unknownYear } from "./deadlines.errors.ts";
import { basisOf, holidayLaw, holidaysOf, isWeekend, type YearBasis } from "./holidays.ts";

/** What a council knows of one day beyond the nationwide list; the last word on it. */
export interface CouncilDay {
  day: Day;
  /** `added`: off here as well. `confirmed`: the listed day is certain. `removed`: the listed day is not off after all. */
  change: "added" | "confirmed" | "removed";
  /** Of an added day. */
  name: LocalizedText | null;
  /** Whether periods skip the day; an added day may be one only for the staff. */
  nonWorking: boolean;
  reason: LocalizedText;
  source: string;
}

/** A day off as the calendar lists it. */
export interface CalendarDay {
  day: Day;
  name: LocalizedText;
  inLieuOf: Day | null;
  estimated: boolean;
  basis: YearBasis | "council";
  /** Whether periods skip it. */
  nonWorking: boolean;
  change: CouncilDay["change"] | null;
  reason: LocalizedText | null;
  source: string;
}

/** Which days count as working days, for one council. */
export interface Calendar {
  /** The days off that fall on this day and count; weekends are not among them. */
  daysOff(day: Day): readonly CalendarDay[];
  /** @throws `deadlines.unknown_year` rather than taking an unknown year for one without holidays. */
  isWorking(day: Day): boolean;
  /** The working days of a year in order. @throws `deadlines.unknown_year` */
  workingDays(year: number): readonly Day[];
  basisOf(year: number): YearBasis | null;
  /** All that is known of a year in order, days that were removed included. */
  ofYear(year: number): readonly CalendarDay[];
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

function daysOfYear(year: number): Day[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }).toString());
}

/**
 * The nationwide holidays with a council's own entries laid over them. An entry for a holiday on a weekend also decides on
 * the day to which it was moved, unless that day has an entry of its own.
 *
 *     const calendar = workCalendar(await findCouncilDays(tx));
 */
export function workCalendar(entries: readonly CouncilDay[] = []): Calendar {
  const entryOf = new Map(entries.map((entry) => [entry.day, entry]));
  /** What the council says of a listed holiday; an added day is one of its own. */
  const verdictOn = (day: Day) => {
    const entry = entryOf.get(day);
    return entry?.change === "added" ? undefined : entry;
  };
  const years = new Map<number, Map<Day, CalendarDay[]>>();

  function build(year: number): CalendarDay[] {
    const basis = basisOf(year);
    const nationwide = holidaysOf(year).map(({ day, name, inLieuOf, estimated }): CalendarDay => {
      const entry = verdictOn(day) ?? (inLieuOf ? verdictOn(inLieuOf) : undefined);
      return {
        day,
        name,
        inLieuOf,
        estimated: estimated && !entry,
        basis: basis!,
        nonWorking: entry?.change !== "removed",
        change: entry?.change ?? null,
        reason: entry?.reason ?? null,
        source: entry?.source ?? holidayLaw.source,
      };
    });
    const added = entries
      .filter(({ day, change }) => change === "added" && yearOf(day) === year)
      .map(
        ({ day, name, nonWorking, change, reason, source }): CalendarDay => ({
          day,
          name: name!,
          inLieuOf: null,
          estimated: false,
          basis: "council",
          nonWorking,
          change,
          reason,
          source,
        }),
      );
    return [...nationwide, ...added].toSorted((a, b) => a.day.localeCompare(b.day));
  }

  function yearDays(year: number): Map<Day, CalendarDay[]> {
    let days = years.get(year);
    if (!days) {
      days = Map.groupBy(build(year), ({ day }) => day);
      years.set(year, days);
    }
    return days;
  }
  const daysOff = (day: Day) => (yearDays(yearOf(day)).get(day) ?? []).filter(({ nonWorking }) => nonWorking);
  function isWorking(day: Day): boolean {
    if (!basisOf(yearOf(day))) throw unknownYear(yearOf(day));
    return !isWeekend(day) && daysOff(day).length === 0;
  }

  const working = new Map<number, readonly Day[]>();
  function workingDays(year: number): readonly Day[] {
    let days = working.get(year);
    if (!days) {
      days = daysOfYear(year).filter(isWorking);
      working.set(year, days);
    }
    return days;
  }

  return {
    daysOff,
    isWorking,
    workingDays,
    basisOf,
    ofYear: (year) => [...yearDays(year).values()].flat(),
  };
}

/** The first working day after a day. */
export function nextFreeDay(day: Day, calendar: Calendar): Day {
  let next = Temporal.PlainDate.from(day).add({ days: 1 });
  while (!calendar.isWorking(next.toString())) next = next.add({ days: 1 });
  return next.toString();
}

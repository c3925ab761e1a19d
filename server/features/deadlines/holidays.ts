import { gregorianEaster, orthodoxEaster } from "date-easter";
import * as v from "valibot";
import type { Day } from "../../db/columns.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { isoDate, Localized } from "../../text.schema.ts";
import holidayBook from "./holidays.json" with { type: "json" };

const Holiday = v.variant("kind", [
  v.object({ kind: v.literal("fixed"), name: Localized, on: v.string(), since: v.optional(v.number()) }),
  v.object({ kind: v.literal("easter"), name: Localized, easter: v.picklist(["western", "orthodox"]) }),
  v.object({ kind: v.literal("islamic"), name: Localized, month: v.number(), day: v.number() }),
]);
type Holiday = v.InferOutput<typeof Holiday>;

const HolidayBook = v.object({
  law: v.string(),
  lawTitle: Localized,
  source: v.string(),
  certainty: v.string(),
  weekend: v.array(v.number()),
  holidays: v.record(v.string(), Holiday),
  generated: v.object({ from: v.number(), to: v.number() }),
  listed: v.record(
    v.string(),
    v.array(
      v.object({
        holiday: v.string(),
        day: isoDate,
        movedTo: v.optional(isoDate),
        estimated: v.optional(v.boolean(), false),
      }),
    ),
  ),
});
const book = v.parse(HolidayBook, holidayBook);

/** The law on public holidays, and where its list was read. */
export const holidayLaw = { law: book.law, title: book.lawTitle, source: book.source, certainty: book.certainty };

/** The first and the last year of which something is known. */
export const knownYears = {
  from: Math.min(book.generated.from, ...Object.keys(book.listed).map(Number)),
  to: Math.max(book.generated.to, ...Object.keys(book.listed).map(Number)),
};

/** `listed`: read in a source. `generated`: derived from the rules for holidays, which nobody has compared yet. */
export type YearBasis = "listed" | "generated";

/** A public holiday, or the day to which one was moved. */
export interface PublicHoliday {
  day: Day;
  name: LocalizedText;
  /** The Saturday or Sunday for which this day is off; `null` for the holiday itself. */
  inLieuOf: Day | null;
  /** It follows the moon, or the law does not say what happens: it may change. */
  estimated: boolean;
}

const PlainDate = Temporal.PlainDate;
const text = (date: Temporal.PlainDate): Day => date.toString();

/** Saturday and Sunday. */
export const isWeekend = (day: Day): boolean => book.weekend.includes(PlainDate.from(day).dayOfWeek);

/** What is known of a year's holidays; `null` where nothing is and nothing may be computed. */
export function basisOf(year: number): YearBasis | null {
  if (Object.hasOwn(book.listed, year)) return "listed";
  return year >= book.generated.from && year <= book.generated.to ? "generated" : null;
}

function islamicDays(year: number, month: number, day: number): Day[] {
  const calendar = "islamic-umalqura";
  const first = PlainDate.from({ year, month: 1, day: 1 }).withCalendar(calendar).year;
  const last = PlainDate.from({ year, month: 12, day: 31 }).withCalendar(calendar).year;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .map((islamicYear) => PlainDate.from({ calendar, year: islamicYear, month, day }).withCalendar("iso8601"))
    .filter((date) => date.year === year)
    .map(text);
}

function daysIn(year: number, holiday: Holiday): Day[] {
  if (holiday.kind === "fixed") return year >= (holiday.since ?? year) ? [`${year}-${holiday.on}`] : [];
  if (holiday.kind === "islamic") return islamicDays(year, holiday.month, holiday.day);
  const { month, day } = holiday.easter === "western" ? gregorianEaster(year) : orthodoxEaster(year);
  return [text(PlainDate.from({ year, month, day }))];
}

/**
 * A year's holidays by the rules alone: each on its day, and one that falls on a Saturday or Sunday moved to the next
 * working day that is still free. Where two share a Saturday or Sunday, one day is moved and marked as estimated, since it
 * is not clear whether the law gives one or two.
 */
export function generateHolidays(year: number): PublicHoliday[] {
  const itself = Object.values(book.holidays)
    .flatMap((holiday) =>
      daysIn(year, holiday).map((day) => ({
        day,
        name: holiday.name,
        inLieuOf: null,
        estimated: holiday.kind === "islamic",
      })),
    )
    .toSorted((a, b) => a.day.localeCompare(b.day));
  const taken = new Set(itself.map(({ day }) => day));
  const moved = Map.groupBy(
    itself.filter(({ day }) => isWeekend(day)),
    ({ day }) => day,
  )
    .entries()
    .flatMap(([day, holidays]) => {
      let next = PlainDate.from(day);
      while (isWeekend(text(next)) || taken.has(text(next))) next = next.add({ days: 1 });
      taken.add(text(next));
      return holidays.map(({ name, estimated }) => ({
        day: text(next),
        name,
        inLieuOf: day,
        estimated: estimated || holidays.length > 1,
      }));
    });
  return [...itself, ...moved].toSorted((a, b) => a.day.localeCompare(b.day));
}

const listHolidays = (year: number): PublicHoliday[] =>
  book.listed[year]!.flatMap(({ holiday, day, movedTo, estimated }) => {
    const { name } = book.holidays[holiday]!;
    const itself = { day, name, inLieuOf: null, estimated };
    return movedTo ? [itself, { day: movedTo, name, inLieuOf: day, estimated }] : [itself];
  }).toSorted((a, b) => a.day.localeCompare(b.day));

const known = new Map<number, readonly PublicHoliday[]>();

/** A year's public holidays with their moved days, in order; empty for a year of which nothing is known. */
export function holidaysOf(year: number): readonly PublicHoliday[] {
  const basis = basisOf(year);
  if (!basis) return [];
  let days = known.get(year);
  if (!days) {
    days = basis === "listed" ? listHolidays(year) : generateHolidays(year);
    known.set(year, days);
  }
  return days;
}

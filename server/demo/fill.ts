import { elementByCode, isElementCode } from "../features/elements/catalogue.shared.ts";
import type { Locale } from "../locale.shared.ts";
import {
  dayAfter,
  longDate,
  monthBefore,
  monthName,
  numericDate,
  shareOfYear,
  weekdayName,
  yearOf,
} from "./demo-days.ts";

/** What the placeholders of one text are told from. */
export interface Moment {
  /** The text's own day. */
  on: string;
  /** The year that the text is about; that of `on` unless the collection is dated otherwise. */
  year: number;
  /** The day on which the demo's world ends. */
  demoDate: string;
  /** Words about the council's work by then: `{{for:budget}}`, `{{decisions}}`; `undefined` for a name that is none. */
  ofWork?(name: string, key: string | undefined, moment: Moment): string | number | undefined;
}

const dated: Record<string, (day: string, locale: Locale) => string> = {
  date: numericDate,
  longDate,
  weekday: weekdayName,
  month: monthName,
  lastMonth: monthBefore,
  iso: (day) => day,
};

/**
 * Replaces `{{year}}`, `{{onYear}}` (the year of its day), `{{date}}`, `{{longDate}}`, `{{weekday}}`, `{{month}}`,
 * `{{lastMonth}}` (“shkurt 2026”), `{{iso}}` (all with `+n` or `-n`: years or days), `{{url:I.3.7}}` (an element's address) and
 * the words of `moment.ofWork`. A name that is none of these is an error.
 */
export function fillText(text: string, moment: Moment, locale: Locale): string {
  const filled = text.replace(/\{\{([^}]*)\}\}/g, (whole, inside: string) => {
    const code = /^url:(.+)$/.exec(inside)?.[1];
    if (code && isElementCode(code)) return elementByCode(code).path[locale];
    const [, word = "", key] = /^([a-zA-Z]+)(?::([a-z0-9-]+))?$/.exec(inside) ?? [];
    const told = moment.ofWork?.(word, key, moment);
    if (told !== undefined) return String(told);
    const [, name = "", shift = "0"] = /^([a-zA-Z]+)([+-]\d+)?$/.exec(inside) ?? [];
    if (name === "year") return String(moment.year + Number(shift));
    if (name === "onYear") return String(yearOf(moment.on) + Number(shift));
    if (!Object.hasOwn(dated, name)) throw new TypeError(`Unknown placeholder ${whole}`);
    return dated[name]!(dayAfter(moment.on, Number(shift)), locale);
  });
  // The groups of an amount stay on one line.
  return filled.replace(/(?<!\d)[1-9]\d{0,2}(?: \d{3})+(?!\d)/g, (amount) => amount.replaceAll(" ", "\u00a0"));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where a task stands on the day of the demo: done when it is past due, under way in the two months before. */
function progressOf(dueOn: string, demoDate: string): string {
  if (dueOn <= demoDate) return "done";
  return dueOn <= dayAfter(demoDate, 60) ? "ongoing" : "planned";
}

/**
 * Fills everything below a value: texts by their language (`sq`, `en`; Albanian elsewhere), `{ "yearPlus": n }` with a year,
 * `{ "ofWork": name }` with a number of the
 * council's work, `{ "byYearEnd": n }` with the share of `n` that the passed part of the year makes, `"progress": "byDueDate"` from the row's `dueOn`,
 * and `"trainingState": "byDate"` from its `plannedOn`: who attended is known only of what was held.
 */
export function fill<T>(value: T, moment: Moment, locale: Locale = "sq"): T {
  return fillAny(value, moment, locale) as T;
}

function fillAny(value: unknown, moment: Moment, locale: Locale): unknown {
  if (typeof value === "string") return fillText(value, moment, locale);
  if (Array.isArray(value)) return value.map((one) => fillAny(one, moment, locale));
  if (!isRecord(value)) return value;
  if (typeof value.ofWork === "string") return moment.ofWork?.(value.ofWork, undefined, moment);
  if (typeof value.yearPlus === "number") return moment.year + value.yearPlus;
  if (typeof value.byYearEnd === "number") {
    return Math.round((value.byYearEnd * shareOfYear(moment.year, moment.demoDate)) / 1000) * 1000;
  }
  const filled = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, fillAny(one, moment, key === "en" || key === "sq" ? key : locale)]),
  );
  if (filled.progress === "byDueDate") filled.progress = progressOf(String(filled.dueOn), moment.demoDate);
  if (filled.trainingState === "byDate") {
    const isHeld = String(filled.plannedOn) < moment.demoDate;
    filled.trainingState = isHeld ? "held" : "planned";
    if (!isHeld) delete filled.attended;
  }
  return filled;
}

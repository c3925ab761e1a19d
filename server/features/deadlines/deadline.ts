import type { Day } from "../../db/columns.ts";
import { dayIn, zone } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Calendar, yearOf } from "./calendar.ts";
import { countsForward, hourNeeded, noHoursBack, periodNotSet } from "./deadlines.errors.ts";
import { isWeekend } from "./holidays.ts";
import type { Certainty, CountedUnit, Rule } from "./rules.schema.ts";
import { countingRule } from "./rules.ts";
import type { DayUnit, SetBy, Step } from "./steps.ts";

/** A length that replaces the statutory one, with the ground on which it does. */
export interface SetPeriod {
  number: number;
  unit: CountedUnit;
  by: SetBy;
  ground: LocalizedText;
}

/** What is to be computed. */
export interface Question {
  rule: Rule;
  /** The day of the event; for a rule that counts back, of the event that is announced. */
  startsOn: Day;
  /** The instant of the event, which periods in hours need. */
  startsAt?: Date | null;
  calendar: Calendar;
  set?: SetPeriod | null;
}

/** How far a result can be relied on. */
export interface DeadlineCertainty {
  /** The weaker of the rule's number and unit; `set` when the length does not come from the rule. */
  period: Certainty | "set";
  /** Days near the end or within the count that may still change. */
  estimatedDays: Day[];
  /** Years whose holidays were derived and not read. */
  generatedYears: number[];
}

export interface Deadline {
  /** The last day on which it is in time; for what takes effect, the day on which it does. */
  dueOn: Day;
  /** The last instant of a period in hours. */
  dueAt: Date | null;
  steps: Step[];
  certainty: DeadlineCertainty;
}

const dayOf = (text: Day) => Temporal.PlainDate.from(text);
const later = (day: Day, days: number): Day => dayOf(day).add({ days }).toString();

/** The calendar as one computation looks at it, remembering what it relied on. */
function watched(calendar: Calendar) {
  const seen = new Set<Day>();
  const because = (day: Day) => calendar.daysOff(day).map(({ name, inLieuOf }) => ({ name, inLieuOf }));
  return {
    because,
    isWorking(day: Day) {
      seen.add(day);
      return calendar.isWorking(day);
    },
    /** A day that could matter if a neighbouring holiday fell otherwise. */
    near(day: Day) {
      if (calendar.basisOf(yearOf(day))) seen.add(day);
    },
    certainty(period: DeadlineCertainty["period"]): DeadlineCertainty {
      const days = [...seen].toSorted();
      const years = [...new Set(days.map(yearOf))];
      return {
        period,
        estimatedDays: days.filter((day) => calendar.daysOff(day).some(({ estimated }) => estimated)),
        generatedYears: years.filter((year) => calendar.basisOf(year) === "generated"),
      };
    },
  };
}
type Watched = ReturnType<typeof watched>;

const weakness: Certainty[] = ["V", "M+", "M", "M-", "not-found"];
const weaker = (a: Certainty, b: Certainty) => (weakness.indexOf(a) > weakness.indexOf(b) ? a : b);

function basis({ rule, set }: Question): Step[] {
  const { law, article, number, unit, day } = rule;
  const statute: Step = { is: "statute", law, article, number, unit, day, before: rule.direction === "before" };
  return set ? [statute, { is: "set", by: set.by, number: set.number, unit: set.unit, ground: set.ground }] : [statute];
}

function doubts({ rule, set, calendar }: Question, { estimatedDays, generatedYears }: DeadlineCertainty): Step[] {
  const steps: Step[] = estimatedDays.map((day) => ({
    is: "estimated",
    day,
    names: calendar.daysOff(day).map(({ name }) => name),
  }));
  steps.push(...generatedYears.map((year): Step => ({ is: "generated", year })));
  if (!set && rule.certainty !== "V") steps.push({ is: "unchecked", weak: rule.certainty === "M-" });
  else if (!set && rule.unitCertainty !== "V") steps.push({ is: "plain-days", unit: rule.unit });
  return steps;
}

/** Goes over days one by one until so many working days were met; tells which others it passed. */
function countWorking(start: Day, number: number, direction: 1 | -1, calendar: Watched) {
  let day = start;
  let first: Day | null = null;
  let weekends = 0;
  const skipped: Step[] = [];
  for (let counted = 0; counted < number; ) {
    day = later(day, direction);
    if (calendar.isWorking(day)) {
      counted += 1;
      first ??= day;
    } else if (isWeekend(day)) weekends += 1;
    else skipped.push({ is: "skipped", day, because: calendar.because(day) });
  }
  const passed: Step[] = weekends > 0 ? [{ is: "weekends", days: weekends }, ...skipped] : skipped;
  return { end: day, first, passed };
}

function countOver(start: Day, number: number, unit: "calendar" | "months", direction: 1 | -1) {
  if (unit === "calendar") return { end: later(start, direction * number), shortened: [] };
  const from = dayOf(start);
  const end = from.add({ months: direction * number });
  const shortened: Step[] = end.day === from.day ? [] : [{ is: "short-month", wanted: from.day }];
  return { end: end.toString(), shortened };
}

function carryOver(end: Day, calendar: Watched): { day: Day; steps: Step[] } {
  const steps: Step[] = [];
  let day = end;
  calendar.near(later(end, -1));
  while (!calendar.isWorking(day)) {
    steps.push({ is: "not-working", day, because: calendar.because(day) });
    day = later(day, 1);
  }
  if (day !== end) steps.push({ is: "moved", day, law: countingRule.law, article: countingRule.article });
  return { day, steps };
}

function forward(question: Question, number: number, unit: DayUnit, calendar: Watched) {
  const { rule, startsOn } = question;
  const steps: Step[] = [];
  let end = startsOn;
  if (number === 0) steps.push({ is: "same-day", what: rule.startsWith, day: startsOn });
  else {
    steps.push({ is: "event", what: rule.startsWith, day: startsOn });
    if (unit === "working") {
      const counted = countWorking(startsOn, number, 1, calendar);
      end = counted.end;
      steps.push({ is: "first", day: counted.first!, before: false }, ...counted.passed);
    } else {
      const counted = countOver(startsOn, number, unit, 1);
      end = counted.end;
      steps.push({ is: "first", day: later(startsOn, 1), before: false }, ...counted.shortened);
    }
    steps.push({ is: "ends", number, unit, day: end });
  }
  if (rule.onDayOff === "moves") {
    const carried = carryOver(end, calendar);
    calendar.near(later(carried.day, 1));
    return { dueOn: carried.day, steps: [...steps, ...carried.steps] };
  }
  return { dueOn: end, steps: [...steps, ...standing(end, question)] };
}

function backward(question: Question, number: number, unit: DayUnit, calendar: Watched) {
  const { rule, startsOn } = question;
  const steps: Step[] = [{ is: "event", what: rule.startsWith, day: startsOn }];
  let end: Day;
  if (unit === "working") {
    const counted = countWorking(startsOn, number, -1, calendar);
    end = counted.end;
    calendar.near(later(end, -1));
    steps.push({ is: "first", day: counted.first ?? startsOn, before: true }, ...counted.passed);
  } else {
    const counted = countOver(startsOn, number, unit, -1);
    end = counted.end;
    steps.push({ is: "first", day: later(startsOn, -1), before: true }, ...counted.shortened);
  }
  steps.push({ is: "latest", number, unit, day: end }, ...standing(end, question));
  return { dueOn: end, steps };
}

/** Says that a last day stays though it is a day off; in a year that is not known there is nothing to say. */
function standing(day: Day, { rule, calendar }: Question): Step[] {
  if (!calendar.basisOf(yearOf(day)) || calendar.isWorking(day)) return [];
  return [{ is: "stays", day, before: rule.direction === "before" }];
}

function inHours({ rule, startsAt }: Question, number: number) {
  if (rule.direction === "before") throw noHoursBack(rule.code);
  if (!startsAt) throw hourNeeded(rule.code);
  const until = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).add({ hours: number });
  const dueAt = new Date(until.epochMilliseconds);
  const steps: Step[] = [
    { is: "event-hour", what: rule.startsWith, at: startsAt.toISOString() },
    { is: "ends-hour", number, at: dueAt.toISOString() },
  ];
  return { dueOn: dayIn(dueAt), dueAt, steps };
}

function onDayOfYear(question: Question, day: string) {
  const { startsOn } = question;
  const sameYear = `${startsOn.slice(0, 4)}-${day}`;
  const dueOn = sameYear >= startsOn ? sameYear : dayOf(sameYear).add({ years: 1 }).toString();
  return { dueOn, steps: [{ is: "yearly", from: startsOn, day: dueOn } as Step, ...standing(dueOn, question)] };
}

/**
 * When a period ends, and how that was found, step by step. The day of the event is not counted. Working days leave out
 * Saturdays, Sundays, holidays and other days off; a period in calendar days or months that ends on a day off ends on the
 * next working day, where the rule carries over. Days in between are never left out of a period in calendar days.
 *
 *     computeDeadline({ rule: ruleFor("I1", "2026-03-05"), startsOn: "2026-03-05", calendar: workCalendar() }).dueOn // 2026-03-24
 *
 * @throws `deadlines.unknown_year` when a day had to be looked up in a year without data, `deadlines.period_not_set` when
 * neither the law nor the council sets a length, `deadlines.hour_needed` for hours without `startsAt`.
 */
export function computeDeadline(question: Question): Deadline {
  const { rule, set, calendar } = question;
  const watch = watched(calendar);
  const found = ending(question, watch);
  const certainty = watch.certainty(set ? "set" : weaker(rule.certainty, rule.unitCertainty));
  return {
    dueOn: found.dueOn,
    dueAt: found.dueAt ?? null,
    steps: [...basis(question), ...found.steps, ...doubts(question, certainty)],
    certainty,
  };
}

function ending(question: Question, calendar: Watched): { dueOn: Day; dueAt?: Date; steps: Step[] } {
  const { rule, set } = question;
  const { number, unit } = set ?? rule;
  if (unit === "date") return onDayOfYear(question, rule.day!);
  if (number === null) throw periodNotSet(rule.code);
  if (unit === "hours") return inHours(question, number);
  return rule.direction === "before"
    ? backward(question, number, unit, calendar)
    : forward(question, number, unit, calendar);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    count += calendar.workingDays(year).filter((day) => from < day && day <= to).length;
  return count;
}

const daysBetween = (from: Day, to: Day, unit: Rule["unit"], calendar: Calendar): number =>
  unit === "working" ? workingDaysBetween(from, to, calendar) : dayOf(from).until(to, { largestUnit: "day" }).days;

/**
 * Days from today to the last one: 0 on the last day itself, negative afterwards. Working days where the period counts
 * those, so that it is still 0 on the Saturday after a last Friday (`isOverdue` tells the two apart); else calendar days.
 */
export const daysLeft = (asked: { dueOn: Day; today: Day; unit: Rule["unit"]; calendar: Calendar }): number =>
  daysBetween(asked.today, asked.dueOn, asked.unit, asked.calendar);

/** Whether the last day in Tirana, or the last instant of a period in hours, is over. */
export const isOverdue = ({ dueOn, dueAt }: Pick<Deadline, "dueOn" | "dueAt">, now: Date): boolean =>
  dueAt ? now > dueAt : dayIn(now) > dueOn;

/** Whether something was announced early enough. */
export interface Notice extends Deadline {
  inTime: boolean;
  /** Days to spare, or missing when negative, in the unit of the period. */
  by: number;
}

/**
 * Whether a notice given on a day was in time for the event, by a rule that counts back from it.
 * @throws `deadlines.counts_forward` for any other rule.
 */
export function noticeFor(question: Question, givenOn: Day): Notice {
  const { rule, set, calendar } = question;
  if (rule.direction !== "before") throw countsForward(rule.code);
  const deadline = computeDeadline(question);
  const { number, unit } = set ?? rule;
  // The day of the notice counts, the day of the event does not: a Saturday is a day later than the Friday before it.
  const by =
    unit === "working"
      ? workingDaysBetween(later(givenOn, -1), later(question.startsOn, -1), calendar) - number!
      : daysBetween(givenOn, deadline.dueOn, unit, calendar);
  return { ...deadline, inTime: givenOn <= deadline.dueOn, by };
}

/** The instant of a time of day in Tirana, such as `2026-03-05T10:30`; where the clocks are put back, the earlier one. */
export const instantIn = (localTime: string): Date =>
  new Date(Temporal.PlainDateTime.from(localTime).toZonedDateTime(zone).epochMilliseconds);

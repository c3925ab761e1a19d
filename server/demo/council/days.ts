import { workCalendar } from "../../features/deadlines/calendar.ts";
import { computeDeadline, type SetPeriod } from "../../features/deadlines/deadline.ts";
import { ruleFor } from "../../features/deadlines/rules.ts";
import type { DayOfYear, MeetingsSource, When } from "../council-source.schema.ts";
import { addDays, dayOf, yearOf } from "../demo-days.ts";

const calendar = workCalendar();
const plainDate = (day: string) => Temporal.PlainDate.from(day);

export const isWorking = (day: string): boolean => calendar.isWorking(day);

/** The day itself, or the nearest working day after (or before) it. */
export function workingDay(day: string, direction: 1 | -1 = 1): string {
  let found = day;
  while (!isWorking(found)) found = addDays(found, direction);
  return found;
}

/** The last day of a statutory period that starts on a day, as `K3` or `P1`; of one that was set longer, so many working days. */
export function endOf(rule: string, startsOn: string, workingDays?: number): string {
  const set: SetPeriod | null =
    workingDays === undefined ? null : { number: workingDays, unit: "working", by: "case", ground: { sq: "" } };
  return computeDeadline({ rule: ruleFor(rule, startsOn), startsOn, calendar, set }).dueOn;
}

export const dayOfYear = ({ year, day }: DayOfYear, demoDate: string): string => `${yearOf(demoDate) + year}-${day}`;

export interface Sitting {
  key: string;
  kind: "ordinary" | "extraordinary";
  day: string;
  at: string;
}

const THURSDAY = 4;
const thursdaysOf = (month: Temporal.PlainYearMonth): string[] =>
  Array.from({ length: month.daysInMonth }, (_, at) => month.toPlainDate({ day: at + 1 }))
    .filter((day) => day.dayOfWeek === THURSDAY)
    .map(String);

/** The ordinary sitting that is to come: on the Thursday three to nine days ahead, or just before it where that is off. */
function nextSitting(demoDate: string): string {
  let day = plainDate(demoDate).add({ days: 3 });
  while (day.dayOfWeek !== THURSDAY) day = day.add({ days: 1 });
  return workingDay(day.toString(), -1);
}

/**
 * When the council sits: on the same Thursday of each month as the next time, in December early enough for the budget, and
 * a week later where that Thursday is off.
 */
function monthlySitting(month: Temporal.PlainYearMonth, ordinal: number): string {
  const thursdays = thursdaysOf(month);
  let at = Math.min(ordinal, month.month === 12 ? 3 : 4) - 1;
  while (at < thursdays.length - 1 && !isWorking(thursdays[at]!)) at += 1;
  return workingDay(thursdays[at]!, -1);
}

/** All sittings of a council, past and to come, and where among them things belong. */
export class Sittings {
  readonly demoDate: string;
  /** In order; `coming` are not among them. */
  readonly held: readonly Sitting[];
  /** The next one, with its agenda; none where it is only planned. */
  readonly announced: readonly Sitting[];
  readonly planned: readonly Sitting[];
  readonly extraordinary: readonly Sitting[];

  constructor(source: MeetingsSource, demoDate: string) {
    this.demoDate = demoDate;
    const next = nextSitting(demoDate);
    const ordinal = Math.ceil(plainDate(next).day / 7);
    const inMonth = (month: Temporal.PlainYearMonth): Sitting => {
      const day = monthlySitting(month, ordinal);
      return { key: day.slice(0, 7), kind: "ordinary", day, at: source.at };
    };
    const month = plainDate(next).toPlainYearMonth();
    this.held = Array.from({ length: source.held }, (_, at) => inMonth(month.subtract({ months: source.held - at })));
    const coming: Sitting = { key: next.slice(0, 7), kind: "ordinary", day: next, at: source.at };
    const isAnnounced = source.coming === "announced";
    this.announced = isAnnounced ? [coming] : [];
    this.planned = isAnnounced ? [1, 2].map((months) => inMonth(month.add({ months }))) : [coming];
    this.extraordinary = source.extraordinary.map(({ key, on, at }) => {
      const day = workingDay(dayOf(on, demoDate), -1);
      const isTaken = this.held.some((sitting) => sitting.day === day);
      const free = isTaken ? workingDay(addDays(day, -1), -1) : day;
      return { key, kind: "extraordinary", at, day: free };
    });
  }

  /** The n-th last that was held, 1 being the last. */
  ago = (n: number): Sitting | undefined => this.held.at(-n);

  isPast = (sitting: Sitting): boolean => sitting.day < this.demoDate;

  /** Ordinary ones that have an agenda. */
  private get ordinary(): Sitting[] {
    return [...this.held, ...this.announced];
  }

  /** So many ordinary sittings after one. */
  after = (sitting: Sitting, meetings: number): Sitting | undefined =>
    meetings === 0 ? sitting : this.ordinary.filter(({ day }) => day > sitting.day)[meetings - 1];

  /**
   * The sittings that are meant, as far as they have an agenda.
   * @param sittingOf at which sitting an act's entry is dealt with
   */
  at(when: When, sittingOf: (key: string) => Sitting | undefined): Sitting[] {
    const one = (sitting: Sitting | undefined) => (sitting ? [sitting] : []);
    if ("ago" in when) return one(this.ago(when.ago));
    if ("ahead" in when) return one(this.announced[when.ahead - 1]);
    if ("at" in when) return one(this.extraordinary.find(({ key }) => key === when.at));
    if ("by" in when) {
      const limit = dayOf({ last: when.by, ...(when.back && { back: when.back }) }, this.demoDate);
      return one(this.held.findLast(({ day }) => day <= limit));
    }
    if ("after" in when) {
      const first = sittingOf(when.after);
      return one(first && this.after(first, when.meetings));
    }
    return "monthly" in when ? this.ordinary : this.ordinary.filter(({ day }) => plainDate(day).month === when.every);
  }
}

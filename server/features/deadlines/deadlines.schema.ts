import * as v from "valibot";
import { isoDate, Localized } from "../../text.schema.ts";
import { Certainty, CountedUnit, CountingRule, Rule } from "./rules.schema.ts";

/** A time of day in Tirana, `2026-03-05T10:30`. */
const isoLocalTime = v.pipe(v.string(), v.isoDateTime("deadlines.date_or_time_malformed"));
const day = v.pipe(v.string(), isoDate);

/** `rule=I1&from=2026-03-05`: which period, and from which event; for hours the event with its time. */
export const ComputeQuery = v.object({
  rule: v.pipe(v.string(), v.maxLength(8, "deadlines.unknown_rule")),
  from: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/, "deadlines.date_or_time_malformed"),
    v.check((text) => v.is(day, text.slice(0, 10)) && text < "2200", "date.impossible"),
    v.check((text) => text.length === 10 || v.is(isoLocalTime, text), "deadlines.date_or_time_malformed"),
  ),
  /** For a rule that counts back: the day on which notice was given. */
  given: v.optional(isoDate),
});

export const HolidaysQuery = v.object({
  year: v.pipe(v.string(), v.regex(/^\d{4}$/, "deadlines.year_malformed"), v.transform(Number)),
});

const CouncilPeriod = v.object({
  number: v.number(),
  unit: CountedUnit,
  basis: v.picklist(["council", "law"]),
  ground: Localized,
  validFrom: isoDate,
  validTo: v.nullable(isoDate),
});

const ListedRule = v.object({ ...Rule.entries, lawTitle: Localized, council: v.nullable(CouncilPeriod) });

/** Every period of the law, with the council's own where it applies one today. */
export const RuleList = v.object({ today: isoDate, counting: CountingRule, rules: v.array(ListedRule) });
export type RuleList = v.InferOutput<typeof RuleList>;

/** A deadline as it is answered: days are `YYYY-MM-DD`, instants ISO 8601. */
export const ComputedDeadline = v.object({
  rule: v.object({ code: v.string(), title: Localized, lawTitle: Localized, article: v.nullable(v.string()) }),
  from: v.string(),
  /** The last day in time; for what takes effect, the day on which it does; counted back, the last day for notice. */
  dueOn: isoDate,
  /** The last instant of a period in hours. */
  dueAt: v.nullable(v.string()),
  today: isoDate,
  /** In working days where the period counts those, else in calendar days; negative when it is over. */
  daysLeft: v.number(),
  overdue: v.boolean(),
  /** Counted back from an event and asked with `given`: whether that notice was in time, and by how many days. */
  notice: v.nullable(v.object({ given: isoDate, inTime: v.boolean(), by: v.number() })),
  steps: v.array(v.object({ sq: v.string(), en: v.string() })),
  certainty: v.object({
    period: v.picklist([...Certainty.options, "set"]),
    estimatedDays: v.array(isoDate),
    generatedYears: v.array(v.number()),
  }),
});
export type ComputedDeadline = v.InferOutput<typeof ComputedDeadline>;

/** The days off of a year. Saturdays and Sundays are off besides. */
export const HolidayList = v.object({
  year: v.number(),
  /** `listed`: read in a source. `generated`: derived from the rules for holidays. */
  basis: v.picklist(["listed", "generated"]),
  /** Years that can be asked for. */
  known: v.object({ from: v.number(), to: v.number() }),
  law: v.object({ law: v.string(), title: Localized, source: v.string(), certainty: v.string() }),
  days: v.array(
    v.object({
      day: isoDate,
      name: Localized,
      /** The Saturday or Sunday for which this day is off. */
      inLieuOf: v.nullable(isoDate),
      /** It may still change. */
      estimated: v.boolean(),
      basis: v.picklist(["listed", "generated", "council"]),
      /** Whether periods in working days leave it out. */
      nonWorking: v.boolean(),
      /** What the council entered about it. */
      change: v.nullable(v.picklist(["added", "confirmed", "removed"])),
      reason: v.nullable(Localized),
      source: v.string(),
    }),
  ),
});
export type HolidayList = v.InferOutput<typeof HolidayList>;

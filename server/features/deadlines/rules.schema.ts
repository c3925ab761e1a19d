import * as v from "valibot";
import { isoDate, Localized } from "../../text.schema.ts";

/** How a period is counted. `date` is no length but a day of each year. */
export const Unit = v.picklist(["working", "calendar", "months", "hours", "date"]);
export type Unit = v.InferOutput<typeof Unit>;

/** Units that have a number; a council may set its own period in these. */
export const CountedUnit = v.picklist(["working", "calendar", "months", "hours"]);
export type CountedUnit = v.InferOutput<typeof CountedUnit>;

/**
 * How sure a fact of law is. `V`: seen in the source named, which quotes the law. `M+`, `M`, `M-`: not yet compared with
 * the official text; likely, open, weak. `not-found`: looked for in vain.
 */
export const Certainty = v.picklist(["V", "M+", "M", "M-", "not-found"]);
export type Certainty = v.InferOutput<typeof Certainty>;

/** A period that the law sets, or leaves to the council. */
export const Rule = v.object({
  code: v.pipe(v.string(), v.regex(/^[A-Z][0-9]{1,2}[a-z]?$/)),
  title: Localized,
  /** `null` for a day of the year, and where the law sets nothing and the council does. */
  number: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  unit: Unit,
  /** `MM-DD` of a `date`. */
  day: v.optional(v.pipe(v.string(), v.regex(/^\d\d-\d\d$/))),
  /** `before`: counted back from the event; something must have been done by then. */
  direction: v.picklist(["after", "before"]),
  /** `effect`: nobody has to act; something takes effect on that day. */
  meaning: v.picklist(["deadline", "effect"]),
  /** The event that is not counted itself. */
  startsWith: Localized,
  /** Whether a last day that is a day off is carried over to the next working day. */
  onDayOff: v.picklist(["moves", "stays"]),
  /**
   * What a council's own rules may make of it: `longer` where the period protects citizens or members, `shorter` where it
   * binds the municipality, `set` where the law sets nothing, `fixed` otherwise.
   */
  councilMay: v.picklist(["longer", "shorter", "set", "fixed"]),
  /** The law's number: `139/2015`. */
  law: v.string(),
  article: v.nullable(v.string()),
  articleCertainty: Certainty,
  source: v.nullable(v.string()),
  /** Of the number and of what is to be done. */
  certainty: Certainty,
  /** Of the unit: a law that says only "days" is read as calendar days. */
  unitCertainty: Certainty,
  /** First and last day on which the event may fall; `null` where no limit is known. */
  validFrom: v.nullable(isoDate),
  validTo: v.nullable(isoDate),
  note: v.optional(Localized),
});
export type Rule = v.InferOutput<typeof Rule>;

/** The rule by which all periods are counted. */
export const CountingRule = v.object({
  code: v.string(),
  text: Localized,
  law: v.string(),
  article: v.string(),
  source: v.string(),
  certainty: Certainty,
});

export const RuleBook = v.object({ counting: CountingRule, rules: v.array(Rule) });

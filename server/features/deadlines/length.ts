import { noHoursBack, periodFixed, periodTooLong, periodTooShort, unitDiffers } from "./deadlines.errors.ts";
import type { CountedUnit, Rule } from "./rules.schema.ts";

export interface Length {
  number: number;
  unit: CountedUnit;
}

/** So many working days are never shorter than as many calendar days; other units do not compare. */
function isAtLeast(a: Length, b: { number: number; unit: Rule["unit"] }): boolean {
  return a.number >= b.number && (a.unit === b.unit || (a.unit === "working" && b.unit === "calendar"));
}

/**
 * A length that a council gives a period by its own rules, or a single case: it may better what the law gives people, and
 * never take from it.
 * @throws `deadlines.period_fixed`, `deadlines.period_too_short`, `deadlines.period_too_long`, `deadlines.unit_differs`
 */
export function allowedLength(rule: Rule, { number, unit }: Length): Length {
  const length = possibleLength(rule, { number, unit });
  const { code, councilMay } = rule;
  if (councilMay === "set") return length;
  if (councilMay === "fixed" || rule.number === null || rule.unit === "date") throw periodFixed(code);
  const statutory = { number: rule.number, unit: rule.unit };
  if (councilMay === "longer" ? isAtLeast(length, statutory) : isAtLeast(statutory, length)) return length;
  if (unit !== rule.unit && (councilMay === "longer" ? number >= rule.number : number <= rule.number))
    throw unitDiffers(code);
  throw councilMay === "longer" ? periodTooShort(code) : periodTooLong(code);
}

/**
 * A length that the rule can be counted with, whoever set it.
 * @throws `deadlines.period_fixed` for a day of the year, `deadlines.no_hours_back`
 */
export function possibleLength(rule: Rule, length: Length): Length {
  if (rule.unit === "date") throw periodFixed(rule.code);
  if (rule.direction === "before" && length.unit === "hours") throw noHoursBack(rule.code);
  return length;
}

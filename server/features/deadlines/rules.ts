import * as v from "valibot";
import type { LocalizedText } from "../../locale.shared.ts";
import legal from "../elements/legal.json" with { type: "json" };
import { notInForce, unknownRule } from "./deadlines.errors.ts";
import ruleBook from "./rules.json" with { type: "json" };
import { type Rule, RuleBook } from "./rules.schema.ts";

const { counting, rules } = v.parse(RuleBook, ruleBook);

/**
 * Every period of the law that the portal knows, in the order of the laws. A rule whose number was changed by an
 * amendment stands here once for each validity. What the law asks without a length or a last day (a meeting a month, a
 * plan a year) is no period and is not here.
 */
export const allRules: readonly Rule[] = rules;

/** By which all of them are counted. */
export const countingRule = counting;

const laws: Readonly<Record<string, LocalizedText>> = legal.laws;
/** The law's name, such as "Ligji nr. 107/2016, “Për prefektin e qarkut”". */
export const lawTitle = (law: string): LocalizedText => laws[law] ?? { sq: `Ligji nr. ${law}`, en: `Law No. ${law}` };

/**
 * The rule that holds for an event of this day (`YYYY-MM-DD`).
 * @throws `deadlines.unknown_rule`, or `deadlines.not_in_force` when it held only earlier or holds only later.
 */
export function ruleFor(code: string, day: string): Rule {
  const ofCode = rules.filter((rule) => rule.code === code);
  if (ofCode.length === 0) throw unknownRule(code);
  const holding = ofCode.find(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo),
  );
  if (!holding) throw notInForce(code, day);
  return holding;
}

import type { ElementCode, InBoth, PartCode } from "./catalogue.shared.ts";
import descriptions from "./descriptions.json" with { type: "json" };
import legal from "./legal.json" with { type: "json" };

/** A rule of law that an element rests on. */
export interface LegalRule {
  /** Its name among the rules, such as `L3`. */
  rule: string;
  /** The law's number, such as `139/2015`, or `constitution` or `electoral-code`. */
  law: string;
  lawTitle: InBoth;
  /** `null` where the article is not certain enough to be named. */
  article: string | null;
  /** Whether the rule was read in a source that quotes the law, or only fits what is known. */
  certainty: "seen" | "likely";
  text: InBoth;
}

/** Long texts about an element, in Albanian and English. */
export interface ElementDescription {
  /** What its page holds; it reads right before and after there is something on it. */
  stands: InBoth;
  /** How the thing is done without this site: where to go, by which right, within which period. */
  paper: InBoth;
  legal: LegalRule[];
}

type RuleName = keyof typeof legal.rules;
type LawName = keyof typeof legal.laws;

function ruleNamed(rule: string): LegalRule {
  const { law, article, certainty, text } = legal.rules[rule as RuleName];
  return {
    rule,
    law,
    lawTitle: legal.laws[law as LawName],
    article,
    certainty: certainty as LegalRule["certainty"],
    text,
  };
}

/** What is said about an element until it is filled, and above it afterwards. */
export function descriptionOf(code: ElementCode): ElementDescription {
  const { stands, paper, legal } = descriptions.elements[code];
  return { stands, paper, legal: legal.map(ruleNamed) };
}

/** One sentence that opens a part's page. */
export const leadOf = (part: PartCode): InBoth => descriptions.parts[part];

/** The full name of a law by its number, such as `139/2015`; `null` for one that is not known here. */
export const lawTitle = (law: string): InBoth | null =>
  Object.hasOwn(legal.laws, law) ? legal.laws[law as LawName] : null;

import { phrases } from "../../http/phrases.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { actNatures, actTypes, proposerKinds, subjects } from "./acts.shared.ts";

/** What the values of a column mean, as registers say it beside their data. */
export type Choices = readonly { value: string; label: InBoth }[];

const labelled = <T extends string>(values: readonly T[], label: (locale: "sq" | "en", value: T) => string): Choices =>
  values.map((value) => ({ value, label: { sq: label("sq", value), en: label("en", value) } }));

export const typeChoices = labelled(actTypes, (locale, value) => phrases(locale, "matters")(`type.${value}`));
export const natureChoices = labelled(actNatures, (locale, value) => phrases(locale, "matters")(`nature.${value}`));
export const subjectChoices = labelled(subjects, (locale, value) => phrases(locale, "matters")(`subject.${value}`));
export const proposerChoices = labelled(proposerKinds, (locale, value) =>
  phrases(locale, "matters")(`proposer.${value}`),
);

import type { Locale } from "../../../locale.shared.ts";
import { type Difference, differencesBetween } from "../differences.ts";
import type { Editable, Whole } from "../editable.ts";
import type { FormDescription } from "../form.shared.ts";
import { partOf } from "../parts.ts";
import { labelAt, readAs, readable } from "../reading.ts";

/** Where two versions differ, by the labels of the form and as people read it. */
export type DifferenceView = Pick<Difference, "words" | "isForm"> & { label: string; before: string; after: string };

/** What somebody who knows this much of a thing sees of the differences of two versions. */
export const differencesIn = (
  editable: Pick<Editable, "fields">,
  description: FormDescription,
  [before, after]: readonly [Whole, Whole],
  locale: Locale,
): DifferenceView[] =>
  differencesBetween(partOf(editable, before), partOf(editable, after), (name) => readAs(description, name)).map(
    ({ name, words, isForm, before: was, after: is }) => ({
      ...{ words, isForm, label: labelAt(description, name, locale) },
      before: readable(description, name, was, locale),
      after: readable(description, name, is, locale),
    }),
  );

import * as v from "valibot";
import { textOfHtml } from "../../../html-text.ts";
import { phrases } from "../../../http/phrases.ts";
import type { FieldProblem } from "../../../http/problem.ts";
import type { Locale } from "../../../locale.shared.ts";
import { stoodField } from "../../../workspace/changed-meanwhile.shared.ts";
import { beginning, ChangedMeanwhile, choice, withChosen } from "../../../workspace/changed-meanwhile.ts";
import { labelIn } from "../../../workspace/label-in.ts";
import { type TypedValues, without } from "../../../workspace/typed-values.ts";
import type { FormDescription } from "../../editing/form.shared.ts";
import { placeInForm } from "../../editing/form-values.ts";
import { merge } from "../../editing/merging.ts";
import { MeetingTemplateInput, type StandingItem } from "../meeting-templates.schema.ts";
import { templateIn, valuesOf } from "./template-form.ts";

type Template = v.InferOutput<typeof MeetingTemplateInput>;

/** How a template stands, for its form to carry. */
export const stoodOfTemplate = (template: object): string => JSON.stringify(template);

function stoodIn(typed: TypedValues): Template | null {
  try {
    const stood = v.safeParse(MeetingTemplateInput, JSON.parse(String(typed[stoodField])));
    return stood.success ? stood.output : null;
  } catch {
    return null;
  }
}

/** What was typed, with what was chosen of another's. A list of items is one place. */
export function withChosenTemplate(description: FormDescription, typed: TypedValues): TypedValues {
  const stood = stoodIn(typed);
  return stood ? withChosen(typed, valuesOf(description, stood)) : typed;
}

/** What another has written at one place. */
function problemAt({ fields, lists }: FormDescription, locale: Locale, name: string, theirs: unknown): FieldProblem {
  const t = phrases(locale, "desk");
  const told = (value: unknown): string => {
    if (Array.isArray(value)) return (value as StandingItem[]).map(({ title }) => title[locale] || title.sq).join("; ");
    if (name === "weekday") return t(`weekday.${value as 1}`);
    if (name === "week") return t(`week.${(value as 1 | null) ?? "every"}`);
    if (name.startsWith("notice.")) return textOfHtml(String(value));
    return labelIn({ fields, lists }, String(value)) ?? String(value);
  };
  const path = placeInForm(fields, name);
  const isEmptied =
    name !== "week" && (theirs === null || theirs === undefined || (Array.isArray(theirs) && theirs.length === 0));
  return isEmptied
    ? { path, code: "meanwhile.emptied" }
    : { path, code: "meanwhile.both", params: { text: beginning(told(theirs)) } };
}

const standsAt = (template: object, name: string): unknown =>
  name
    .split(".")
    .reduce<unknown>((inside, part) => (inside as Record<string, unknown> | null | undefined)?.[part], template);

/**
 * A form that comes back with a row more or less while somebody is still to choose whose text stays: what another has
 * written is asked about as before. A list that is changed after the other's was taken is the other's from now on.
 * @param step what changes which rows: `add:openingItems`
 */
export function chosenSoFar(description: FormDescription, typed: TypedValues, step: string, locale: Locale) {
  const stood = stoodIn(typed);
  const names = Object.keys(typed).flatMap((name) => (name.startsWith(choice) ? [name.slice(choice.length)] : []));
  if (!stood || names.length === 0) return { values: typed, asked: null };
  const [, list = ""] = /^\w+:(\w+)/.exec(step) ?? [];
  const isTaken = names.includes(list) && typed[choice + list] === "theirs";
  const open = isTaken ? names.filter((name) => name !== list) : names;
  const standing = templateIn(description, valuesOf(description, stood));
  const choices = Object.fromEntries(open.map((name) => [choice + name, typed[choice + name]!]));
  const values = isTaken
    ? {
        ...withChosen(
          {
            ...without(
              typed,
              names.map((name) => choice + name),
            ),
            [choice + list]: "theirs",
          },
          valuesOf(description, stood),
        ),
        ...choices,
      }
    : typed;
  const problems = open.map((name) => problemAt(description, locale, name, standsAt(standing, name)));
  return { values, asked: open.length > 0 ? new ChangedMeanwhile(problems, values, { takes: open }) : null };
}

/**
 * A template with what was typed and with what somebody else has saved since its form was opened. A list of items is one
 * place. A form that does not say how the template stood goes through as it is.
 * @param standing how it stands now
 * @throws {ChangedMeanwhile} once, where both have changed one place: what was typed stays if it is sent again, unless the
 *   other's is chosen
 */
export function withOthersTemplate(
  description: FormDescription,
  typed: TypedValues,
  given: MeetingTemplateInput,
  standing: Template,
  locale: Locale,
): MeetingTemplateInput {
  const stood = stoodIn(typed);
  if (!stood) return given;
  // All three as the form says it, so that nothing differs that nobody can see there.
  const asTyped = (template: Template) => templateIn(description, valuesOf(description, template));
  const { input, clashes } = merge(asTyped(stood), asTyped(standing), templateIn(description, typed));
  if (clashes.length === 0) return input as MeetingTemplateInput;
  const problems = clashes.map(({ name, theirs }) => problemAt(description, locale, name, theirs));
  throw new ChangedMeanwhile(
    problems,
    { ...valuesOf(description, input), [stoodField]: stoodOfTemplate(standing) },
    { takes: problems.map(({ path }) => path) },
  );
}

import * as v from "valibot";
import { textOfHtml } from "../../../html-text.ts";
import { phrases } from "../../../http/phrases.ts";
import type { FieldProblem } from "../../../http/problem.ts";
import type { Locale } from "../../../locale.shared.ts";
import { stoodField } from "../../../workspace/changed-meanwhile.shared.ts";
import { beginning, ChangedMeanwhile, withChosen } from "../../../workspace/changed-meanwhile.ts";
import { labelIn } from "../../../workspace/label-in.ts";
import type { TypedValues } from "../../../workspace/typed-values.ts";
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
  const { fields, lists } = description;
  // All three as the form says it, so that nothing differs that nobody can see there.
  const asTyped = (template: Template) => templateIn(description, valuesOf(description, template));
  const { input, clashes } = merge(asTyped(stood), asTyped(standing), templateIn(description, typed));
  if (clashes.length === 0) return input as MeetingTemplateInput;
  const t = phrases(locale, "desk");
  const told = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return (value as StandingItem[]).map(({ title }) => title[locale] || title.sq).join("; ");
    if (name === "weekday") return t(`weekday.${value as 1}`);
    if (name === "week") return t(`week.${(value as 1 | null) ?? "every"}`);
    if (name.startsWith("notice.")) return textOfHtml(String(value));
    return labelIn({ fields, lists }, String(value)) ?? String(value);
  };
  const problems = clashes.map(({ name, theirs }): FieldProblem => {
    const path = placeInForm(fields, name);
    const isEmptied =
      name !== "week" && (theirs === null || theirs === undefined || (Array.isArray(theirs) && theirs.length === 0));
    if (isEmptied) return { path, code: "meanwhile.emptied" };
    return { path, code: "meanwhile.both", params: { text: beginning(told(name, theirs)) } };
  });
  throw new ChangedMeanwhile(
    problems,
    { ...valuesOf(description, input), [stoodField]: stoodOfTemplate(standing) },
    { takes: problems.map(({ path }) => path) },
  );
}

import { InvalidInput } from "../../http/problem.ts";
import type { Editable, Whole } from "./editable.ts";
import type { FormDescription, FormField } from "./form.shared.ts";

/** Of an input what somebody may change, and so is shown. */
export const partOf = ({ fields }: Pick<Editable, "fields">, input: Whole): Whole =>
  fields ? Object.fromEntries(Object.entries(input).filter(([name]) => fields.includes(name))) : input;

/**
 * What was given, over all that whoever gives it may not change.
 * @throws `InvalidInput` where more was given
 */
export function overRest({ fields }: Pick<Editable, "fields">, given: unknown, stands: Whole | null): unknown {
  if (!fields || !stands || typeof given !== "object" || given === null) return given;
  const others = Object.keys(given).filter((name) => !fields.includes(name));
  if (others.length > 0) throw new InvalidInput(others.map((path) => ({ path, code: "editing.not_yours" })));
  const rest = Object.entries(stands).filter(([name]) => !fields.includes(name));
  return { ...Object.fromEntries(rest), ...given };
}

const fieldsOf = (fields: readonly FormField[], names: readonly string[]): FormField[] =>
  fields.flatMap((field): FormField[] => {
    if (field.kind !== "group") return names.includes(field.name.split(".")[0]!) ? [field] : [];
    const inside = fieldsOf(field.fields, names);
    return inside.length > 0 ? [{ ...field, fields: inside }] : [];
  });

/** The form of a part: what is not somebody's to change is not on it, nor what it would be chosen from. */
export const formOfPart = ({ fields }: Pick<Editable, "fields">, form: FormDescription): FormDescription =>
  fields ? { ...form, fields: fieldsOf(form.fields, fields), lists: {} } : form;

import { For } from "solid-js";
import type {
  FormDescription,
  FormField,
  FormValues,
  RowsField,
} from "../../../server/features/editing/form.shared.ts";
import { isBlank } from "../../../server/features/editing/form-rows.shared.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { formatDay } from "../../ui/format.ts";

/** With more rows than these a list is read line by line, and each row is opened to be changed. */
export const fewRows = 5;

const first = (value: string | readonly string[] | undefined): string => [value ?? ""].flat()[0]!.trim();

/** A value as people read it: the word of a choice, the name of what was picked. */
function shown(field: FormField, name: string, { description, values, locale }: Told): string {
  if ("localized" in field && field.localized)
    return first(values[`${name}.${locale}`]) || first(values[`${name}.sq`]) || first(values[`${name}.en`]);
  const value = first(values[name]);
  if (value === "") return "";
  if (field.kind === "choice") return field.choices.find((one) => one.value === value)?.label ?? value;
  if (field.kind === "pick") return description.lists[field.from]?.find((one) => one.value === value)?.label ?? value;
  return field.kind === "day" ? formatDay(value) : value;
}

interface Told {
  description: FormDescription;
  values: FormValues;
  locale: Locale;
}

/** What a row is about, in one line. */
export const lineOf = (list: RowsField, within: string, told: Told): string =>
  (list.says ?? [])
    .flatMap((name) => {
      const field = list.fields.find((one) => "name" in one && one.name === name);
      return field ? shown(field, within + name, told) || [] : [];
    })
    .join(" · ");

/** Everything that stands in a row, travelling along unseen. */
export function RowValues(props: { within: string; values: FormValues }) {
  const kept = () =>
    Object.entries(props.values).flatMap(([name, value]) =>
      name.startsWith(props.within) && !isBlank(value)
        ? [value].flat().map((one) => ({ name, one: one as string }))
        : [],
    );
  return <For each={kept()}>{({ name, one }) => <input type="hidden" name={name} value={one} />}</For>;
}

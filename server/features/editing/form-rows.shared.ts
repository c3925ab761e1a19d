import type { FormValues, RowsField } from "./form.shared.ts";

export const isBlank = (text: string | readonly string[] | undefined): boolean =>
  text === undefined || [text].flat().every((one) => one.trim() === "");

/** The rows of a list as they stand in a form, in the order in which they come, without those in which nothing is typed. */
export function rowsIn(values: FormValues, name: string, field: RowsField): string[] {
  const rows = new Set<string>();
  for (const key of Object.keys(values))
    if (key.startsWith(`${name}.`)) rows.add(key.slice(name.length + 1).split(".", 1)[0]!);
  const hidden = new Set(field.fields.flatMap((one) => (one.kind === "fixed" ? [one.name] : [])));
  return [...rows].filter((row) => {
    const start = `${name}.${row}.`;
    return Object.entries(values).some(([key, value]) => {
      if (!key.startsWith(start)) return false;
      // A row that is there already has an id; one that is new has none, and may hold nothing.
      return !isBlank(value) && (!hidden.has(key.slice(start.length)) || key === `${start}id`);
    });
  });
}

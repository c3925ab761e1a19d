import type { FormField, FormValues, RowsField } from "./form.shared.ts";

export const isBlank = (text: string | readonly string[] | undefined): boolean =>
  text === undefined || [text].flat().every((one) => one.trim() === "");

/** Fields that are sent although nobody has typed in their row: what travels along, and a choice that is always made. */
const standing = (field: FormField): string[] =>
  field.kind === "fixed" || (field.kind === "choice" && field.none === undefined) ? [field.name] : [];

/** The rows of a list as they stand in a form, in the order in which they come, without those in which nothing is typed. */
export function rowsIn(values: FormValues, name: string, field: RowsField): string[] {
  const hidden = new Set(field.fields.flatMap(standing));
  const start = `${name}.`;
  /** In the order in which they come; whether anything is typed in them. */
  const rows = new Map<string, boolean>();
  for (const [key, value] of Object.entries(values)) {
    if (!key.startsWith(start)) continue;
    const row = key.slice(start.length).split(".", 1)[0]!;
    const within = key.slice(start.length + row.length + 1);
    // A row that is there already has an id; one that is new has none, and may hold nothing.
    const says = within !== "" && !isBlank(value) && (!hidden.has(within) || within === "id");
    rows.set(row, says || (rows.get(row) ?? false));
  }
  return [...rows].flatMap(([row, says]) => (says ? [row] : []));
}

import { phrases } from "../../http/phrases.ts";
import { numericDay } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { type ReadAs, wordsOfHtml } from "./differences.ts";
import type { Whole } from "./editable.ts";
import type { ReadField } from "./editing.view.ts";
import type { FieldGroup, FormDescription, FormField } from "./form.shared.ts";
import { toForm } from "./form-values.ts";

const isDay = /^\d{4}-\d\d-\d\d$/;

/** Finds the field of a form at the way to a value, and which language or row of it is meant. */
function fieldAt(fields: readonly FormField[], name: string): { field: FormField; rest: string } | null {
  for (const field of fields) {
    if (field.kind === "group") {
      const found = fieldAt(field.fields, name);
      if (found) return found;
    } else if (name === field.name || name.startsWith(`${field.name}.`))
      return { field, rest: name.slice(field.name.length + 1) };
  }
  return null;
}

/** As what the value at a way is read. */
export function readAs({ fields }: FormDescription, name: string): ReadAs {
  const kind = fieldAt(fields, name)?.field.kind;
  if (kind === "rich") return "html";
  return kind === "line" || kind === "lines" ? "letters" : "other";
}

/** What a field is called: `Titulli (anglisht)`. */
export function labelAt({ fields }: FormDescription, name: string, locale: Locale): string {
  const found = fieldAt(fields, name);
  if (!found) return name;
  const t = phrases(locale, "editing");
  const { field, rest } = found;
  if (rest !== "sq" && rest !== "en") return field.label;
  return `${field.label} (${t(rest === "sq" ? "in_albanian" : "in_english")})`;
}

/** A value as a person reads it: choices by their labels, HTML as its words, rows line by line. */
export function readable(description: FormDescription, name: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === "") return "";
  const found = fieldAt(description.fields, name);
  const said = (field: FormField | undefined, text: string): string => {
    if (field?.kind === "pick") return description.lists[field.from]?.find((one) => one.value === text)?.label ?? text;
    if (field?.kind === "choice" || field?.kind === "choices")
      return field.choices.find((one) => one.value === text)?.label ?? text;
    if (field?.kind === "yes") return phrases(locale, "editing")(text === "yes" || text === "true" ? "yes" : "no");
    if (field?.kind === "day" && isDay.test(text)) return numericDay(text);
    return field?.kind === "rich" ? wordsOfHtml(text) : text;
  };
  if (found?.field.kind === "rows" && Array.isArray(value)) {
    const { field } = found;
    return value
      .map((row) =>
        Object.entries(toForm(field.fields, field.only ? { [field.only]: row } : row))
          .filter(([key]) => key !== "id" || field.only)
          .map(([key, text]) => said(fieldAt(field.fields, key)?.field, String(text)))
          .filter(Boolean)
          .join(" · "),
      )
      .join("\n");
  }
  if (Array.isArray(value)) return value.map((one) => said(found?.field, String(one))).join(", ");
  if (typeof value === "object") {
    const { sq, en } = value as Partial<LocalizedText>;
    return sq === undefined ? JSON.stringify(value) : [sq, en].filter(Boolean).join(" / ");
  }
  return said(found?.field, String(value));
}

/** What stands in something at the way to it: `title.sq`. */
export const standsAt = (input: Whole, way: string): unknown =>
  way.split(".").reduce<unknown>((inside, part) => (inside as Whole | null | undefined)?.[part], input);

const plainFields = (fields: readonly FormField[]): Exclude<FormField, FieldGroup>[] =>
  fields.flatMap((field) => (field.kind === "group" ? plainFields(field.fields) : [field]));

/** All that something says, in the order of its form; what is empty is left out. */
export function inWords(description: FormDescription, input: Whole, locale: Locale): ReadField[] {
  return plainFields(description.fields).flatMap((field) => {
    const languages = "localized" in field && field.localized ? (["sq", "en"] as const) : [null];
    return languages.flatMap((lang) => {
      const way = lang ? `${field.name}.${lang}` : field.name;
      const text = field.kind === "fixed" ? field.shown : readable(description, way, standsAt(input, way), locale);
      return text ? [{ label: labelAt(description, way, locale), text, lang }] : [];
    });
  });
}

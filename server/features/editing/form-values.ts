import { zone } from "../../local-time.ts";
import { htmlOfTyped, typedOfHtml } from "../../typed-html.shared.ts";
import type { FormField, FormValues } from "./form.shared.ts";
import { isBlank, rowsIn } from "./form-rows.shared.ts";

type Values = Record<string, string | readonly string[]>;

const at = (input: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | null | undefined)?.[part], input);

function put(into: Record<string, unknown>, path: string, value: unknown) {
  if (value === undefined) return;
  const parts = path.split(".");
  let inside = into;
  for (const part of parts.slice(0, -1)) {
    inside[part] ??= {};
    inside = inside[part] as Record<string, unknown>;
  }
  inside[parts.at(-1)!] = value;
}

/** `2026-03-05T10:00`, as a field for day and hour holds it. */
const asLocal = (value: unknown): string =>
  Temporal.Instant.from(value instanceof Date ? value.toISOString() : String(value))
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

function fromLocal(text: string): string {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return text;
  }
}

/** What a form holds for an input. */
export function toForm(fields: readonly FormField[], input: unknown, within = ""): FormValues {
  const values: Values = {};
  for (const field of fields) {
    if (field.kind === "group") {
      Object.assign(values, toForm(field.fields, input, within));
      continue;
    }
    const value = at(input, field.name);
    const name = within + field.name;
    if (field.kind === "fixed") values[name] = field.value || String(value ?? "");
    else if (value === null || value === undefined) continue;
    else if (field.kind === "rows")
      for (const [row, one] of (value as unknown[]).entries())
        Object.assign(values, toForm(field.fields, field.only ? { [field.only]: one } : one, `${name}.r${row}.`));
    else if (field.kind === "instant") values[name] = asLocal(value);
    else if (field.kind === "tags") values[name] = (value as string[]).join(", ");
    else if (field.kind === "yes") values[name] = value ? "yes" : "";
    else if (field.kind === "choices") values[name] = value as string[];
    else if ("localized" in field && field.localized) {
      const { sq, en } = value as { sq: string; en?: string | null };
      const shown = field.kind === "rich" ? typedOfHtml : String;
      values[`${name}.sq`] = shown(sq);
      if (en) values[`${name}.en`] = shown(en);
    } else values[name] = String(value);
  }
  return values;
}

function plainValue(
  field: Exclude<FormField, { kind: "group" | "rows" }>,
  value: string | readonly string[] | undefined,
) {
  const text = [value ?? ""].flat()[0]!.trim();
  switch (field.kind) {
    case "yes":
      return text !== "";
    case "choices":
      return value === undefined ? [] : [value].flat().filter(Boolean);
    case "tags":
      return text === "" ? [] : text.split(",").flatMap((tag) => tag.trim() || []);
  }
  if (text === "") return "isNullable" in field && field.isNullable ? null : undefined;
  if (field.kind === "number" || ("isNumber" in field && field.isNumber))
    return Number.isFinite(Number(text)) ? Number(text) : text;
  return field.kind === "instant" ? fromLocal(text) : text;
}

/** The input that a form means. What is left empty is left out; whatever is wrong stays for the schema to name. */
export function fromForm(fields: readonly FormField[], values: FormValues, within = ""): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.kind === "group") {
      mergeInto(input, fromForm(field.fields, values, within));
      continue;
    }
    const name = within + field.name;
    if (field.kind === "rows") {
      const rows = rowsIn(values, name, field).map((row) => fromForm(field.fields, values, `${name}.${row}.`));
      put(input, field.name, field.only ? rows.map((row) => row[field.only!]) : rows);
    } else if ("localized" in field && field.localized) {
      const [sq, en] = [values[`${name}.sq`], values[`${name}.en`]];
      const meant = field.kind === "rich" ? htmlOfTyped : String;
      if (!isBlank(sq) || !isBlank(en))
        put(input, field.name, { sq: meant(String(sq ?? "")), ...(!isBlank(en) && { en: meant(String(en)) }) });
    } else put(input, field.name, plainValue(field, values[name]));
  }
  return input;
}

function mergeInto(input: Record<string, unknown>, more: Record<string, unknown>) {
  for (const [name, value] of Object.entries(more)) {
    const there = input[name];
    const areParts = [there, value].every((one) => typeof one === "object" && one !== null && !Array.isArray(one));
    if (areParts) mergeInto(there as Record<string, unknown>, value as Record<string, unknown>);
    else input[name] = value;
  }
}

/** The same form with its rows named `r0`, `r1` … again, so that a problem of row 2 is found at `r2`. */
export function inOrder(fields: readonly FormField[], values: FormValues, within = "", to = within): FormValues {
  const ordered: Values = {};
  for (const field of fields) {
    if (field.kind === "group") Object.assign(ordered, inOrder(field.fields, values, within, to));
    else if (field.kind === "rows")
      for (const [at, row] of rowsIn(values, within + field.name, field).entries())
        Object.assign(
          ordered,
          inOrder(field.fields, values, `${within}${field.name}.${row}.`, `${to}${field.name}.r${at}.`),
        );
    else
      for (const end of "localized" in field && field.localized ? [".sq", ".en"] : [""]) {
        const value = values[within + field.name + end];
        if (value !== undefined) ordered[to + field.name + end] = value;
      }
  }
  return ordered;
}

/** Where the problem of an input stands in its form: `items.2.title.sq` is `items.r2.title.sq`. */
export function placeInForm(fields: readonly FormField[], path: string): string {
  for (const field of fields) {
    if (field.kind === "group") {
      const place = placeInForm(field.fields, path);
      if (place !== path) return place;
    } else if (field.kind === "rows" && path.startsWith(`${field.name}.`)) {
      const [row, ...rest] = path.slice(field.name.length + 1).split(".");
      const inside = field.only ? field.only : placeInForm(field.fields, rest.join("."));
      return `${field.name}.r${row}${inside && `.${inside}`}`;
    } else if ("localized" in field && field.localized && path === field.name) return `${path}.sq`;
  }
  return path;
}

/** Every row by its name, `items.r0` and within it `items.r0.documents.n7`, as the form has them. */
const rowsAt = (key: string): string[] =>
  [...key.matchAll(/\.[rn]\d+(?=\.)/g)].map(({ 0: row, index }) => key.slice(0, index + row.length));

/** A row that is there and holds nothing yet is none of what is saved; on a form that is not sent for good it stays. */
const withEmptyRows = (values: FormValues): FormValues => ({
  ...values,
  ...Object.fromEntries(Object.keys(values).flatMap((key) => rowsAt(key).map((row) => [`${row}.new`, "yes"]))),
});

/** A row after all that stand in the list. */
function withRow(values: FormValues, list: string): FormValues {
  const taken = new Set(Object.keys(values).flatMap(rowsAt));
  let number = Object.keys(values).length;
  while (taken.has(`${list}.n${number}`)) number += 1;
  return { ...values, [`${list}.n${number}.new`]: "yes" };
}

/**
 * A step in a form without script: one row more, one less, or one place up. Rows in which nothing is typed yet stay. `null`
 * where the button said nothing known.
 */
export function stepInRows(values: FormValues, step: string): FormValues | null {
  const [verb = "", target = ""] = step.split(":");
  if (verb === "add") return withEmptyRows(withRow(values, target));
  const entries = Object.entries(values);
  const [, list, row] = /^(.+)\.([rn]\d+)$/.exec(target) ?? [];
  if (!list || !row || (verb !== "remove" && verb !== "up")) return null;
  const rowOf = (key: string) => key.slice(list.length + 1).split(".", 1)[0]!;
  const isInList = ([key]: [string, unknown]) => key.startsWith(`${list}.`);
  const own = entries.filter((entry) => isInList(entry) && rowOf(entry[0]) === row);
  const others = entries.filter((entry) => !own.includes(entry));
  if (verb === "remove") return withEmptyRows(Object.fromEntries(others));
  const rows = [...new Set(entries.filter(isInList).map(([key]) => rowOf(key)))];
  const above = rows[rows.indexOf(row) - 1];
  const place = others.findIndex((entry) => isInList(entry) && rowOf(entry[0]) === above);
  return withEmptyRows(place < 0 ? values : Object.fromEntries(others.toSpliced(place, 0, ...own)));
}

import * as v from "valibot";
import type { LocalizedText } from "../../locale.shared.ts";
import type { FieldDefinition, PublicationKind } from "./kinds.shared.ts";

export type FieldCell = string | number | LocalizedText | string[];
export type FieldRow = Record<string, FieldCell>;
/** The typed fields of one publication as they are stored: absent when empty. */
export type PublicationFields = Record<string, FieldCell | FieldRow[]>;

const LINE = 300;
const PARAGRAPH = 4000;
const ROWS = 200;
const GREATEST_AMOUNT = 1_000_000_000_000;

type TextSchema = v.GenericSchema<unknown, string>;

const text = (maximum: number, allowed: RegExp, otherwise: string): TextSchema =>
  v.pipe(
    v.string("fields.not_text"),
    v.trim(),
    v.minLength(1, "fields.required"),
    v.maxLength(maximum, "fields.too_long"),
    v.regex(allowed, otherwise),
  );
const line = (maximum: number) => text(maximum, /^\P{Cc}*$/u, "fields.not_one_line");
const paragraph = (maximum: number) => text(maximum, /^[\P{Cc}\n\r\t]*$/u, "fields.not_text");

const shapeMessage = (issue: v.StrictObjectIssue) =>
  issue.expected === "never" ? "fields.unknown" : "fields.required";
const isBlank = (value: unknown) => value === null || (typeof value === "string" && value.trim() === "");

/** `{ sq, en? }`: an empty English text is the same as none. */
const localized = (language: TextSchema) =>
  v.strictObject(
    {
      sq: language,
      en: v.optional(
        v.pipe(
          v.unknown(),
          v.transform((value) => (isBlank(value) ? undefined : value)),
          v.optional(language),
        ),
      ),
    },
    shapeMessage,
  );

const isRealDate = (text: string) => {
  const time = /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const date = v.pipe(v.string("fields.not_a_date"), v.check(isRealDate, "fields.not_a_date"));

const isWebLink = (text: string) => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
};
const webLink = v.pipe(line(2000), v.check(isWebLink, "fields.not_a_link"));

const whole = (least: number, greatest: number, notOne: string) =>
  v.pipe(
    v.number(notOne),
    v.integer(notOne),
    v.minValue(least, "fields.out_of_range"),
    v.maxValue(greatest, "fields.out_of_range"),
  );

function valueSchema(field: FieldDefinition): v.GenericSchema {
  const { kind, maximum, choices = [] } = field;
  switch (kind) {
    case "text":
      return line(maximum ?? LINE);
    case "localized":
      return localized(line(maximum ?? LINE));
    case "paragraph":
      return localized(paragraph(maximum ?? PARAGRAPH));
    case "date":
      return date;
    case "year":
      return whole(1900, 2199, "fields.not_a_year");
    case "money":
      return whole(0, maximum ?? GREATEST_AMOUNT, "fields.not_an_amount");
    case "integer":
      return whole(0, maximum ?? GREATEST_AMOUNT, "fields.not_a_number");
    case "url":
      return webLink;
    case "choice":
      return v.picklist(choices, "fields.not_a_choice");
    case "choices":
      return v.pipe(
        v.array(v.picklist(choices, "fields.not_a_choice"), "fields.not_a_choice"),
        v.minLength(field.required ? 1 : 0, "fields.required"),
        v.check((chosen) => new Set(chosen).size === chosen.length, "fields.chosen_twice"),
      );
    case "rows":
      return v.pipe(
        v.array(objectSchema(field.columns ?? []), "fields.not_rows"),
        v.minLength(field.required ? 1 : 0, "fields.required"),
        v.maxLength(maximum ?? ROWS, "fields.too_many_rows"),
      );
  }
}

/** What is wrong with a value beside the others: its name and the code. */
function conflicts(definitions: readonly FieldDefinition[], values: Record<string, unknown>): [string, string][] {
  return definitions.flatMap(({ name, requiredUnless, atMost }): [string, string][] => {
    const value = values[name];
    if (requiredUnless && value === undefined && values[requiredUnless.field] !== requiredUnless.is)
      return [[name, "fields.required"]];
    const most = atMost && values[atMost];
    return typeof value === "number" && typeof most === "number" && value > most
      ? [[name, "fields.more_than_beside"]]
      : [];
  });
}

const objectSchema = (definitions: readonly FieldDefinition[]) =>
  v.pipe(
    v.strictObject(
      Object.fromEntries(
        definitions.map((field) => [field.name, field.required ? valueSchema(field) : v.optional(valueSchema(field))]),
      ),
      shapeMessage,
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input = dataset.value as Record<string, unknown>;
      for (const [key, message] of conflicts(definitions, input))
        addIssue({ message, path: [{ type: "object", origin: "value", input, key, value: input[key] }] });
    }),
  );

const schemas = new WeakMap<PublicationKind, v.GenericSchema<unknown, PublicationFields>>();

/**
 * Validates the `fields` of a publication of this kind. Unknown fields are refused; every issue's message is a phrase key
 * `fields.…` and its path leads to the field, the row and the column.
 */
export function fieldsSchema(kind: PublicationKind): v.GenericSchema<unknown, PublicationFields> {
  let schema = schemas.get(kind);
  if (!schema) {
    schema = objectSchema(kind.fields) as unknown as v.GenericSchema<unknown, PublicationFields>;
    schemas.set(kind, schema);
  }
  return schema;
}

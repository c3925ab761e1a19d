import type { Locale } from "../../locale.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import type { AnyRegister, CellKind } from "./register.ts";
import { tableColumns } from "./register-rows.ts";

const types: Record<CellKind, { type: string; format?: string }> = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  money: { type: "integer" },
  date: { type: "date" },
  instant: { type: "datetime" },
  boolean: { type: "boolean" },
  choice: { type: "string" },
  link: { type: "string", format: "uri" },
};

const notes: Partial<Record<CellKind, InBoth>> = {
  money: { sq: "Lekë të plota.", en: "Whole lekë." },
  instant: { sq: "ISO 8601, ora UTC.", en: "ISO 8601, in UTC." },
};

/** The schema of a register's CSV: a Table Schema of the Frictionless Data standards, told in one language. */
export function tableSchema(register: AnyRegister, locale: Locale): object {
  const hasId = register.columns.some(({ name }) => name === "id");
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: tableColumns(register).map(({ name, kind, label, choices }) => ({
      name,
      ...types[kind],
      title: label[locale],
      ...(notes[kind] && { description: notes[kind][locale] }),
      ...(choices && { constraints: { enum: choices } }),
    })),
    missingValues: [""],
    ...(hasId && { primaryKey: ["id"] }),
  };
}

import { phrases } from "../http/phrases.ts";
import type { Locale } from "../locale.shared.ts";
import type { TableShape } from "./read-table.ts";
import type { RowProblem } from "./row-problem.ts";

/** What is said of a row, in a sentence; of a value that may not stand there, with those that may. */
export function sentenceOf({ column, code, params = {} }: RowProblem, { columns }: TableShape, locale: Locale): string {
  const t = phrases(locale, "errors");
  const { choices = [] } = columns.find(({ name }) => name === column) ?? {};
  if (code === "import.unknown_value" && choices.length > 0)
    return t("import.unknown_value_of", { values: choices.map(({ label }) => label[locale]).join(", ") });
  return t(code as "input.wrong", params);
}

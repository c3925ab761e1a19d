import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { elementNotChosen } from "../editing/editing.errors.ts";
import type { FormField } from "../editing/form.shared.ts";
import {
  choice,
  documentRows,
  type FormOf,
  group,
  inBoth,
  line,
  lines,
  plain,
  required,
  rich,
  rows,
} from "../editing/form-fields.ts";
import { type ElementCode, elementByCode } from "../elements/catalogue.shared.ts";
import { type FieldDefinition, type PublicationKind, publicationKind } from "./kinds.shared.ts";
import { notACollection } from "./publications.errors.ts";

/** A typed field of a kind, as its form asks for it. */
function fieldOf(locale: Locale, field: FieldDefinition, within: string): FormField {
  const t = phrases(locale, "publications");
  const forms = phrases(locale, "forms");
  const name = within + field.name;
  const label = t(`field.${field.name}` as "field.number");
  const isRequired = { required: Boolean(field.required) };
  const says = (value: string) => t(`choice.${field.name}.${value}` as "choice.status.inForce");
  const choices = (field.choices ?? []).map((value) => ({ value, label: says(value) }));
  const { maximum } = field;
  switch (field.kind) {
    case "text":
      return line(name, label, { ...isRequired, maximum: maximum ?? 300 });
    case "localized":
      return line(name, label, { ...isRequired, ...inBoth, maximum: maximum ?? 300 });
    case "paragraph":
      return lines(name, label, { ...isRequired, ...inBoth, maximum: maximum ?? 4_000 });
    case "date":
      return plain("day", name, label, isRequired);
    case "url":
      return plain("link", name, label, isRequired);
    case "year":
    case "integer":
    case "money":
      return plain("number", name, label, isRequired);
    case "choice":
      return choice(name, label, choices, { ...isRequired, none: forms(field.required ? "choose" : "none") });
    case "choices":
      return { ...isRequired, kind: "choices", name, label, choices };
    case "rows":
      return rows(name, label, {
        ...{ ...isRequired, add: forms("add_row"), one: forms("row") },
        fields: (field.columns ?? []).map((column) => fieldOf(locale, column, "")),
      });
  }
}

function dating(locale: Locale, kind: PublicationKind): FormField[] {
  const t = phrases(locale, "forms");
  if (kind.dating === "year") return [plain("number", "year", t("year"), required)];
  if (kind.dating === "period")
    return [plain("day", "periodFrom", t("period_from"), required), plain("day", "periodTo", t("period_to"), required)];
  return [plain("day", "date", t(kind.dated === "since" ? "since" : "date"), required)];
}

export const publicationForm: FormOf = async ({ locale, input, asked }) => {
  const t = phrases(locale, "forms");
  const { element = asked.get("element") ?? "" } = (input ?? {}) as { element?: string };
  const kind = publicationKind(element);
  if (element === "") throw elementNotChosen();
  if (!kind) throw notACollection(element.slice(0, 20));
  return {
    fields: [
      {
        ...{ kind: "fixed", name: "element", label: t("collection"), value: element },
        shown: elementByCode(element as ElementCode).short[locale],
      },
      group(t("publication_what"), [
        line("title", t("title"), { ...inBoth, ...required, maximum: 300 }),
        ...dating(locale, kind),
        lines("summary", t("summary"), { ...inBoth, maximum: 1_000, hint: t("summary_hint") }),
        rich("body", t("text"), { maximum: 200_000 }),
        plain("tags", "tags", t("tags"), { hint: t("tags_hint") }),
      ]),
      ...(kind.fields.length > 0
        ? [
            group(
              t("publication_fields"),
              kind.fields.map((field) => fieldOf(locale, field, "fields.")),
            ),
          ]
        : []),
      documentRows(locale, { only: "id" }),
    ],
    lists: {},
  };
};

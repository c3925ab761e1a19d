import { phrases } from "../../http/phrases.ts";
import { elementNotChosen } from "../editing/editing.errors.ts";
import {
  choice,
  documentRows,
  type FormOf,
  group,
  inBoth,
  line,
  lines,
  pick,
  plain,
  required,
  rich,
  rows,
} from "../editing/form-fields.ts";
import { type ElementCode, elementByCode } from "../elements/catalogue.shared.ts";
import { pageElements } from "./page-elements.shared.ts";
import { notAPage } from "./pages.errors.ts";
import { certainties } from "./pages.schema.ts";

export const pageForm: FormOf = async ({ locale, input, asked }) => {
  const t = phrases(locale, "forms");
  const { element = asked.get("element") ?? "" } = (input ?? {}) as { element?: string };
  if (element === "") throw elementNotChosen();
  if (!pageElements.has(element)) throw notAPage(element.slice(0, 20));
  const units = (["working", "calendar"] as const).map((value) => ({ value, label: t(`unit.${value}`) }));
  const certain = certainties.map((value) => ({ value, label: t(`certainty.${value}`) }));
  const choose = { ...required, none: t("choose") };
  return {
    fields: [
      {
        ...{ kind: "fixed", name: "element", label: t("page"), value: element },
        shown: elementByCode(element as ElementCode).short[locale],
      },
      group(t("page_what"), [
        lines("content.lead", t("page_lead"), { ...inBoth, ...required, maximum: 1_000, hint: t("page_lead_hint") }),
        rich("content.who", t("page_who"), { maximum: 20_000 }),
      ]),
      rows("content.how", t("page_how"), {
        ...{ add: t("add_step"), one: t("step"), hint: t("page_how_hint") },
        fields: [
          line("title", t("step_title"), { ...inBoth, maximum: 200 }),
          lines("text", t("step_text"), { ...inBoth, ...required, maximum: 2_000 }),
        ],
      }),
      rows("content.periods", t("page_periods"), {
        ...{ add: t("add_period"), one: t("period"), hint: t("page_periods_hint") },
        fields: [
          line("what", t("period_what"), { ...inBoth, ...required, maximum: 300 }),
          plain("number", "number", t("period_number"), required),
          choice("unit", t("period_unit"), units, choose),
          line("law", t("period_law"), { ...required, maximum: 60, hint: t("period_law_hint") }),
          line("article", t("period_article"), { ...required, maximum: 60 }),
          choice("certainty", t("period_certainty"), certain, choose),
          line("note", t("note"), { ...inBoth, maximum: 500 }),
        ],
      }),
      group(t("page_more"), [
        rich("content.fees", t("page_fees"), { maximum: 20_000 }),
        rich("content.address", t("page_address"), { maximum: 20_000 }),
        plain("day", "content.checkedOn", t("page_checked"), { hint: t("page_checked_hint") }),
      ]),
      rows("content.sections", t("page_sections"), {
        ...{ add: t("add_section"), one: t("section") },
        fields: [
          line("title", t("title"), { ...inBoth, ...required, maximum: 200 }),
          rich("text", t("text"), { ...required, maximum: 20_000 }),
        ],
      }),
      rows("content.legal", t("page_legal"), {
        ...{ add: t("add_basis"), one: t("page_legal"), only: "basis" },
        fields: [line("basis", t("page_legal"), { ...inBoth, ...required, maximum: 400 })],
      }),
      documentRows(locale, { only: "id" }),
      pick("content.form", t("page_form"), "documents", { none: t("none"), hint: t("page_form_hint") }),
    ],
    lists: {},
  };
};

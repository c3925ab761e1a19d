import { phrases } from "../../http/phrases.ts";
import { type FormOf, plain, required } from "../editing/form-fields.ts";

export const termForm: FormOf = async ({ locale }) => {
  const t = phrases(locale, "forms");
  return {
    fields: [
      plain("day", "beginsOn", t("term_begins"), { ...required, hint: t("term_begins_hint") }),
      plain("day", "endsOn", t("until")),
      plain("number", "seats", t("term_seats"), { ...required, hint: t("term_seats_hint") }),
    ],
    lists: {},
  };
};

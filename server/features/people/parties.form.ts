import { phrases } from "../../http/phrases.ts";
import { type FormOf, inBoth, line, plain, required, rows } from "../editing/form-fields.ts";

export const partyForm: FormOf = async ({ locale }) => {
  const t = phrases(locale, "forms");
  return {
    fields: [
      rows("names", t("party_names"), {
        ...{ add: t("add_name"), one: t("party_name"), hint: t("party_names_hint"), required: true },
        fields: [
          plain("day", "validFrom", t("name_from"), { hint: t("name_from_hint") }),
          line("name", t("party_name"), { ...inBoth, ...required, maximum: 200 }),
          line("shortName", t("short_name"), { ...required, maximum: 20 }),
        ],
      }),
      line("colour", t("colour"), { maximum: 7, hint: t("colour_hint") }),
    ],
    lists: {},
  };
};

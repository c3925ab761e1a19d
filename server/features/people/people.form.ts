import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import type { FormField } from "../editing/form.shared.ts";
import {
  choice,
  documentRows,
  type FormOf,
  group,
  inBoth,
  line,
  pick,
  plain,
  required,
  rich,
  rows,
} from "../editing/form-fields.ts";
import { partiesList } from "../editing/pick-lists.ts";
import { genders } from "./people.schema.ts";

/** How somebody, or a body, is reached. */
export function contactFields(locale: Locale): FormField {
  const t = phrases(locale, "forms");
  return group(
    t("contacts"),
    [
      plain("phone", "contacts.phone", t("phone")),
      plain("email", "contacts.email", t("email")),
      line("contacts.office", t("office"), { ...inBoth, maximum: 200 }),
      line("contacts.hours", t("hours"), { ...inBoth, maximum: 200 }),
      rows("contacts.social", t("social"), {
        ...{ add: t("add_social"), one: t("social") },
        fields: [
          line("network", t("network"), { ...required, maximum: 30 }),
          plain("link", "url", t("link"), { ...required, hint: t("link_hint") }),
        ],
      }),
    ],
    { hint: t("contacts_hint") },
  );
}

export const personForm: FormOf = async ({ tx, locale }) => {
  const t = phrases(locale, "forms");
  const days = [plain("day", "beginsOn", t("from"), required), plain("day", "endsOn", t("until"))];
  return {
    fields: [
      group(t("person_what"), [
        line("name", t("person_name"), { ...required, maximum: 120, hint: t("person_name_hint") }),
        line("familyName", t("family_name"), { ...required, maximum: 80, hint: t("family_name_hint") }),
        choice(
          "gender",
          t("gender"),
          genders.map((value) => ({ value, label: t(`gender.${value}`) })),
          { none: t("unknown"), hint: t("gender_hint") },
        ),
        line("occupation", t("occupation"), { ...inBoth, maximum: 300 }),
        rich("cv", t("cv"), { maximum: 30_000 }),
      ]),
      contactFields(locale),
      rows("affiliations", t("affiliations"), {
        ...{ add: t("add_affiliation"), one: t("affiliation"), hint: t("affiliations_hint") },
        fields: [pick("partyId", t("party"), "parties", { none: t("no_party"), isNullable: true }), ...days],
      }),
      rows("representations", t("representations"), {
        ...{ add: t("add_representation"), one: t("representation"), hint: t("representations_hint") },
        fields: [
          line("organisation", t("organisation"), { ...inBoth, ...required, maximum: 200 }),
          line("role", t("representation_role"), { ...inBoth, maximum: 200 }),
          line("basis", t("representation_basis"), { ...inBoth, maximum: 300 }),
          ...days,
        ],
      }),
      documentRows(locale, { roles: ["cv"] }),
    ],
    lists: {
      parties: await partiesList(tx, locale),
    },
  };
};

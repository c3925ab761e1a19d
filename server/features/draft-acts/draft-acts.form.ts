import { phrases } from "../../http/phrases.ts";
import {
  choice,
  documentRows,
  type FormOf,
  group,
  inBoth,
  line,
  lines,
  matterChoices,
  plain,
  proposerFields,
  required,
  rich,
} from "../editing/form-fields.ts";
import { bodiesList } from "../editing/pick-lists.ts";

export const draftActForm: FormOf = async ({ tx, locale, now, actor }) => {
  const t = phrases(locale, "forms");
  const { types, natures, subjects } = matterChoices(locale);
  const choose = { ...required, none: t("choose") };
  return {
    fields: [
      group(t("draft_what"), [
        choice("type", t("act_type"), types, choose),
        choice("nature", t("act_nature"), natures, { ...choose, hint: t("act_nature_hint") }),
        line("title", t("title"), { ...inBoth, ...required, maximum: 500, hint: t("act_title_hint") }),
        lines("summary", t("summary"), { ...inBoth, maximum: 1_000, hint: t("summary_hint") }),
        choice("subject", t("subject"), subjects, choose),
        plain("day", "registeredOn", t("draft_registered"), required),
        line("protocolNumber", t("protocol_number"), { maximum: 40 }),
      ]),
      group(t("draft_text"), [
        rich("body", t("text"), { maximum: 200_000 }),
        rich("reasons", t("draft_reasons"), { maximum: 200_000, hint: t("draft_reasons_hint") }),
        rich("expectedEffect", t("draft_effect"), { maximum: 200_000 }),
      ]),
      group(t("draft_consultation"), [
        plain("yes", "consultationRequired", t("draft_consulted"), { hint: t("draft_consulted_hint") }),
        rich("howToComment", t("draft_how"), { maximum: 200_000, hint: t("draft_how_hint") }),
      ]),
      proposerFields(locale, { isRequired: true }),
      documentRows(locale, { roles: ["draft_act", "explanatory_report", "initiative", "annex"] }),
    ],
    lists: {
      bodies: await bodiesList(tx, locale, { actor, now, locale }),
    },
  };
};

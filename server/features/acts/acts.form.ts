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
  pick,
  plain,
  proposerFields,
  required,
  rich,
  rows,
} from "../editing/form-fields.ts";
import { bodiesList } from "../editing/pick-lists.ts";
import { relationKinds } from "./acts.shared.ts";

export const actForm: FormOf = async ({ tx, locale }) => {
  const t = phrases(locale, "forms");
  const ofAct = phrases(locale, "acts");
  const { types, natures, subjects } = matterChoices(locale);
  const choose = { ...required, none: t("choose") };
  return {
    fields: [
      group(t("act_what"), [
        choice("type", t("act_type"), types, choose),
        choice("nature", t("act_nature"), natures, { ...choose, hint: t("act_nature_hint") }),
        line("title", t("title"), { ...inBoth, ...required, maximum: 600, hint: t("act_title_hint") }),
        lines("summary", t("summary"), { ...inBoth, maximum: 1_000, hint: t("summary_hint") }),
        choice("subject", t("subject"), subjects, choose),
      ]),
      group(t("act_where"), [
        pick("bodyId", t("act_body"), "bodies", choose),
        plain("day", "adoptedOn", t("act_adopted"), { ...required, hint: t("act_adopted_hint") }),
        plain("number", "number", t("act_number"), { hint: t("act_number_hint") }),
        line("gapReason", t("act_gap_reason"), { ...inBoth, maximum: 500, hint: t("act_gap_reason_hint") }),
        pick("agendaItemId", t("act_item"), "items", { none: t("none"), hint: t("act_item_hint") }),
        pick("draftActId", t("act_draft"), "drafts", { none: t("none") }),
      ]),
      group(t("act_text"), [
        rich("text", t("text"), { maximum: 300_000 }),
        rich("legalBasis", t("act_basis"), { maximum: 5_000 }),
        plain("yes", "namesPersons", t("act_names_persons"), { hint: t("act_names_persons_hint") }),
      ]),
      proposerFields(locale, { isRequired: false }),
      rows("relations", t("relations"), {
        ...{ add: t("add_relation"), one: t("relation"), hint: t("relations_hint") },
        fields: [
          choice(
            "kind",
            t("relation_kind"),
            relationKinds.map((value) => ({ value, label: ofAct(`to.${value}`) })),
            choose,
          ),
          pick("targetId", t("relation_target"), "acts", { none: t("none"), hint: t("relation_target_hint") }),
          line("targetText", t("relation_text"), { ...inBoth, maximum: 600, hint: t("relation_text_hint") }),
          plain("day", "since", t("since"), { hint: t("relation_since_hint") }),
          line("note", t("note"), { ...inBoth, maximum: 500 }),
        ],
      }),
      documentRows(locale, { roles: ["text", "signed", "annex", "redacted"] }),
    ],
    lists: {
      bodies: await bodiesList(tx, locale),
    },
  };
};

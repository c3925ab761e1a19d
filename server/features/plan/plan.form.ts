import { phrases } from "../../http/phrases.ts";
import {
  choice,
  type FormOf,
  group,
  hidden,
  inBoth,
  line,
  lines,
  matterChoices,
  monthChoices,
  pick,
  plain,
  required,
  rows,
} from "../editing/form-fields.ts";

export const planForm: FormOf = async ({ locale }) => {
  const t = phrases(locale, "forms");
  const { types, subjects, proposers } = matterChoices(locale);
  const choose = { ...required, none: t("choose") };
  const none = { none: t("none") };
  return {
    fields: [
      group(t("plan_what"), [
        plain("number", "year", t("year"), { ...required, hint: t("fixed_hint") }),
        line("adoptingAct", t("plan_adopting"), { ...inBoth, maximum: 300, hint: t("plan_adopting_hint") }),
        pick("actId", t("plan_act"), "acts", { ...none, hint: t("relation_target_hint") }),
        lines("note", t("note"), { ...inBoth, maximum: 1_000 }),
      ]),
      rows("items", t("plan_items"), {
        ...{
          add: t("add_plan_item"),
          one: t("plan_item"),
          hint: t("plan_items_hint"),
          says: ["month", "title", "type"],
        },
        fields: [
          hidden("id"),
          choice("month", t("month"), monthChoices(locale), { ...choose, isNumber: true }),
          line("title", t("title"), { ...inBoth, ...required, maximum: 500 }),
          choice("type", t("act_type"), types, choose),
          choice("subject", t("subject"), subjects, choose),
          choice("proposerKind", t("proposer_kind"), proposers, choose),
          line("proposer", t("proposer_text"), { ...inBoth, maximum: 300 }),
          plain("yes", "isConsulted", t("draft_consulted")),
          pick("draftActId", t("act_draft"), "drafts", none),
          pick("actId", t("plan_item_act"), "acts", none),
          plain("day", "dropped.on", t("plan_dropped"), { hint: t("plan_dropped_hint") }),
          line("dropped.reason", t("plan_dropped_reason"), { ...inBoth, maximum: 500 }),
        ],
      }),
    ],
    lists: {},
  };
};

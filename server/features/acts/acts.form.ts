import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import { dayIn } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
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
import { actOfItem } from "./act-of-item.ts";
import type { ActInput } from "./acts.schema.ts";
import { actTypes, relationKinds } from "./acts.shared.ts";
import { proposeNumber } from "./numbering.service.ts";

/** The number that the next act of each kind would get: known before it is asked for. */
async function nextNumbers(tx: TenantTx, locale: Locale, day: string): Promise<string | undefined> {
  const t = phrases(locale, "forms");
  const says = phrases(locale, "matters");
  try {
    const proposed = await Promise.all(
      actTypes.map(async (type) => ({ type, ...(await proposeNumber(tx, type, day)) })),
    );
    const numbers = proposed.map(({ type, number, series }) => `${says(`type.${type}`)} ${number}/${series}`);
    return t("act_number_proposed", { numbers: numbers.join(", ") });
  } catch (failure) {
    // Without a term there is no series to count in; the day of adoption says so when it is sent.
    if (failure instanceof AppError) return undefined;
    throw failure;
  }
}

export const actForm: FormOf = async ({ tx, locale, now, input, asked }) => {
  const t = phrases(locale, "forms");
  const ofAct = phrases(locale, "acts");
  const { types, natures, subjects } = matterChoices(locale);
  const choose = { ...required, none: t("choose") };
  const item = asked.get("item") ?? "";
  const initial = (input === null && isUuid(item) && (await actOfItem(tx, item))) || undefined;
  const day = (input as Partial<ActInput> | null)?.adoptedOn ?? initial?.adoptedOn ?? dayIn(now);
  const proposed = await nextNumbers(tx, locale, day);
  return {
    ...(initial && { initial }),
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
        plain("number", "number", t("act_number"), {
          hint: [t("act_number_hint"), proposed].filter(Boolean).join(" "),
        }),
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

import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import type { Locale } from "../../../locale.shared.ts";
import type { FormDescription, FormValues } from "../../editing/form.shared.ts";
import { choice, group, inBoth, line, lines, pick, plain, required, rich, rows } from "../../editing/form-fields.ts";
import { fromForm, toForm } from "../../editing/form-values.ts";
import { bodiesList } from "../../editing/pick-lists.ts";
import { itemKindChoices, kindChoices } from "../meeting-choices.ts";
import type { TemplateSketch } from "../template-of-meeting.ts";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** Which such weekday of its month. */
const weeks = [1, 2, 3, 4, -1] as const;

/** The form of a template: when and where a body is used to meet, and what stands on every agenda. */
export async function templateForm(tx: TenantTx, locale: Locale): Promise<FormDescription> {
  const t = phrases(locale, "desk");
  const inWords = (choices: readonly { value: string; label: { sq: string; en: string } }[]) =>
    choices.map(({ value, label }) => ({ value, label: label[locale] }));
  const items = (name: string, label: string, hint: string) =>
    rows(name, label, {
      ...{ hint, add: t("standing_add"), one: t("standing_item") },
      fields: [
        line("title", t("item_title"), { ...inBoth, ...required, maximum: 500 }),
        choice("kind", t("item_kind"), inWords(itemKindChoices), required),
      ],
    });
  return {
    fields: [
      group(t("template_what"), [
        line("name", t("template_name"), { ...inBoth, ...required, maximum: 120, hint: t("template_name_hint") }),
        pick("bodyId", t("body"), "bodies", required),
        choice("kind", t("kind"), inWords(kindChoices), required),
      ]),
      group(t("template_when"), [
        choice(
          "weekday",
          t("weekday"),
          weekdays.map((day) => ({ value: `${day}`, label: t(`weekday.${day}`) })),
          required,
        ),
        choice(
          "week",
          t("week"),
          weeks.map((week) => ({ value: `${week}`, label: t(`week.${week}`) })),
          {
            none: t("week.every"),
          },
        ),
        line("startsAt", t("time"), { ...required, maximum: 5, hint: t("time_hint") }),
        plain("number", "minutes", t("minutes_long"), { hint: t("minutes_long_hint") }),
      ]),
      group(t("template_where"), [
        line("place", t("place"), { ...inBoth, maximum: 300 }),
        plain("link", "onlineUrl", t("online"), { hint: t("online_hint") }),
        choice(
          "access",
          t("access"),
          ["open" as const, "closed" as const].map((value) => ({ value, label: t(`access_${value}`) })),
          required,
        ),
        lines("closedReason", t("closed_reason"), { ...inBoth, maximum: 1_000, hint: t("closed_reason_hint") }),
      ]),
      items("openingItems", t("opening_items"), t("opening_items_hint")),
      items("closingItems", t("closing_items"), t("closing_items_hint")),
      rich("notice", t("notice_text"), { maximum: 20_000, hint: t("template_notice_hint") }),
    ],
    lists: { bodies: await bodiesList(tx, locale) },
  };
}

/** What stands in the form for a template. */
export const valuesOf = ({ fields }: FormDescription, input: Partial<TemplateSketch>): FormValues =>
  toForm(fields, input);

const numberIn = (value: unknown) => (/^-?\d{1,4}$/.test(String(value)) ? Number(value) : value);

/** The template that a form means; whatever is wrong stays for the schema to name. */
export function templateIn({ fields }: FormDescription, values: FormValues) {
  const { weekday, week, closedReason, ...input } = fromForm(fields, values);
  return {
    ...input,
    weekday: numberIn(weekday),
    week: week === undefined ? null : numberIn(week),
    // A reason that was typed and then made needless by opening the meetings is no mistake.
    closedReason: input.access === "closed" ? closedReason : null,
  };
}

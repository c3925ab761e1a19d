import { sql } from "kysely";
import { phrases } from "../../http/phrases.ts";
import type { Whole } from "../editing/editable.ts";
import type { FormChoice } from "../editing/form.shared.ts";
import {
  choice,
  type FormOf,
  group,
  inBoth,
  line,
  lines,
  monthChoices,
  pick,
  plain,
  required,
  rows,
} from "../editing/form-fields.ts";
import { inLanguage } from "../editing/titles-in-sql.ts";
import { paidRoles, payBases } from "./pay.shared.ts";
import { rateTitle } from "./rates.editable.ts";

/** A month that is there is paid at what was in force in it, or is chosen in it; of a new one the month is not known yet. */
function ratesOffered(input: Whole | null) {
  if (!input) return sql`true`;
  const { year, month, entries } = input as { year: number; month: number; entries: readonly { rateId: string }[] };
  const whole = Temporal.PlainYearMonth.from({ year, month });
  const [first, last] = [whole.toPlainDate({ day: 1 }).toString(), whole.toPlainDate({ day: 31 }).toString()];
  const chosen = entries.map(({ rateId }) => rateId);
  return sql`(valid_from <= ${last} and (valid_to is null or valid_to >= ${first})) or id = any (${chosen}::uuid[])`;
}

export const payMonthForm: FormOf = async ({ tx, locale, input }) => {
  const t = phrases(locale, "forms");
  const ofPay = phrases(locale, "pay");
  const { rows: rates } = await sql<FormChoice>`
    select id::text as value, ${inLanguage(rateTitle, sql.lit(locale))} as label from pay_rates
    where ${ratesOffered(input)}
    order by valid_from desc, applies_to, basis`.execute(tx);
  const choose = { ...required, none: t("choose") };
  return {
    fields: [
      group(t("pay_month"), [
        plain("number", "year", t("year"), { ...required, hint: t("fixed_hint") }),
        choice("month", t("month"), monthChoices(locale), { ...choose, isNumber: true }),
        lines("note", t("note"), { ...inBoth, maximum: 1_000 }),
      ]),
      rows("entries", t("pay_entries"), {
        ...{ add: t("add_pay_entry"), one: t("pay_entry"), hint: t("pay_entries_hint") },
        says: ["personId", "rateId", "amount"],
        fields: [
          pick("personId", t("person"), "people", choose),
          pick("rateId", t("pay_rate"), "rates", choose),
          plain("number", "meetings", ofPay("meetings"), { hint: t("pay_meetings_hint") }),
          plain("number", "amount", ofPay("amount"), required),
          line("note", t("note"), { ...inBoth, maximum: 500, hint: t("pay_note_hint") }),
        ],
      }),
    ],
    lists: { rates },
  };
};

export const payRateForm: FormOf = async ({ locale }) => {
  const t = phrases(locale, "forms");
  const ofPay = phrases(locale, "pay");
  const choose = { ...required, none: t("choose") };
  const roles = paidRoles.map((value) => ({ value, label: ofPay(`for.${value}`) }));
  const bases = payBases.map((value) => ({ value, label: ofPay(`basis.${value}`) }));
  return {
    fields: [
      group(t("pay_rate"), [
        choice("appliesTo", ofPay("for"), roles, choose),
        choice("basis", t("pay_basis"), bases, choose),
        plain("number", "amount", ofPay("rate"), required),
        line("legalBasis", ofPay("legal_basis"), { ...inBoth, ...required, maximum: 500 }),
        plain("day", "validFrom", t("from"), required),
        plain("day", "validTo", t("until"), { hint: t("pay_until_hint") }),
        lines("note", t("note"), { ...inBoth, maximum: 1_000 }),
      ]),
    ],
    lists: {},
  };
};

import { sql } from "kysely";
import { phrases } from "../../http/phrases.ts";
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

export const payMonthForm: FormOf = async ({ tx, locale }) => {
  const t = phrases(locale, "forms");
  const ofPay = phrases(locale, "pay");
  const { rows: rates } = await sql<FormChoice>`
    select id::text as value, ${inLanguage(rateTitle, sql.lit(locale))} as label from pay_rates
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

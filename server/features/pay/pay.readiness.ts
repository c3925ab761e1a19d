import { dayIn } from "../../local-time.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Reason } from "../elements/verdict.ts";
import { lastDueMonth, missingMonths } from "./missing-months.ts";
import { findMonths, findRates } from "./pay.queries.ts";

const judge: ElementRule["judge"] = async (tx, asked, now) => {
  const code = "I.4.2";
  if (!asked.includes(code)) return new Map();
  const today = dayIn(now);
  const due = lastDueMonth(today);
  const [months, rates] = await Promise.all([findMonths(tx, now), findRates(tx, due.year)]);
  if (months.length === 0) return new Map([[code, none("pay.empty")]]);
  const reasons: Reason[] = [];
  const missing = missingMonths(months, due.year, today).length;
  if (missing > 0) reasons.push({ key: "pay.months_missing", values: { count: missing, year: due.year } });
  const isBilingual = rates.every(({ legal_basis, note }) => legal_basis.en && (!note || note.en));
  if (!isBilingual) reasons.push({ key: "pay.without_english" });
  const month = `${String(due.month).padStart(2, "0")}.${due.year}`;
  return new Map([[code, reasons.length > 0 ? partial(...reasons) : full("pay.full", { month })]]);
};

export const payRules: readonly ElementRule[] = [{ codes: ["I.4.2"], areas: ["pay"], judge }];

import type { SeededPeople } from "./add-people.ts";
import type { Seeding } from "./council.ts";
import { monthOf, monthsUntil, yearOf } from "./days.ts";
import { insertRows } from "./insert-rows.ts";

/** What councillors were paid, month by month until the last one that is over. */
export async function addPay({ tx, dice, today, years }: Seeding, { terms }: SeededPeople): Promise<void> {
  const basis = { sq: "Vendim i Këshillit, shembull", en: "Decision of the Council, example" };
  const rates = [
    { id: dice.uuid(), applies_to: "chair", amount: 30_000 },
    { id: dice.uuid(), applies_to: "member", amount: 15_000 },
  ].map((rate) => ({ ...rate, basis: "month", legal_basis: basis, valid_from: "2015-01-01" }));
  await insertRows(tx, "pay_rates", rates);
  const months = monthsUntil(today, years).slice(0, -1);
  await insertRows(
    tx,
    "pay_months",
    months.map((day) => ({
      year: yearOf(day),
      month: monthOf(day),
      state: "published",
      public_from: `${day}T08:00:00Z`,
    })),
  );
  await insertRows(
    tx,
    "pay_entries",
    months.flatMap((day) => {
      const term = terms.find(({ from, until }) => from <= day && (until === null || day <= until)) ?? terms.at(-1)!;
      return term.members.map((person, at) => {
        const { id, amount } = rates[at === 0 ? 0 : 1]!;
        return { year: yearOf(day), month: monthOf(day), person_id: person, rate_id: id, amount };
      });
    }),
  );
}

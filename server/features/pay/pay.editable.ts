import { sql } from "kysely";
import type * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { editable, type Found, foldedTitle, rowsByName } from "../editing/editable.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { monthThereAlready } from "./pay.errors.ts";
import { MonthInput } from "./pay.schema.ts";
import { nameOf, publishMonth, removeMonth, setMonth, withdrawMonth } from "./pay.service.ts";

type PayMonth = v.InferOutput<typeof MonthInput>;

const { path } = elementByCode("I.4.2");
const name = sql`(year || '-' || lpad(month::text, 2, '0'))`;
const title = sql`jsonb_build_object('sq', lpad(month::text, 2, '0') || '.' || year)`;

/** `2026-03` */
function monthOf(id: string): { year: number; month: number } {
  const { year, month } = Temporal.PlainYearMonth.from(id);
  return { year, month };
}

async function find(tx: TenantTx, id: string): Promise<Found<PayMonth> | null> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(id)) return null;
  const { year, month } = monthOf(id);
  const [stored, entries] = await Promise.all([
    tx.selectFrom("pay_months").selectAll().where("year", "=", year).where("month", "=", month).executeTakeFirst(),
    tx
      .selectFrom("pay_entries")
      .where("year", "=", year)
      .where("month", "=", month)
      .select(["person_id as personId", "rate_id as rateId", "meetings", "amount", "note"])
      .orderBy("person_id")
      .orderBy("rate_id")
      .execute(),
  ]);
  if (!stored) return null;
  const { note, state, public_from } = stored;
  return {
    input: { year, month, note, entries },
    standing: { state, public_from },
    title: { sq: `${String(month).padStart(2, "0")}.${year}` },
    publicUrl: { sq: `${path.sq}?year=${year}`, en: `${path.en}?year=${year}` },
  };
}

export const payMonthEditable = editable<PayMonth>({
  entity: "pay_month",
  elements: ["I.4.2"],
  schema: MonthInput,
  rows: rowsByName("pay_months", name, { title, words: foldedTitle(title), hasState: true }),
  find,
  async create(tx, by, input) {
    const id = nameOf(input);
    if (await find(tx, id)) throw monthThereAlready();
    await setMonth(tx, by, input);
    return id;
  },
  async change(tx, by, id, input) {
    if (nameOf(input) !== id) throw new InvalidInput([{ path: "month", code: "editing.fixed" }]);
    await setMonth(tx, by, input);
  },
  publish: (tx, by, id, at) => publishMonth(tx, by, monthOf(id), at),
  withdraw: (tx, by, id) => withdrawMonth(tx, by, monthOf(id)),
  remove: (tx, by, id) => removeMonth(tx, by, monthOf(id)),
});

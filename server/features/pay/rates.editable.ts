import { sql } from "kysely";
import type * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { editable, type Found, foldedTitle, rowsById } from "../editing/editable.ts";
import { composedTitle, inLanguage, namedBy } from "../editing/titles-in-sql.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { RateInput } from "./pay.schema.ts";
import { changeRate, createRate, findRate } from "./pay.service.ts";
import { paidRoles, payBases } from "./pay.shared.ts";

type Rate = v.InferOutput<typeof RateInput>;

const { path } = elementByCode("I.4.2");
const [sq, en] = [phrases("sq", "pay"), phrases("en", "pay")];
const role = namedBy(
  sql`applies_to`,
  Object.fromEntries(paidRoles.map((one) => [one, { sq: sq(`for.${one}`), en: en(`for.${one}`) }])),
);
const basis = namedBy(
  sql`basis`,
  Object.fromEntries(payBases.map((one) => [one, { sq: sq(`basis.${one}`), en: en(`basis.${one}`) }])),
);
/** “Anëtar i Këshillit, 15000 lekë në muaj, 01.01.2026” */
export const rateTitle = composedTitle((language) => [
  inLanguage(role, language),
  sql`', '`,
  sql`amount`,
  sql`' lekë '`,
  inLanguage(basis, language),
  sql`', '`,
  sql`to_char(valid_from, 'DD.MM.YYYY')`,
]);

async function find(tx: TenantTx, id: string): Promise<Found<Rate> | null> {
  const input = await findRate(tx, id);
  if (!input) return null;
  const { appliesTo, basis: per, amount } = input;
  return {
    input,
    standing: null,
    title: {
      sq: `${sq(`for.${appliesTo}`)}, ${amount} lekë ${sq(`basis.${per}`)}`,
      en: `${en(`for.${appliesTo}`)}, ${amount} lekë ${en(`basis.${per}`)}`,
    },
    publicUrl: path,
  };
}

export const payRateEditable = editable<Rate>({
  entity: "pay_rate",
  elements: ["I.4.2"],
  schema: RateInput,
  rows: rowsById("pay_rates", { title: rateTitle, words: foldedTitle(rateTitle), hasState: false }),
  find,
  create: async (tx, by, input) => (await createRate(tx, by, input)).id,
  change: changeRate,
});

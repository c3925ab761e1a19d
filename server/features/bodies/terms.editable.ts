import { sql } from "kysely";
import type * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { editable, type Found, foldedTitle, rowsById } from "../editing/editable.ts";
import { TermEdit } from "./bodies.schema.ts";
import { changeTerm, createTerm } from "./terms.service.ts";

/** Terms are called by their years, which read alike in both languages. */
const title = sql`jsonb_build_object('sq', slug)`;

async function find(tx: TenantTx, id: string): Promise<Found<v.InferOutput<typeof TermEdit>> | null> {
  const stored = await tx.selectFrom("terms").selectAll().where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const { slug, begins_on, ends_on, seats } = stored;
  return {
    input: { beginsOn: begins_on, endsOn: ends_on, seats },
    standing: null,
    title: { sq: slug },
    publicUrl: null,
  };
}

export const termEditable = editable<v.InferOutput<typeof TermEdit>>({
  entity: "term",
  elements: ["I.2.1"],
  schema: TermEdit,
  rows: rowsById("terms", { title, words: foldedTitle(title), hasState: false }),
  find,
  create: async (tx, by, input) => (await createTerm(tx, by, input)).id,
  change: changeTerm,
});

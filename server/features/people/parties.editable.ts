import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { editable, type Found, foldedTitle, rowsById } from "../editing/editable.ts";
import { PartyEdit } from "./parties.schema.ts";
import { changeParty, createParty, partyNames, renameParty } from "./parties.service.ts";

/** The name that it has now. */
const title = sql`(select n.name from party_names n where n.party_id = parties.id order by n.valid_from desc nulls last limit 1)`;

async function find(tx: TenantTx, id: string): Promise<Found<PartyEdit> | null> {
  const stored = await tx.selectFrom("parties").select("colour").where("id", "=", id).executeTakeFirst();
  if (!stored) return null;
  const names = await partyNames(tx, id);
  return { input: { names, colour: stored.colour }, standing: null, title: names.at(-1)!.name, publicUrl: null };
}

export const partyEditable = editable<PartyEdit>({
  entity: "party",
  elements: ["I.2.1"],
  schema: PartyEdit,
  rows: rowsById("parties", { title, words: foldedTitle(title), hasState: false }),
  find,
  async create(tx, by, { names, colour }) {
    const [first, ...later] = names;
    if (first!.validFrom) throw new InvalidInput([{ path: "names.0.validFrom", code: "parties.first_name_has_day" }]);
    const { id } = await createParty(tx, by, { name: first!.name, shortName: first!.shortName, colour });
    for (const [at, { validFrom, name, shortName }] of later.entries()) {
      if (!validFrom) throw new InvalidInput([{ path: `names.${at + 1}.validFrom`, code: "text.required" }]);
      await renameParty(tx, by, id, { validFrom, name, shortName });
    }
    return id;
  },
  change: changeParty,
});

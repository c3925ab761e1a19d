import type { TenantTx } from "../../db/tenant-db.ts";
import type { PartyView } from "./members.schema.ts";

/** Finds what a party was called on a day (`YYYY-MM-DD`). */
export type PartyBook = (id: string, day: string) => PartyView;

/** All parties of the council with the names of every time: a handful of rows, read once for a page. */
export async function readParties(tx: TenantTx): Promise<PartyBook> {
  const rows = await tx
    .selectFrom("parties as p")
    .innerJoin("party_names as n", "n.party_id", "p.id")
    .select(["p.id", "p.slug", "p.colour", "n.valid_from", "n.name", "n.short_name"])
    .orderBy("p.id")
    .orderBy("n.valid_from", (order) => order.desc().nullsLast())
    .execute();
  const names = Map.groupBy(rows, ({ id }) => id);
  return (id, day) => {
    const known = names.get(id)!;
    const { slug, colour, name, short_name } =
      known.find(({ valid_from }) => valid_from === null || valid_from <= day) ?? known.at(-1)!;
    return { slug, shortName: short_name, name, colour };
  };
}

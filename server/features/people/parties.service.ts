import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import { underFreeSlug } from "../../db/free-slug.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { daysBefore } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { slugOf } from "../publications/slug.ts";
import { PartyEdit, PartyInput, PartyMerger, PartyRenaming } from "./parties.schema.ts";
import { partyEnded, partyIntoItself, partyNamedThatDay, partyNotFound } from "./people.errors.ts";

async function lockParty(tx: TenantTx, id: string) {
  const party = await tx.selectFrom("parties").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!party) throw partyNotFound();
  return party;
}

/**
 * A party or list under its first name. Parties are the council's own data; no list of them is built in.
 * @throws {InvalidInput}
 */
export async function createParty(tx: TenantTx, by: Doing, given: PartyInput): Promise<{ id: string; slug: string }> {
  const { slug: wanted, name, shortName, colour = null } = parsed(PartyInput, given);
  const made = await underFreeSlug(wanted ?? slugOf(shortName), (slug) =>
    tx
      .insertInto("parties")
      .values({ slug, colour, ended_on: null, successor_id: null, created_at: by.now, updated_at: by.now })
      .onConflict((conflict) => conflict.columns(["tenant_id", "slug"] as never).doNothing())
      .returning(["id", "slug"])
      .executeTakeFirst(),
  );
  await tx
    .insertInto("party_names")
    .values({ party_id: made.id, valid_from: null, name: json(name), short_name: shortName })
    .execute();
  await raiseVersion(tx, "people");
  await recordChange(tx, by, "party.created", "party", made.id, null, { slug: made.slug, name, shortName, colour });
  return made;
}

/**
 * The party is called otherwise from a day on. What was before keeps the name of its time.
 * @throws {InvalidInput} `parties.not_found`, `parties.ended`, `parties.named_that_day`
 */
export async function renameParty(tx: TenantTx, by: Doing, id: string, given: PartyRenaming): Promise<void> {
  const { name, shortName, validFrom } = parsed(PartyRenaming, given);
  const { ended_on } = await lockParty(tx, id);
  if (ended_on !== null && ended_on < validFrom) throw partyEnded();
  await namingBreaches({ party_names_tenant_id_party_id_valid_from_key: partyNamedThatDay }, () =>
    tx
      .insertInto("party_names")
      .values({ party_id: id, valid_from: validFrom, name: json(name), short_name: shortName })
      .execute(),
  );
  await raiseVersion(tx, "people");
  await recordChange(tx, by, "party.renamed", "party", id, null, { name, shortName, validFrom });
}

/** What a party was called, its first name first. */
export const partyNames = async (tx: TenantTx, id: string) =>
  (
    await tx
      .selectFrom("party_names")
      .where("party_id", "=", id)
      .select(["valid_from", "name", "short_name"])
      .orderBy("valid_from", (order) => order.asc().nullsFirst())
      .execute()
  ).map(({ valid_from, name, short_name }) => ({ validFrom: valid_from, name, shortName: short_name }));

/**
 * Corrects a party, all of it. Its address stays.
 * @throws {InvalidInput} where the first name is not from the beginning, or a later one has no day; `parties.not_found`,
 *   `parties.named_that_day`
 */
export async function changeParty(tx: TenantTx, by: Doing, id: string, given: PartyEdit): Promise<void> {
  const { names, colour = null } = parsed(PartyEdit, given);
  const wrong = names.findIndex(({ validFrom }, at) => Boolean(validFrom) === (at === 0));
  if (wrong >= 0) {
    const code = wrong === 0 ? "parties.first_name_has_day" : "text.required";
    throw new InvalidInput([{ path: `names.${wrong}.validFrom`, code }]);
  }
  const party = await lockParty(tx, id);
  const before = { names: await partyNames(tx, id), colour: party.colour };
  await tx.updateTable("parties").set({ colour, updated_at: by.now }).where("id", "=", id).execute();
  await tx.deleteFrom("party_names").where("party_id", "=", id).execute();
  await namingBreaches({ party_names_tenant_id_party_id_valid_from_key: partyNamedThatDay }, () =>
    tx
      .insertInto("party_names")
      .values(
        names.map(({ validFrom = null, name, shortName }) => ({
          party_id: id,
          valid_from: validFrom,
          name: json(name),
          short_name: shortName,
        })),
      )
      .execute(),
  );
  await raiseVersion(tx, "people");
  await recordChange(tx, by, "party.changed", "party", id, before, { names, colour });
}

/**
 * A party goes into another: its last day is the one before, and whoever belonged to it belongs to the other from then
 * on. Who did not go along is said so with `setAffiliation` afterwards. Seats stay those of the list that won them.
 * @throws {InvalidInput} `parties.not_found`, `parties.ended`, `parties.into_itself`
 */
export async function mergeParty(tx: TenantTx, by: Doing, id: string, given: PartyMerger): Promise<void> {
  const { intoId, on } = parsed(PartyMerger, given);
  if (intoId === id) throw partyIntoItself();
  // In one order, so that two mergers at once never wait for each other.
  for (const one of [id, intoId].toSorted()) {
    const { ended_on } = await lockParty(tx, one);
    if (ended_on !== null) throw partyEnded();
  }
  const lastDay = daysBefore(on, 1);
  await tx
    .updateTable("parties")
    .set({ ended_on: lastDay, successor_id: intoId, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  const followed = await tx
    .selectFrom("affiliations")
    .select(["id", "person_id", "begins_on", "ends_on"])
    .where("party_id", "=", id)
    .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", on)]))
    .execute();
  for (const { id: affiliation, person_id, begins_on, ends_on } of followed) {
    if (begins_on >= on) {
      await tx.updateTable("affiliations").set({ party_id: intoId }).where("id", "=", affiliation).execute();
      continue;
    }
    await tx.updateTable("affiliations").set({ ends_on: lastDay }).where("id", "=", affiliation).execute();
    await tx.insertInto("affiliations").values({ person_id, party_id: intoId, begins_on: on, ends_on }).execute();
  }
  await raiseVersion(tx, "people");
  const after = { intoId, on, followed: followed.map(({ person_id }) => person_id) };
  await recordChange(tx, by, "party.merged", "party", id, null, after);
}

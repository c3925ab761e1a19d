import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { within } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { daysBefore } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { inOrder } from "./days-in-order.ts";
import { affiliatedTwice, partyEnded, partyNotFound, representationNotFound } from "./people.errors.ts";
import { AffiliationInput, RepresentationInput } from "./people.schema.ts";
import { lockPerson } from "./people.service.ts";

async function checkParty(tx: TenantTx, partyId: string | null, beginsOn: string) {
  if (partyId === null) return;
  const party = await tx.selectFrom("parties").select("ended_on").where("id", "=", partyId).executeTakeFirst();
  if (!party) throw partyNotFound();
  if (party.ended_on !== null && party.ended_on < beginsOn) throw partyEnded();
}

/**
 * Says to which party somebody belongs from a day on, or to none. What held until then ends the day before; what is
 * already known to come later stays.
 * @throws {InvalidInput} `people.not_found`, `parties.not_found`, `parties.ended`, `people.affiliated_twice`
 */
export async function setAffiliation(
  tx: TenantTx,
  by: Doing,
  personId: string,
  given: AffiliationInput,
): Promise<{ id: string }> {
  const { partyId, beginsOn, endsOn = null } = parsed(AffiliationInput, given);
  inOrder(beginsOn, endsOn);
  const { state } = await lockPerson(tx, personId);
  await checkParty(tx, partyId, beginsOn);
  const known = await tx
    .selectFrom("affiliations")
    .where("person_id", "=", personId)
    .select(["id", "party_id", "begins_on", "ends_on"])
    .orderBy("begins_on")
    .execute();
  const next = known.find(({ begins_on }) => begins_on > beginsOn);
  const lasts = endsOn ?? (next ? daysBefore(next.begins_on, 1) : null);
  const running = known.find(({ begins_on, ends_on }) => begins_on <= beginsOn && (ends_on ?? beginsOn) >= beginsOn);
  if (running?.begins_on === beginsOn) await tx.deleteFrom("affiliations").where("id", "=", running.id).execute();
  else if (running)
    await tx
      .updateTable("affiliations")
      .set({ ends_on: daysBefore(beginsOn, 1) })
      .where("id", "=", running.id)
      .execute();
  const made = await namingBreaches({ affiliations_one_at_a_time: affiliatedTwice }, () =>
    tx
      .insertInto("affiliations")
      .values({ person_id: personId, party_id: partyId, begins_on: beginsOn, ends_on: lasts })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  if (state === "published") await raiseVersion(tx, "people");
  const before = running ? { partyId: running.party_id, beginsOn: running.begins_on, endsOn: running.ends_on } : null;
  await recordChange(tx, by, "person.affiliation_set", "person", personId, before, {
    partyId,
    beginsOn,
    endsOn: lasts,
  });
  return made;
}

/**
 * Notes a seat that somebody holds elsewhere on behalf of the council.
 * @throws {InvalidInput} `people.not_found`
 */
export async function addRepresentation(
  tx: TenantTx,
  by: Doing,
  personId: string,
  given: RepresentationInput,
): Promise<{ id: string }> {
  const input = parsed(RepresentationInput, given);
  const { organisation, role, basis, beginsOn, endsOn = null } = input;
  inOrder(beginsOn, endsOn);
  const { state } = await lockPerson(tx, personId);
  const made = await tx
    .insertInto("representations")
    .values({
      person_id: personId,
      organisation: json(organisation),
      role: role ? json(role) : null,
      basis: basis ? json(basis) : null,
      begins_on: beginsOn,
      ends_on: endsOn,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (state === "published") await raiseVersion(tx, "people");
  await recordChange(tx, by, "person.representation_added", "person", personId, null, { ...input, id: made.id });
  return made;
}

/**
 * Ends a representation on a day, its last.
 * @throws {InvalidInput} `people.representation_not_found`
 */
export async function endRepresentation(tx: TenantTx, by: Doing, id: string, endsOn: string): Promise<void> {
  const found = await tx.selectFrom("representations").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!found) throw representationNotFound();
  inOrder(found.begins_on, endsOn);
  await tx.updateTable("representations").set({ ends_on: endsOn }).where("id", "=", id).execute();
  const { state } = await lockPerson(tx, found.person_id);
  if (state === "published") await raiseVersion(tx, "people");
  const before = { id, endsOn: found.ends_on };
  await recordChange(tx, by, "person.representation_ended", "person", found.person_id, before, { id, endsOn });
}

const affiliationColumns = ["party_id", "begins_on", "ends_on"] as const;

/** To which parties somebody belonged, the first first. */
export const affiliationsOf = async (tx: TenantTx, personId: string) =>
  (
    await tx
      .selectFrom("affiliations")
      .where("person_id", "=", personId)
      .select(affiliationColumns)
      .orderBy("begins_on")
      .execute()
  ).map(({ party_id, begins_on, ends_on }) => ({ partyId: party_id, beginsOn: begins_on, endsOn: ends_on }));

/**
 * Corrects to which parties somebody belonged when, all of it.
 * @throws {InvalidInput} that names the row; `people.not_found`, `parties.not_found`, `parties.ended`, `people.affiliated_twice`
 */
export async function setAffiliations(
  tx: TenantTx,
  by: Doing,
  personId: string,
  given: readonly AffiliationInput[],
): Promise<void> {
  const { state } = await lockPerson(tx, personId);
  const before = await affiliationsOf(tx, personId);
  await tx.deleteFrom("affiliations").where("person_id", "=", personId).execute();
  for (const [at, one] of given.entries())
    await within(`affiliations.${at}`, async () => {
      const { partyId, beginsOn, endsOn = null } = parsed(AffiliationInput, one);
      inOrder(beginsOn, endsOn);
      await checkParty(tx, partyId, beginsOn);
      await namingBreaches({ affiliations_one_at_a_time: affiliatedTwice }, () =>
        tx
          .insertInto("affiliations")
          .values({ person_id: personId, party_id: partyId, begins_on: beginsOn, ends_on: endsOn })
          .execute(),
      );
    });
  if (state === "published") await raiseVersion(tx, "people");
  await recordChange(
    tx,
    by,
    "person.affiliations_corrected",
    "person",
    personId,
    { affiliations: before },
    { affiliations: given },
  );
}

/** Seats that somebody holds or held elsewhere on behalf of the council, the first first. */
export const representationsOf = async (tx: TenantTx, personId: string) =>
  (
    await tx
      .selectFrom("representations")
      .where("person_id", "=", personId)
      .select(["organisation", "role", "basis", "begins_on", "ends_on"])
      .orderBy("begins_on")
      .orderBy("id")
      .execute()
  ).map(({ begins_on, ends_on, ...said }) => ({ ...said, beginsOn: begins_on, endsOn: ends_on }));

/**
 * Corrects what somebody represents the council in, all of it.
 * @throws {InvalidInput} that names the row; `people.not_found`
 */
export async function setRepresentations(
  tx: TenantTx,
  by: Doing,
  personId: string,
  given: readonly RepresentationInput[],
): Promise<void> {
  const { state } = await lockPerson(tx, personId);
  const before = await representationsOf(tx, personId);
  await tx.deleteFrom("representations").where("person_id", "=", personId).execute();
  for (const [at, one] of given.entries())
    await within(`representations.${at}`, async () => {
      const { organisation, role, basis, beginsOn, endsOn = null } = parsed(RepresentationInput, one);
      inOrder(beginsOn, endsOn);
      await tx
        .insertInto("representations")
        .values({
          person_id: personId,
          organisation: json(organisation),
          role: role ? json(role) : null,
          basis: basis ? json(basis) : null,
          begins_on: beginsOn,
          ends_on: endsOn,
        })
        .execute();
    });
  if (state === "published") await raiseVersion(tx, "people");
  await recordChange(
    tx,
    by,
    "person.representations_corrected",
    "person",
    personId,
    { representations: before },
    { representations: given },
  );
}

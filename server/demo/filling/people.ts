import { createBody, publishBody } from "../../features/bodies/bodies.service.ts";
import { addMembership } from "../../features/bodies/memberships.service.ts";
import { createTerm } from "../../features/bodies/terms.service.ts";
import { attach } from "../../features/documents/attachments.service.ts";
import { createElection, publishElection } from "../../features/elections/elections.service.ts";
import { addRepresentation, setAffiliation } from "../../features/people/affiliations.service.ts";
import { createParty, mergeParty, renameParty } from "../../features/people/parties.service.ts";
import { createPerson, publishPerson } from "../../features/people/people.service.ts";
import { addDays } from "../demo-days.ts";
import { onDay } from "./doing.ts";
import type { Filling } from "./filling.ts";

/** Before the first of all: what has no day of its own was there then. */
function firstDay({ work }: Filling): string {
  const days = [...work.memberships, ...work.terms].map(({ beginsOn }) => beginsOn).sort();
  return addDays(days[0]!, -60);
}

async function fillParties(filling: Filling) {
  const { tx, work, ids } = filling;
  const by = onDay(firstDay(filling));
  for (const { key, colour, names } of work.parties) {
    const [first, ...later] = names;
    const { id } = await createParty(tx, by, { slug: key, name: first!.name, shortName: first!.short, colour });
    ids.parties.set(key, id);
    for (const { from, name, short } of later)
      await renameParty(tx, onDay(from!), id, { name, shortName: short, validFrom: from! });
  }
}

/** After everybody belongs where they did. */
async function mergeParties({ tx, work, ids }: Filling) {
  for (const { key, endedOn, successor } of work.parties) {
    if (!endedOn || !successor) continue;
    const on = addDays(endedOn, 1);
    await mergeParty(tx, onDay(on), ids.parties.get(key), { intoId: ids.parties.get(successor), on });
  }
}

async function fillBodies(filling: Filling) {
  const { tx, work, ids } = filling;
  const first = firstDay(filling);
  for (const { key, beginsOn, endsOn, ...body } of work.bodies) {
    const by = onDay(beginsOn ? addDays(beginsOn, -1) : first);
    const { id } = await createBody(tx, by, { ...body, beginsOn: beginsOn ?? null, endsOn: endsOn ?? null });
    ids.bodies.set(key, id);
    await publishBody(tx, by, id);
  }
}

async function fillPersons(filling: Filling) {
  const { tx, work, ids } = filling;
  for (const { key, ...person } of work.people) {
    const [since] = work.memberships
      .filter((one) => one.person === key)
      .map(({ beginsOn }) => beginsOn)
      .sort();
    if (!since) continue;
    const by = onDay(addDays(since, -1));
    const { id } = await createPerson(tx, by, { slug: key, ...person });
    ids.people.set(key, id);
    await publishPerson(tx, by, id);
  }
}

async function fillMemberships({ tx, work, ids }: Filling) {
  for (const { body, person, term, party, ...row } of work.memberships)
    await addMembership(tx, onDay(row.beginsOn), {
      ...row,
      bodyId: ids.bodies.get(body),
      personId: ids.people.get(person),
      ...(term && { termId: ids.terms.get(term) }),
      ...(party && { partyId: ids.parties.get(party) }),
    });
  const inTime = work.affiliations.toSorted((a, b) => a.beginsOn.localeCompare(b.beginsOn));
  for (const { person, party, beginsOn, endsOn } of inTime)
    await setAffiliation(tx, onDay(beginsOn), ids.people.get(person), {
      partyId: party && ids.parties.get(party),
      ...{ beginsOn, endsOn: endsOn ?? null },
    });
  for (const { person, ...row } of work.representations)
    await addRepresentation(tx, onDay(row.beginsOn), ids.people.get(person), row);
}

async function fillElections(filling: Filling) {
  const { tx, work, ids } = filling;
  for (const { slug, term, lists, ...election } of work.elections) {
    const by = onDay(addDays(election.heldOn, 10));
    const { id } = await createElection(tx, by, {
      ...election,
      termId: ids.terms.get(term),
      lists: lists.map(({ party, ...list }) => ({ ...list, ...(party && { partyId: ids.parties.get(party) }) })),
    });
    await attach(tx, by, "election", id, await filling.documents(by, filling.papersOf("election", slug)), null);
    await publishElection(tx, by, id);
  }
}

/** Who is who and was what when, and the elections from which it came. */
export async function fillPeople(filling: Filling): Promise<void> {
  const { tx, work, ids } = filling;
  await fillParties(filling);
  for (const { key, beginsOn, endsOn, seats } of work.terms) {
    const { id } = await createTerm(tx, onDay(beginsOn), { slug: key, beginsOn, endsOn: endsOn ?? null, seats });
    ids.terms.set(key, id);
  }
  await fillBodies(filling);
  await fillPersons(filling);
  await fillMemberships(filling);
  await mergeParties(filling);
  await fillElections(filling);
}

import { fold } from "../fold.shared.ts";
import type { LocalizedText } from "../locale.shared.ts";
import { registerText } from "../search/register-text.ts";
import type { Seeding } from "./council.ts";
import { later, yearOf } from "./days.ts";
import type { Dice } from "./dice.ts";
import { insertRows } from "./insert-rows.ts";
import { boards, committees, familyNames, givenNames, neighbourhoods, parties, villages } from "./words.ts";

export interface SeededPeople {
  councilId: string;
  committeeIds: readonly string[];
  villageIds: readonly string[];
  neighbourhoodIds: readonly string[];
  /** Who holds a seat in which term, in the order of seats. */
  terms: readonly { id: string; slug: string; from: string; until: string | null; members: readonly string[] }[];
  /** Members of a committee now. */
  committeeMembers: ReadonlyMap<string, readonly string[]>;
}

const slugOf = (text: string) => fold(text).replaceAll(" ", "-");

function person(dice: Dice, number: number, publicFrom: string) {
  const gender = dice.chance(0.42) ? ("female" as const) : ("male" as const);
  const family = dice.oneOf(familyNames);
  const name = `${dice.oneOf(givenNames[gender])} ${family}`;
  return {
    id: dice.uuid(),
    slug: `${slugOf(name)}-${number}`,
    name,
    family_name: family,
    gender,
    occupation: { sq: "Ekonomist", en: "Economist" },
    cv: {
      sq: "<p>Jetëshkrim i shkurtër i këshilltarit të shembullit.</p>",
      en: "<p>A short CV of an example councillor.</p>",
    },
    contacts: { email: `k${number}@shembull.example` },
    photo_renditions: [],
    folded_text: registerText(name),
    state: "published",
    public_from: publicFrom,
  };
}

/** Terms begin in the summer after local elections, every fourth year. */
function termsOf(today: string, years: number) {
  const first = yearOf(today) - years;
  const begins = [2015, 2019, 2023, 2027, 2031, 2035]
    .map((year) => `${year}-07-20`)
    .filter((day) => day <= today && yearOf(day) + 4 >= first);
  return begins.map((from, at) => ({
    from,
    until: at < begins.length - 1 ? later(begins[at + 1]!, -1) : null,
    slug: `${yearOf(from)}-${yearOf(from) + 4}`,
  }));
}

/** Parties, terms with their seats and their elections, bodies of every kind and who sits in them. */
export async function addPeople({ tx, dice, today, years, seats }: Seeding): Promise<SeededPeople> {
  const publicFrom = `${yearOf(today) - years}-01-02T08:00:00Z`;
  const shown = { state: "published", public_from: publicFrom };
  const partyRows = parties.map(({ short, colour }) => ({ id: dice.uuid(), slug: short.toLowerCase(), colour }));
  await insertRows(tx, "parties", partyRows);
  await insertRows(
    tx,
    "party_names",
    parties.map(({ name, short }, at) => ({ id: dice.uuid(), party_id: partyRows[at]!.id, name, short_name: short })),
  );
  const terms = termsOf(today, years).map((term) => ({ id: dice.uuid(), ...term }));
  await insertRows(
    tx,
    "terms",
    terms.map(({ id, slug, from, until }) => ({ id, slug, begins_on: from, ends_on: until, seats })),
  );

  const body = (kind: string, name: LocalizedText, position: number) => ({
    id: dice.uuid(),
    slug: slugOf(name.sq).slice(0, 110),
    kind,
    name,
    functions: { sq: `<p>Funksionet e ${name.sq}.</p>`, en: `<p>The functions of the ${name.en}.</p>` },
    contacts: { email: "keshilli@shembull.example" },
    position,
    folded_text: registerText(name),
    begins_on: terms[0]!.from,
    ...shown,
  });
  const same = (name: string) => ({ sq: name, en: name });
  const council = body("council", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 0);
  const ofCommittee = committees.map((name, at) => body("committee", name, at));
  const ofBoard = boards.map((name, at) => body("board", name, at));
  const ofVillage = villages.map((name, at) => body("village", same(name), at));
  const ofNeighbourhood = neighbourhoods.map((name, at) => body("neighbourhood", same(name), at));
  const secretariat = body("secretariat", { sq: "Sekretariati i Këshillit", en: "The Council’s Secretariat" }, 0);
  await insertRows(tx, "bodies", [council, secretariat, ...ofCommittee, ...ofBoard, ...ofVillage, ...ofNeighbourhood]);

  const people: ReturnType<typeof person>[] = [];
  const newPerson = () => {
    const one = person(dice, people.length + 1, publicFrom);
    people.push(one);
    return one.id;
  };
  const memberships: object[] = [];
  const affiliations: object[] = [];
  const member = (bodyId: string, personId: string, role: string, from: string, given: object = {}) =>
    memberships.push({
      id: dice.uuid(),
      body_id: bodyId,
      person_id: personId,
      role,
      begins_on: from,
      ends_on: null,
      end_reason: null,
      term_id: null,
      seat: null,
      party_id: null,
      position: 0,
      ...given,
    });

  const seated = terms.map((term, at) => {
    const ended = term.until ? { ends_on: term.until, end_reason: "term_ended" } : {};
    const members = Array.from({ length: seats }, (_, index) => {
      const id = newPerson();
      const party = partyRows[dice.chance(0.5) ? 0 : dice.number(1, partyRows.length - 1)]!;
      member(council.id, id, "member", term.from, {
        term_id: term.id,
        seat: index + 1,
        party_id: party.id,
        position: index,
        ...ended,
      });
      affiliations.push({
        id: dice.uuid(),
        person_id: id,
        party_id: party.id,
        begins_on: term.from,
        ends_on: term.until,
      });
      return id;
    });
    member(council.id, members[0]!, "chair", term.from, ended);
    member(council.id, members[1]!, "deputy_chair", term.from, ended);
    for (const [index, { id: committee }] of ofCommittee.entries())
      for (let place = 0; place < 7; place += 1) {
        const id = members[(index * 5 + place) % seats]!;
        member(committee, id, place === 0 ? "chair" : "member", term.from, { position: place, ...ended });
      }
    return { ...term, members, isLast: at === terms.length - 1 };
  });
  for (const { id } of [...ofBoard, ...ofVillage, ...ofNeighbourhood]) {
    const first = { [ofVillage.some((one) => one.id === id) ? "head" : "liaison"]: 1 };
    const lead = ofBoard.some((one) => one.id === id) ? "chair" : Object.keys(first)[0]!;
    for (let place = 0; place < 5; place += 1)
      member(id, newPerson(), place === 0 ? lead : "member", terms.at(-1)!.from, { position: place });
  }
  for (const role of ["secretary", "staff", "staff", "staff"])
    member(secretariat.id, newPerson(), role, terms[0]!.from);
  await insertRows(tx, "people", people);
  await insertRows(tx, "memberships", memberships);
  await insertRows(tx, "affiliations", affiliations);

  for (const term of seated) {
    const id = dice.uuid();
    const electorate = seats * 1_900 + dice.number(0, 900);
    const voters = Math.round(electorate * (0.38 + dice.share() / 10));
    const invalid = Math.round(voters / 40);
    await insertRows(tx, "elections", [
      {
        id,
        slug: `zgjedhjet-${yearOf(term.from)}`,
        kind: "ordinary",
        held_on: later(term.from, -65),
        term_id: term.id,
        seats,
        electorate,
        voters,
        valid_ballots: voters - invalid,
        invalid_ballots: invalid,
        ...shown,
      },
    ]);
    const won = partyRows.map(
      ({ id: party }) =>
        memberships.filter(
          (one) => "party_id" in one && one.party_id === party && "term_id" in one && one.term_id === term.id,
        ).length,
    );
    await insertRows(
      tx,
      "election_lists",
      parties.map(({ name, short }, at) => ({
        election_id: id,
        position: at + 1,
        name,
        short_name: short,
        party_id: partyRows[at]!.id,
        votes: Math.floor(((voters - invalid) * won[at]!) / seats),
        seats: won[at]!,
      })),
    );
  }
  const now = seated.at(-1)!;
  return {
    councilId: council.id,
    committeeIds: ofCommittee.map(({ id }) => id),
    villageIds: ofVillage.map(({ id }) => id),
    neighbourhoodIds: ofNeighbourhood.map(({ id }) => id),
    terms: seated,
    committeeMembers: new Map(
      ofCommittee.map(({ id }, index) => [
        id,
        Array.from({ length: 7 }, (_, place) => now.members[(index * 5 + place) % seats]!),
      ]),
    ),
  };
}

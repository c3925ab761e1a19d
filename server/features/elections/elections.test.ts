import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { attach } from "../documents/attachments.service.ts";
import { slugOf } from "../publications/slug.ts";
import type { Election, ElectionInput, ElectionList } from "./elections.schema.ts";
import { changeElection, createElection, publishElection, withdrawElection } from "./elections.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const api = "/api/v1/elections";
const by = () => doing(world);

const list = (shortName: string, votes: number, seats: number, partyId?: string) => ({
  name: { sq: `Lista ${shortName}`, en: `List ${shortName}` },
  ...{ shortName, votes, seats, partyId },
});
const input = (given: Partial<ElectionInput> = {}): ElectionInput => ({
  kind: "ordinary",
  heldOn: "2023-05-14",
  seats: 15,
  electorate: 20_000,
  voters: 9_000,
  validBallots: 8_800,
  invalidBallots: 200,
  source: { sq: "Komisioni Qendror i Zgjedhjeve", en: "Central Election Commission" },
  sourceUrl: "https://kqz.gov.al/",
  lists: [list("PU", 4_400, 8), list("PP", 3_300, 6), list("L", 1_100, 1)],
  ...given,
});

const published = (council: TestCouncil, given: Partial<ElectionInput> = {}, at?: Date) =>
  council.db.write(async (tx) => {
    const made = await createElection(tx, by(), input(given));
    await publishElection(tx, by(), made.id, at);
    return made;
  });

/** The fields that were refused, or the code of the refusal. */
const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "done",
    (error) => (error instanceof InvalidInput ? error.fields.map(({ path, code }) => `${path}: ${code}`) : error.code),
  );
const tried = (given: Partial<ElectionInput>) =>
  refusal(world.krasta.db.write((tx) => createElection(tx, by(), input(given))));

async function person(tx: TenantTx, name: string, isPublic = true) {
  const { id } = await tx
    .insertInto("people")
    .values({
      slug: slugOf(name),
      name,
      family_name: name.split(" ")[1]!,
      gender: null,
      contacts: "{}",
      photo_renditions: "[]",
      folded_text: name.toLowerCase(),
      ...(isPublic ? { state: "published" as const, public_from: world.clock.now() } : { public_from: null }),
      photo_width: null,
      photo_height: null,
      photo_sha256: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A term of fifteen seats of which one changed hands, one is vacant, and one goes to somebody who is not public yet. */
async function termWithChanges(tx: TenantTx) {
  const { id: term } = await tx
    .insertInto("terms")
    .values({ slug: "2023-2027", begins_on: "2023-07-20", ends_on: null, seats: 15 })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: body } = await tx
    .insertInto("bodies")
    .values({
      slug: "keshilli",
      kind: "council",
      name: json({ sq: "Këshilli" }),
      unit: null,
      contacts: "{}",
      begins_on: null,
      ends_on: null,
      folded_text: "keshilli",
      state: "published",
      public_from: world.clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const seat = async (number: number, name: string, from: string, until: string | null, isPublic = true) => {
    await tx
      .insertInto("memberships")
      .values({
        body_id: body,
        person_id: await person(tx, name, isPublic),
        role: "member",
        term_id: term,
        seat: number,
        party_id: null,
        begins_on: from,
        ends_on: until,
        end_reason: until ? "resigned" : null,
      })
      .execute();
  };
  await seat(1, "Arben Hoxha", "2023-07-20", "2024-02-01");
  await seat(1, "Blerta Kola", "2024-03-01", null);
  await seat(2, "Çlirim Duka", "2023-07-20", "2026-01-15");
  await seat(3, "Dea Prifti", "2023-07-20", "2025-05-05");
  await seat(3, "Fshehur Askush", "2025-06-01", null, false);
  await seat(4, "Eda Marku", "2023-07-20", null);
  return term;
}

describe("An election", () => {
  it("is read with its turnout and each list's share, the lists with most votes first", async () => {
    const made = await published(world.lisi, {
      lists: [list("L", 1_100, 1), list("PU", 4_400, 8), list("PP", 3_300, 6)],
    });
    expect(made.slug).toBe("zgjedhjet-vendore-2023");
    const { items } = await world.lisi.json<ElectionList>(api);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      turnout: 45,
      validBallots: 8_800,
      url: { en: "/en/elections/zgjedhjet-vendore-2023" },
    });
    expect(items[0]!.lists.map(({ shortName, share, seats, position }) => [shortName, share, seats, position])).toEqual(
      [
        ["PU", 50, 8, 2],
        ["PP", 37.5, 6, 3],
        ["L", 12.5, 1, 1],
      ],
    );
  });

  it("has a page in both languages, with the seats drawn and the open data beside it", async () => {
    const sq = await (await world.lisi.get("/zgjedhjet/zgjedhjet-vendore-2023")).text();
    for (const said of ["Zgjedhjet vendore 2023", "45,00", "Vendet sipas listave: Lista L 1, Lista PU 8, Lista PP 6"])
      expect(sq).toContain(said);
    expect(sq).toContain("/zgjedhjet.csv?election=zgjedhjet-vendore-2023");
    const en = await (await world.lisi.get("/en/elections/zgjedhjet-vendore-2023")).text();
    for (const said of ["Local elections of 2023", "45.00%", "Central Election Commission"]) expect(en).toContain(said);
    const list = await (await world.lisi.get("/zgjedhjet")).text();
    expect(list).toContain('href="/zgjedhjet/zgjedhjet-vendore-2023"');
  });

  it("is compared with the ordinary one before: by party, and lists that are gone are named", async () => {
    const party = await world.lisi.db.write(
      async (tx) =>
        await tx
          .insertInto("parties")
          .values({ slug: "pu", colour: "#1b4f9c", ended_on: null, successor_id: null })
          .returning("id")
          .executeTakeFirstOrThrow(),
    );
    const then = [list("BU", 3_000, 5, party.id), list("PP", 5_000, 9), list("E", 2_000, 1)];
    await published(world.lisi, {
      heldOn: "2019-06-30",
      validBallots: 10_000,
      voters: 10_000,
      lists: then,
      invalidBallots: null,
    });
    await published(world.lisi, { heldOn: "2021-11-07", kind: "partial", lists: [list("PU", 100, 15)] });
    const { id } = await world.lisi.db.read((tx) =>
      tx.selectFrom("elections").where("held_on", "=", "2023-05-14").select("id").executeTakeFirstOrThrow(),
    );
    await world.lisi.db.write((tx) =>
      changeElection(
        tx,
        by(),
        id,
        input({ lists: [list("PU", 4_400, 8, party.id), list("PP", 3_300, 6), list("L", 1_100, 1)] }),
      ),
    );
    const shown = await world.lisi.json<Election>(`${api}/zgjedhjet-vendore-2023`);
    expect(shown.lists.map(({ difference }) => difference)).toEqual([
      { share: 20, seats: 3, isNew: false },
      { share: -12.5, seats: -3, isNew: false },
      { share: 12.5, seats: 1, isNew: true },
    ]);
    expect(shown.lists[0]!.colour).toBe("#1b4f9c");
    expect(shown.previous).toMatchObject({
      heldOn: "2019-06-30",
      turnoutDifference: -5,
      gone: [{ shortName: "E", seats: 1 }],
    });
    expect(shown.older).toMatchObject({ kind: "partial" });
    expect((await world.lisi.json<Election>(`${api}/zgjedhjet-vendore-2019`)).previous).toBeNull();
  });

  it("tells who left the Council during the term, why, and who came; a vacant seat is told as one", async () => {
    await world.lisi.db.write(async (tx) => {
      const termId = await termWithChanges(tx);
      const made = await createElection(tx, by(), input({ termId, kind: "repeated" }));
      await publishElection(tx, by(), made.id);
    });
    const { changes, term } = await world.lisi.json<Election>(`${api}/zgjedhjet-e-perseritura-2023-05-14`);
    expect(term).toEqual({ slug: "2023-2027", beginsOn: "2023-07-20", endsOn: null });
    expect(changes.map(({ seat, left, came }) => [seat, left.name, left.on, came && [came.name, came.on]])).toEqual([
      [2, "Çlirim Duka", "2026-01-15", null],
      [3, "Dea Prifti", "2025-05-05", [null, "2025-06-01"]],
      [1, "Arben Hoxha", "2024-02-01", ["Blerta Kola", "2024-03-01"]],
    ]);
    const page = await (await world.lisi.get("/en/elections/zgjedhjet-e-perseritura-2023-05-14")).text();
    for (const said of [
      "resigned</p>",
      "term 2023–2027",
      "still vacant",
      "a person not shown here",
      "/en/members/blerta-kola",
    ])
      expect(page).toContain(said);
    expect(page).not.toContain("Fshehur");
  });

  it("says openly what is not known", async () => {
    await published(world.lisi, {
      heldOn: "2015-06-21",
      electorate: null,
      voters: null,
      validBallots: null,
      invalidBallots: null,
      lists: [list("A", 300, 10), list("B", 100, 5)],
    });
    const { turnout, lists } = await world.lisi.json<Election>(`${api}/zgjedhjet-vendore-2015`);
    expect([turnout, lists[0]!.share]).toEqual([null, 75]);
    expect(await (await world.lisi.get("/en/elections/zgjedhjet-vendore-2015")).text()).toContain("not known here");
  });

  it("comes with its official papers, which are public with it and not before", async () => {
    const { id: document } = await storePdf(world, world.lisi, "Rezultatet");
    const made = await world.lisi.db.write(async (tx) => {
      const election = await createElection(tx, by(), input({ heldOn: "2025-11-09", kind: "partial" }));
      await attach(tx, by(), "election", election.id, [{ documentId: document, role: "results" }], null);
      return election;
    });
    /** The bytes are read, as whoever asks does. */
    const statusOf = async (path: string) => {
      const answer = await world.lisi.get(path);
      await answer.arrayBuffer();
      return answer.status;
    };
    expect(await statusOf(`/dokumente/${document}/vendimi.pdf`)).toBe(404);
    await world.lisi.db.write((tx) => publishElection(tx, by(), made.id));
    const { documents } = await world.lisi.json<Election>(`${api}/${made.slug}`);
    expect(await statusOf(documents[0]!.url)).toBe(200);
    await world.lisi.db.write((tx) => withdrawElection(tx, by(), made.id));
    expect(await statusOf(documents[0]!.url)).toBe(404);
    expect((await world.lisi.get(`${api}/${made.slug}`)).status).toBe(404);
  });
});

describe("Nobody sees", () => {
  it("a draft, what is scheduled, or another council's elections", async () => {
    await world.krasta.db.write((tx) => createElection(tx, by(), input()));
    await published(world.krasta, { heldOn: "2019-06-30" }, new Date(world.clock.now().getTime() + 3_600_000));
    expect(await world.krasta.json(api)).toEqual({ total: 0, items: [] });
    for (const path of [
      `${api}/zgjedhjet-vendore-2023`,
      "/zgjedhjet/zgjedhjet-vendore-2023",
      "/en/elections/zgjedhjet-vendore-2019",
    ])
      expect((await world.krasta.get(path)).status, path).toBe(404);
    const page = await (await world.krasta.get("/zgjedhjet")).text();
    expect(page).not.toContain("PU");
    expect((await world.lisi.get(`${api}/zgjedhjet-vendore-2023`)).status).toBe(200);
  });

  it("an election of one council on changing it from another", async () => {
    const { id } = await world.lisi.db.read((tx) => tx.selectFrom("elections").select("id").executeTakeFirstOrThrow());
    for (const work of [publishElection, withdrawElection])
      expect(await refusal(world.krasta.db.write((tx) => work(tx, by(), id)))).toBe("elections.not_found");
    expect(await refusal(world.krasta.db.write((tx) => changeElection(tx, by(), id, input())))).toBe(
      "elections.not_found",
    );
  });
});

describe("An election is refused, with the field and the reason,", () => {
  it.each<[string, Partial<ElectionInput>, unknown]>([
    ["when its seats do not add up", { seats: 16 }, ["seats: elections.seats_do_not_add_up"]],
    [
      "when lists have more votes than there are ballots",
      { validBallots: 8_000 },
      ["lists: elections.votes_exceed_ballots"],
    ],
    [
      "when there are more ballots than voters",
      { invalidBallots: 201 },
      ["validBallots: elections.more_ballots_than_voters"],
    ],
    ["when more voted than could", { electorate: 8_900 }, ["voters: elections.more_voters_than_electorate"]],
    [
      "when more votes are counted than there are voters, also where ballots are unknown",
      { validBallots: null, voters: 8_000, invalidBallots: null },
      ["validBallots: elections.more_ballots_than_voters"],
    ],
    [
      "when nothing but the electorate is known, and it is too small",
      { validBallots: null, voters: null, invalidBallots: null, electorate: 100 },
      ["electorate: elections.more_ballots_than_electorate"],
    ],
    ["when it has not been held", { heldOn: "2026-03-06" }, ["heldOn: elections.in_the_future"]],
    ["on a day that does not exist", { heldOn: "2023-02-30" }, ["heldOn: date.impossible"]],
    ["without lists", { lists: [] }, ["lists: elections.without_lists"]],
    ["with a list twice", { lists: [list("PU", 1, 8), list("pu", 1, 7)] }, ["lists.1.shortName: elections.list_twice"]],
    ["with votes below nothing", { lists: [list("PU", -1, 15)] }, ["lists.0.votes: number.negative"]],
    ["with half a vote", { lists: [list("PU", 0.5, 15)] }, ["lists.0.votes: number.not_whole"]],
    [
      "with a party of another council",
      { lists: [list("PU", 1, 15, "01890000-0000-7000-8000-000000000000")] },
      ["lists.0.partyId: elections.party_unknown"],
    ],
    [
      "with a term that is none",
      { termId: "01890000-0000-7000-8000-000000000000" },
      ["termId: elections.term_unknown"],
    ],
  ])("%s", async (_, given, refused) => expect(await tried(given)).toEqual(refused));

  it("when the same is there already", async () => {
    expect(await tried({})).toBe("elections.there_already");
  });

  it("when its term has other seats", async () => {
    const { id } = await world.krasta.db.write((tx) =>
      tx
        .insertInto("terms")
        .values({ slug: "2011-2015", begins_on: "2011-07-01", ends_on: "2015-07-01", seats: 17 })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    expect(await tried({ heldOn: "2011-05-08", termId: id })).toEqual(["seats: elections.term_has_other_seats"]);
  });
});

it("A filter that does not exist is refused", async () => {
  expect((await world.lisi.get(`${api}?year=2023`)).status).toBe(400);
});

it("Every step is in the audit with what was before and after", async () => {
  const rows = await world.lisi.db.read((tx) =>
    tx.selectFrom("audit_log").where("action", "like", "election.%").select(["action", "before", "after"]).execute(),
  );
  expect(new Set(rows.map(({ action }) => action))).toEqual(
    new Set(["election.created", "election.published", "election.changed", "election.withdrawn"]),
  );
  const changed = rows.find(({ action }) => action === "election.changed")!;
  expect(changed.before).toMatchObject({ lists: [{ shortName: "L" }, { shortName: "PU" }, { shortName: "PP" }] });
  expect(changed.before).toMatchObject({ heldOn: expect.any(String), seats: expect.any(Number) });
  expect(changed.before).not.toHaveProperty("tenant_id");
  expect(changed.after).toMatchObject({ lists: [{ shortName: "PU" }, { shortName: "PP" }, { shortName: "L" }] });
});

it("How complete the element is, follows from what is published", async () => {
  const readiness = async (council: TestCouncil) => {
    const { elements } = await council.json<{
      elements: { code: string; readiness: string; reason: { en: string } }[];
    }>("/api/v1/elements");
    const { readiness: level, reason } = elements.find(({ code }) => code === "I.2.4")!;
    return [level, reason.en];
  };
  expect(await readiness(world.lisi)).toEqual(["full", expect.stringContaining("The results of 2023")]);
  expect((await readiness(world.krasta))[0]).toBe("none");
  const fresh = await world.krasta.db.read((tx) =>
    tx.selectFrom("elections").where("held_on", "=", "2023-05-14").select("id").executeTakeFirstOrThrow(),
  );
  await world.krasta.db.write(async (tx) => {
    await changeElection(tx, by(), fresh.id, input({ voters: null, source: { sq: "KQZ" }, sourceUrl: null }));
    await publishElection(tx, by(), fresh.id);
  });
  expect(await readiness(world.krasta)).toEqual([
    "partial",
    "The turnout of the last local elections is not known here. The official source of the last results is missing. Part of the last results is missing in English.",
  ]);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chamber, chamberOf } from "../../../tests/support/chamber.ts";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { endMandate } from "../bodies/memberships.service.ts";
import { setAffiliation } from "./affiliations.service.ts";
import type { MemberList } from "./members.schema.ts";
import { mergeParty, renameParty } from "./parties.service.ts";
import { createPerson, withdrawPerson } from "./people.service.ts";

let world: TestWorld;
let lisi: Chamber;
const made: Record<string, { id: string; slug: string }> = {};
const term = { past: "", now: "" };
const party = { lpq: "", bvd: "" };
let council: { id: string };
let finance: { id: string; slug: string };

const by = () => doing(world);
const list = (query = "", of = world.lisi) => of.json<MemberList>(`/api/v1/people${query}`);
const names = ({ members }: MemberList) => members.map(({ name }) => name);

beforeAll(async () => {
  world = await createWorld();
  lisi = chamberOf(world, world.lisi);
  term.past = (await lisi.term("2019-08-01", "2023-07-31", 4)).id;
  term.now = (await lisi.term("2023-08-01", "2027-07-31", 5)).id;
  party.lpq = (await lisi.party("LPQ", "Lista për Qytetin")).id;
  party.bvd = (await lisi.party("BVD", "Bashkimi Vendor Demokratik")).id;
  council = await lisi.body("council", "Këshilli Bashkiak");
  finance = await lisi.body("committee", "Komisioni i Financave");
  const seat = async (name: string, at: number, given: object = {}, person: object = {}) => {
    made[name] ??= await lisi.person(name, person);
    return lisi.join({
      ...{ bodyId: council.id, personId: made[name].id, role: "member" },
      ...{ termId: term.now, seat: at, beginsOn: "2023-08-01", position: at, ...given },
    });
  };
  await seat("Arta Dervishi", 1, { partyId: party.lpq }, { gender: "female" });
  await seat("Sokol Bregu", 2, { partyId: party.bvd }, { gender: "male" });
  await seat("Mira Gjoka", 3, { partyId: party.lpq }, { gender: "female" });
  const leaving = await seat("Ardit Leka", 4, { partyId: party.lpq }, { gender: "male" });
  await seat("Ardit Leka", 4, {
    termId: term.past,
    beginsOn: "2019-08-01",
    endsOn: "2023-07-31",
    endReason: "term_ended",
  });
  const join = (personId: string, bodyId: string, role: "chair" | "member" | "deputy_chair", beginsOn = "2023-09-01") =>
    lisi.join({ bodyId, personId, role, beginsOn });
  await join(made["Mira Gjoka"]!.id, council.id, "chair");
  await join(made["Sokol Bregu"]!.id, council.id, "deputy_chair");
  await join(made["Arta Dervishi"]!.id, finance.id, "member");
  await join(made["Arta Dervishi"]!.id, finance.id, "chair");
  await join(made["Ardit Leka"]!.id, finance.id, "member");
  await world.lisi.db.write((tx) =>
    endMandate(tx, by(), leaving.id, { endsOn: "2025-01-31", reason: "resigned", note: { sq: "Me dëshirë." } }),
  );
  await seat("Drita Malaj", 4, { partyId: party.lpq, beginsOn: "2025-03-01" });
});
afterAll(() => world.end());

describe("The members of the council", () => {
  it("stand in the council’s own order: the chair, the deputies, then as it says", async () => {
    const { term, sitting, vacant, members } = await list();
    expect(members.map(({ name, role }) => [name, role])).toEqual([
      ["Mira Gjoka", "chair"],
      ["Sokol Bregu", "deputy_chair"],
      ["Arta Dervishi", null],
      ["Drita Malaj", null],
    ]);
    expect({ sitting, vacant, term: term?.slug }).toEqual({ sitting: 4, vacant: 1, term: "2023-2027" });
    expect(members[2]!.committees).toMatchObject([{ name: { sq: "Komisioni i Financave" }, role: "chair" }]);
  });

  it("counts women and men, and whose gender is not known as not known", async () => {
    expect((await list()).balance).toEqual({ female: 2, male: 1, other: 0, unknown: 1 });
  });

  it("keeps who left, the seat’s several holders, and why it changed hands", async () => {
    const { former, changes } = await list();
    expect(former).toMatchObject([{ name: "Ardit Leka", endsOn: "2025-01-31", endReason: "resigned" }]);
    // The seat in the committee ended with the mandate; what he was on his last day is still told.
    expect(former[0]!.committees).toHaveLength(1);
    expect(changes).toMatchObject([
      {
        seat: 4,
        list: { shortName: "LPQ" },
        holders: [
          { name: "Ardit Leka", endReason: "resigned", endNote: { sq: "Me dëshirë." } },
          { name: "Drita Malaj", beginsOn: "2025-03-01", endsOn: null },
        ],
      },
    ]);
  });

  it("of a past term are still there, as they were on its last day", async () => {
    const past = await list("?term=2019-2023");
    expect(names(past)).toEqual(["Ardit Leka"]);
    expect(past).toMatchObject({ asOf: "2023-07-31", vacant: 3, term: { isCurrent: false } });
    expect((await world.lisi.get("/api/v1/people?term=1999-2003")).status).toBe(422);
  });

  it("are narrowed by party, committee and words, and each choice is counted", async () => {
    expect(names(await list("?party=bvd"))).toEqual(["Sokol Bregu"]);
    expect(names(await list(`?committee=${finance.slug}`))).toEqual(["Arta Dervishi"]);
    expect(names(await list("?q=mira%20gj"))).toEqual(["Mira Gjoka"]);
    const { facets } = await list(`?committee=${finance.slug}`);
    expect(facets.parties.map(({ value, count }) => [value, count])).toEqual([["lpq", 2]]);
    expect((await world.lisi.get("/api/v1/people?colour=red")).status).toBe(400);
    expect((await world.lisi.get("/api/v1/people?party=%27")).status).toBe(422);
  });

  it("belong to the party under the name of the day, to none, or to the list that won the seat", async () => {
    const of = async (name: string, query = "") =>
      (await list(query)).members.find((member) => member.name === name)!.affiliation;
    expect(await of("Sokol Bregu")).toMatchObject({ kind: "list", party: { shortName: "BVD" } });
    await world.lisi.db.write(async (tx) => {
      await setAffiliation(tx, by(), made["Sokol Bregu"]!.id, { partyId: party.bvd, beginsOn: "2023-08-01" });
      await setAffiliation(tx, by(), made["Arta Dervishi"]!.id, { partyId: null, beginsOn: "2024-01-01" });
      await renameParty(tx, by(), party.bvd, {
        name: { sq: "Bashkimi i Ri", en: "New Union" },
        shortName: "BR",
        validFrom: "2025-06-01",
      });
    });
    expect(await of("Sokol Bregu")).toMatchObject({ kind: "party", party: { shortName: "BR", slug: "bvd" } });
    expect(await of("Arta Dervishi")).toEqual({ kind: "none", party: null });
    await world.lisi.db.write((tx) => mergeParty(tx, by(), party.bvd, { intoId: party.lpq, on: "2026-01-01" }));
    expect(await of("Sokol Bregu")).toMatchObject({ party: { shortName: "LPQ" } });
    const { affiliations } = await world.lisi.json<{ affiliations: object[] }>(
      `/api/v1/people/${made["Sokol Bregu"]!.slug}`,
    );
    expect(affiliations).toMatchObject([
      { affiliation: { party: { shortName: "LPQ" } }, beginsOn: "2026-01-01", isNow: true },
      { affiliation: { party: { shortName: "BVD" } }, beginsOn: "2023-08-01", endsOn: "2025-12-31", isNow: false },
    ]);
  });

  it("who are drafts or were withdrawn are nowhere", async () => {
    const { id, slug } = await world.lisi.db.write(async (tx) => {
      const person = await createPerson(tx, by(), { name: "Lindita Zeqo", familyName: "Zeqo" });
      return person;
    });
    await lisi.join({
      ...{ bodyId: council.id, personId: id, role: "member" },
      ...{ termId: term.now, seat: 5, beginsOn: "2023-08-01" },
    });
    expect(names(await list())).not.toContain("Lindita Zeqo");
    expect((await world.lisi.get(`/api/v1/people/${slug}`)).status).toBe(404);
    const { members } = await list();
    const drita = members.find(({ name }) => name === "Drita Malaj")!;
    expect((await world.lisi.get(`/api/v1/people/${drita.slug}`)).status).toBe(200);
    await world.lisi.db.write((tx) => withdrawPerson(tx, by(), made["Drita Malaj"]!.id));
    expect((await world.lisi.get(`/api/v1/people/${drita.slug}`)).status).toBe(404);
    expect(names(await list())).not.toContain("Drita Malaj");
  });

  it("are another council’s own: it sees none of them, and may use the same names", async () => {
    const krasta = chamberOf(world, world.krasta);
    expect(await list("", world.krasta)).toMatchObject({ term: null, members: [], sitting: 0 });
    expect((await world.krasta.get(`/api/v1/people/${made["Mira Gjoka"]!.slug}`)).status).toBe(404);
    expect((await krasta.person("Mira Gjoka")).slug).toBe(made["Mira Gjoka"]!.slug);
    const theirs = await krasta.body("council", "Këshilli Bashkiak");
    const foreign = krasta.join({
      ...{ bodyId: theirs.id, personId: made["Mira Gjoka"]!.id, role: "chair", beginsOn: "2024-01-01" },
    });
    await expect(foreign).rejects.toMatchObject({ code: "people.not_found" });
  });
});

import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chamber, chamberOf } from "../../../tests/support/chamber.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let lisi: Chamber;
const rows = async (path: string, of: TestCouncil = world.lisi) => {
  const answer = await of.get(path);
  expect(answer.status, path).toBe(200);
  return parse<Record<string, string>>(await answer.text(), { bom: true, columns: true });
};
const readiness = async (code: string, of: TestCouncil = world.lisi) => {
  const found = await of.json<{ readiness: string; reason: { sq: string; en: string } }>(`/api/v1/elements/${code}`);
  return [found.readiness, found.reason.en];
};

beforeAll(async () => {
  world = await createWorld();
  lisi = chamberOf(world, world.lisi);
});
afterAll(() => world.end());

describe("Elements about people", () => {
  it.each(["I.2.1", "I.2.2", "I.2.3", "II.5.1", "II.5.2", "II.6.2", "II.6.4"])(
    "%s is not there while nothing is, and its page says so in both languages",
    async (code) => {
      expect((await readiness(code, world.krasta))[0]).toBe("none");
      const { url } = await world.krasta.json<{ url: { sq: string; en: string } }>(`/api/v1/elements/${code}`);
      for (const one of Object.values(url))
        expect((await world.krasta.get(new URL(one).pathname)).status, one).toBe(200);
    },
  );

  it("are partly there with what they lack named, and fully once they lack nothing", async () => {
    const village = await lisi.body("village", "Kodër e Kuqe", { unit: "Guras" });
    expect(await readiness("II.6.2")).toEqual(["partial", "Of one it is not said who leads it. One has no contacts."]);
    const head = await lisi.person("Luan Prifti", { gender: "male", contacts: { phone: "044 3000" } });
    await lisi.join({ bodyId: village.id, personId: head.id, role: "head", beginsOn: "2024-01-01" });
    expect(await readiness("II.6.2")).toEqual(["full", "The one village has its head and contacts."]);

    const council = await lisi.body("council", "Këshilli Bashkiak");
    const term = await lisi.term("2023-08-01", "2027-07-31", 2);
    await lisi.join({
      ...{ bodyId: council.id, personId: head.id, role: "member", termId: term.id, seat: 1, beginsOn: "2023-08-01" },
    });
    expect(await readiness("I.2.1")).toEqual([
      "partial",
      expect.stringMatching(/Nobody is shown for one seat\. One member has no photo\. One member has no CV\./),
    ]);
  });
});

describe("Registers of people and bodies", () => {
  it("have the same rows as their pages, with the same filters", async () => {
    expect(await rows("/fshatrat.csv")).toMatchObject([
      { kind: "village", name_sq: "Kodër e Kuqe", unit: "Guras", leader: "Luan Prifti", phone: "044 3000" },
    ]);
    expect(await rows("/fshatrat.csv?unit=Tjet%C3%ABr")).toEqual([]);
    expect(await rows("/anetaret.csv")).toMatchObject([
      { term: "2023-2027", seat: "1", name: "Luan Prifti", gender_label: "Burrë", affiliation: "unknown" },
    ]);
    expect(await rows("/en/members.csv?q=askush")).toEqual([]);
    const mandates = await rows("/te-dhena-te-hapura/mandatet.csv");
    expect(mandates).toMatchObject([{ term: "2023-2027", seat: "1", name: "Luan Prifti", begins_on: "2023-08-01" }]);
    const memberships = await rows("/te-dhena-te-hapura/anetaresite.csv");
    expect(memberships.map(({ body_kind, role }) => [body_kind, role])).toEqual([
      ["council", "member"],
      ["village", "head"],
    ]);
    expect(await rows("/te-dhena-te-hapura/organet.csv?kind=council")).toMatchObject([
      { name_sq: "Këshilli Bashkiak" },
    ]);
    expect((await world.lisi.get("/fshatrat.csv?colour=red")).status).toBe(400);
  });

  it("give the boards’ members one by one, whatever the size of a batch", async () => {
    const board = await lisi.body("board", "Bordi i Qytetarëve");
    for (let number = 0; number < 3; number += 1) {
      const { id } = await lisi.person(`Anëtari Numër${number}`);
      await lisi.join({ bodyId: board.id, personId: id, role: "member", beginsOn: "2024-01-01", position: number });
    }
    const answer = await world.lisi.json<{ total: number; items: { name: string }[] }>("/anetaret-e-bordeve.json");
    expect(answer.total).toBe(3);
    expect(answer.items.map(({ name }) => name)).toEqual(["Anëtari Numër0", "Anëtari Numër1", "Anëtari Numër2"]);
  });

  it("hold nothing of another council", async () => {
    for (const path of [
      "/fshatrat.csv",
      "/anetaret.csv",
      "/anetaret-e-bordeve.csv",
      "/te-dhena-te-hapura/mandatet.csv",
    ])
      expect(await rows(path, world.krasta)).toEqual([]);
  });
});

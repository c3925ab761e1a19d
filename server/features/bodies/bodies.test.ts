import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chamber, chamberOf } from "../../../tests/support/chamber.ts";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { createPerson } from "../people/people.service.ts";
import type { MembershipInput } from "./bodies.schema.ts";
import { changeBody, createBody, publishBody, withdrawBody } from "./bodies.service.ts";
import type { Body, BodyList, MembershipList } from "./body.schema.ts";
import { changeMembership, endMembership } from "./memberships.service.ts";
import { createTerm } from "./terms.service.ts";

let world: TestWorld;
let lisi: Chamber;
const by = () => doing(world);
const mistake = { sq: "U shënua gabimisht dy herë.", en: "It was entered twice by mistake." };
const list = (kind: string, query = "", of = world.lisi) => of.json<BodyList>(`/api/v1/bodies?kind=${kind}${query}`);
const body = (kind: string, slug: string) => world.lisi.json<Body>(`/api/v1/bodies/${kind}/${slug}`);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string; fields?: object[] }) => error.fields ?? error.code,
  );

beforeAll(async () => {
  world = await createWorld();
  lisi = chamberOf(world, world.lisi);
});
afterAll(() => world.end());

describe("Bodies of a kind", () => {
  it("are listed in the council’s own order with who leads them, and those that ended come last", async () => {
    await lisi.body("committee", "Komisioni i Vjetër", { position: 0, endsOn: "2023-07-31" });
    const finance = await lisi.body("committee", "Komisioni i Financave", { position: 2 });
    await lisi.body("committee", "Komisioni Ligjor", { position: 1 });
    const chair = await lisi.person("Mira Gjoka", { gender: "female", contacts: { phone: "+355 44 1000" } });
    const join = (role: MembershipInput["role"]) =>
      lisi.join({ bodyId: finance.id, personId: chair.id, role, beginsOn: "2024-01-01" });
    await join("member");
    await join("chair");
    const { items, total } = await list("committee");
    expect(items.map(({ name, isNow }) => [name.sq, isNow])).toEqual([
      ["Komisioni Ligjor", true],
      ["Komisioni i Financave", true],
      ["Komisioni i Vjetër", false],
    ]);
    expect(total).toBe(3);
    expect(items[1]).toMatchObject({ members: 1, leader: { name: "Mira Gjoka", contacts: { phone: "+355 44 1000" } } });
    expect(items[1]!.url).toEqual({
      sq: "/komisionet/komisioni-i-financave",
      en: "/en/committees/komisioni-i-financave",
    });
  });

  it("of villages are narrowed by words and administrative unit, and what is unknown is refused", async () => {
    await lisi.body("village", "Kodër e Kuqe", { unit: "Guras" });
    await lisi.body("village", "Fushë-Arëz", { unit: "Arëz" });
    const names = async (query: string) => (await list("village", query)).items.map(({ name }) => name.sq);
    expect(await names("&q=koder")).toEqual(["Kodër e Kuqe"]);
    expect(await names("&unit=Ar%C3%ABz")).toEqual(["Fushë-Arëz"]);
    expect((await list("village")).facets.units).toEqual([
      { value: "Arëz", count: 1 },
      { value: "Guras", count: 1 },
    ]);
    for (const [query, status] of [
      ["?kind=village&colour=red", 400],
      ["?kind=village&page=0", 422],
      ["?kind=village&page=9", 404],
      ["?kind=moon", 422],
    ] as const)
      expect((await world.lisi.get(`/api/v1/bodies${query}`)).status, query).toBe(status);
  });

  it("that are drafts or were withdrawn are nowhere, and a body stands under its own kind only", async () => {
    const { id, slug } = await world.lisi.db.write((tx) =>
      createBody(tx, by(), { kind: "board", name: { sq: "Bordi i Rinisë" } }),
    );
    const status = async (kind = "board") => (await world.lisi.get(`/api/v1/bodies/${kind}/${slug}`)).status;
    expect(await status()).toBe(404);
    await world.lisi.db.write((tx) => publishBody(tx, by(), id));
    expect(await status()).toBe(200);
    expect(await status("committee")).toBe(404);
    await world.lisi.db.write((tx) => changeBody(tx, by(), id, { functions: { sq: "<p>Po</p><script>x</script>" } }));
    expect((await body("board", slug)).functions?.sq).toBe("<p>Po</p>");
    expect((await body("board", slug)).name.sq).toBe("Bordi i Rinisë");
    await world.lisi.db.write((tx) => withdrawBody(tx, by(), id, mistake));
    expect(await status()).toBe(410);
    expect((await list("board")).total).toBe(0);
  });

  it("that was withdrawn says at its address when and why, and nothing of what it was", async () => {
    const { id, slug } = await lisi.body("board", "Bordi i Ujësjellësit", { unit: "Guras" });
    const chair = await lisi.person("Zana Kola");
    await lisi.join({ bodyId: id, personId: chair.id, role: "chair", beginsOn: "2024-01-01" });
    const at = (path: string, of = world.lisi) => of.get(path);
    await world.lisi.db.write((tx) => withdrawBody(tx, by(), id, mistake));
    const answer = await at(`/api/v1/bodies/board/${slug}`);
    const told = await answer.json();
    expect([answer.status, told]).toMatchObject([410, { code: "bodies.withdrawn", kind: "board", reason: mistake }]);
    for (const [path, reason] of [
      [`/bordet-e-qytetareve/${slug}`, mistake.sq],
      [`/en/citizens-boards/${slug}`, mistake.en],
    ] as const) {
      const page = await at(path);
      const html = await page.text();
      expect([page.status, html.includes(reason)], path).toEqual([410, true]);
      for (const secret of ["Ujësjellësit", "Zana Kola", "Guras"]) expect(html, path).not.toContain(secret);
    }
    expect(JSON.stringify(told)).not.toMatch(/Ujësjellësit|Guras/);
    expect((await at(`/api/v1/bodies/board/${slug}`, world.krasta)).status).toBe(404);
    expect((await at(`/api/v1/bodies/committee/${slug}`)).status).toBe(404);

    const again = () => world.lisi.db.write((tx) => withdrawBody(tx, by(), id, mistake));
    expect(await refusal(again())).toBe("bodies.already_withdrawn");
    // Until its time has come it is withdrawn still.
    const tomorrow = new Date(by().now.getTime() + 86_400_000);
    await world.lisi.db.write((tx) => publishBody(tx, by(), id, tomorrow));
    expect((await at(`/api/v1/bodies/board/${slug}`)).status).toBe(410);
    await world.lisi.db.write((tx) => publishBody(tx, by(), id));
    expect((await at(`/api/v1/bodies/board/${slug}`)).status).toBe(200);
    await world.lisi.db.write((tx) => withdrawBody(tx, by(), id, mistake));
  });

  it("that nobody has seen yet becomes a draft again, and leaves nothing at its address", async () => {
    const { id, slug } = await world.lisi.db.write((tx) =>
      createBody(tx, by(), { kind: "board", name: { sq: "Bordi i Nesërm" } }),
    );
    await world.lisi.db.write((tx) => publishBody(tx, by(), id, new Date(by().now.getTime() + 86_400_000)));
    await world.lisi.db.write((tx) => withdrawBody(tx, by(), id, mistake));
    expect((await world.lisi.get(`/api/v1/bodies/board/${slug}`)).status).toBe(404);
  });
});

describe("A body", () => {
  it("shows who is in it once with all their roles, and who was before", async () => {
    const board = await lisi.body("board", "Bordi i Prindërve");
    const [now, before] = [await lisi.person("Teuta Rama"), await lisi.person("Ylli Xhafa")];
    const howChosen = { sq: "Zgjedhur nga prindërit.", en: "Elected by the parents." };
    await lisi.join({ bodyId: board.id, personId: now.id, role: "member", beginsOn: "2024-01-10", howChosen });
    await lisi.join({ bodyId: board.id, personId: now.id, role: "chair", beginsOn: "2024-06-01" });
    const { id } = await lisi.join({ bodyId: board.id, personId: before.id, role: "member", beginsOn: "2023-01-01" });
    await world.lisi.db.write((tx) => endMembership(tx, by(), id, { endsOn: "2024-01-09", reason: "resigned" }));
    const { members, former } = await body("board", board.slug);
    expect(members).toMatchObject([
      { name: "Teuta Rama", roles: ["chair", "member"], beginsOn: "2024-01-10", endsOn: null, howChosen },
    ]);
    expect(former).toMatchObject([{ name: "Ylli Xhafa", endsOn: "2024-01-09", endReason: "resigned" }]);
  });

  it("has its members in a register with role, days and how they were chosen", async () => {
    const all = await world.lisi.json<MembershipList>("/api/v1/bodies/board-members");
    expect(all.items.map(({ person, role, isNow }) => [person.name, role, isNow])).toEqual([
      ["Ylli Xhafa", "member", false],
      ["Teuta Rama", "member", true],
      ["Teuta Rama", "chair", true],
    ]);
    const past = await world.lisi.json<MembershipList>("/api/v1/bodies/board-members?when=past");
    expect(past.total).toBe(1);
    expect(past.facets.when).toEqual([
      { value: "now", count: 2 },
      { value: "past", count: 1 },
    ]);
    expect((await world.lisi.get("/api/v1/bodies/board-members?when=soon")).status).toBe(422);
  });

  it("exists once where a council has one: the council itself and its secretariat", async () => {
    expect((await world.lisi.get("/api/v1/bodies/secretariat")).status).toBe(404);
    const office = await lisi.body("secretariat", "Sekretariati i Këshillit");
    const secretary = await lisi.person("Luan Prifti", { cv: { sq: "<p>Jurist.</p>" } });
    await lisi.join({ bodyId: office.id, personId: secretary.id, role: "secretary", beginsOn: "2020-01-01" });
    const { members } = await world.lisi.json<Body>("/api/v1/bodies/secretariat");
    expect(members).toMatchObject([{ name: "Luan Prifti", roles: ["secretary"], hasCv: true }]);
    expect(await refusal(lisi.body("secretariat", "Sekretariati tjetër"))).toBe("bodies.sole");
  });
});

describe("A membership that cannot be", () => {
  it("is refused with its reason: two on one seat, two chairs, the same twice, days outside of the term", async () => {
    const council = await lisi.body("council", "Këshilli Bashkiak");
    const term = await lisi.term("2023-08-01", "2027-07-31", 2);
    const [one, other] = [await lisi.person("Arta Dervishi"), await lisi.person("Sokol Bregu")];
    const seat = (personId: string, given: object = {}) =>
      refusal(
        lisi.join({
          ...{ bodyId: council.id, personId, role: "member", termId: term.id, seat: 1, beginsOn: "2023-08-01" },
          ...given,
        } as MembershipInput),
      );
    expect(await seat(one.id)).toBe("done");
    expect(await seat(other.id)).toBe("bodies.seat_held");
    expect(await seat(one.id, { seat: 2 })).toBe("bodies.member_already");
    expect(await seat(other.id, { seat: 3 })).toEqual([{ path: "seat", code: "bodies.no_such_seat" }]);
    expect(await seat(other.id, { seat: null, termId: null })).toEqual([
      { path: "termId", code: "text.required" },
      { path: "seat", code: "text.required" },
    ]);
    expect(await seat(other.id, { seat: 2, beginsOn: "2022-01-01" })).toEqual([
      { path: "beginsOn", code: "bodies.outside_the_term", params: { from: "01.08.2023", to: "31.07.2027" } },
    ]);
    expect(await seat(other.id, { seat: 2, endsOn: "2023-01-01" })).toEqual([
      { path: "endsOn", code: "people.ends_before_it_begins" },
    ]);
    const chair = (personId: string) =>
      refusal(lisi.join({ bodyId: council.id, personId, role: "chair", beginsOn: "2023-09-01" }));
    expect(await chair(one.id)).toBe("done");
    expect(await chair(other.id)).toBe("bodies.chair_held");
    expect(
      await refusal(lisi.join({ bodyId: council.id, personId: one.id, role: "head", beginsOn: "2024-01-01" })),
    ).toEqual([{ path: "role", code: "bodies.no_such_role" }]);
    expect(await refusal(lisi.term("2027-01-01", null))).toBe("bodies.terms_overlap");
  });

  it("has a place in an order that is a number from 0 and no larger than there are things", async () => {
    const village = await lisi.body("village", "Kodra");
    const person = await lisi.person("Ilir Marku");
    const refused = (code: string) => [{ path: "position", code }];
    for (const [position, code] of [
      [-5, "number.negative"],
      [3_000_000_000, "number.too_large"],
      [1.5, "number.not_whole"],
    ] as const) {
      expect(await refusal(world.lisi.db.write((tx) => changeBody(tx, by(), village.id, { position })))).toEqual(
        refused(code),
      );
      const joined = { bodyId: village.id, personId: person.id, role: "member", beginsOn: "2024-01-01" } as const;
      expect(await refusal(lisi.join({ ...joined, position }))).toEqual(refused(code));
    }
  });

  it("is decided by the database when two come at once", async () => {
    const village = await lisi.body("village", "Lugina");
    const [one, other] = [await lisi.person("Gëzim Çela"), await lisi.person("Valbona Hasa")];
    const heads = await Promise.all(
      [one, other].map(({ id }) =>
        refusal(lisi.join({ bodyId: village.id, personId: id, role: "head", beginsOn: "2024-01-01" })),
      ),
    );
    expect(heads.sort()).toEqual([expect.stringMatching(/^bodies\.chair_(taken|held)$/), "done"]);
  });

  it("leaves an audit of what is done and changes what is given alone", async () => {
    const board = await lisi.body("board", "Bordi i Ujit");
    const person = await lisi.person("Kujtim Ndreu");
    const { id } = await lisi.join({
      ...{ bodyId: board.id, personId: person.id, role: "member", beginsOn: "2024-01-01", position: 7 },
    });
    await world.lisi.db.write((tx) => changeMembership(tx, by(), id, { howChosen: { sq: "Me short." } }));
    const log = await world.lisi.db.read((tx) =>
      tx.selectFrom("audit_log").where("subject_id", "=", id).orderBy("id").select(["action", "after"]).execute(),
    );
    expect(log.map(({ action }) => action)).toEqual(["membership.added", "membership.changed"]);
    expect(log[1]!.after).toMatchObject({ position: 7, howChosen: { sq: "Me short." } });
  });
});

describe("Another council", () => {
  it("sees none of the bodies, joins none of them and may use the same names", async () => {
    const krasta = chamberOf(world, world.krasta);
    const mine = await lisi.body("committee", "Komisioni i Arsimit");
    expect((await list("committee", "", world.krasta)).total).toBe(0);
    expect((await world.krasta.get(`/api/v1/bodies/committee/${mine.slug}`)).status).toBe(404);
    const person = await krasta.person("Entela Duka");
    const foreign = krasta.join({ bodyId: mine.id, personId: person.id, role: "member", beginsOn: "2024-01-01" });
    expect(await refusal(foreign)).toBe("bodies.not_found");
    expect(await refusal(world.krasta.db.write((tx) => withdrawBody(tx, by(), mine.id, mistake)))).toBe(
      "bodies.not_found",
    );
    expect((await krasta.body("committee", "Komisioni i Arsimit")).slug).toBe(mine.slug);
    // Its terms are its own, too.
    await world.krasta.db.write((tx) => createTerm(tx, by(), { beginsOn: "2023-08-01", seats: 15 }));
    await world.krasta.db.write((tx) => createPerson(tx, by(), { name: "Arta Dervishi", familyName: "Dervishi" }));
  });
});

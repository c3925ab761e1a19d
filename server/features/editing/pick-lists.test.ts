import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import type { FormChoice } from "./form.shared.ts";

let world: TestWorld;
let secretary: Visitor;
let stranger: Visitor;
let parking: string;
let budget: string;
let neighbours: string;
beforeAll(async () => {
  world = await createWorld();
  await addCouncilBody(world.lisi);
  await addCouncilBody(world.krasta);
  parking = (await enact(world, world.lisi, { adoptedOn: "2026-01-10" })).id;
  budget = (await enact(world, world.lisi, { adoptedOn: "2026-02-10", title: { sq: "Për çështjet e buxhetit" } })).id;
  neighbours = (await enact(world, world.krasta, { title: { sq: "Akt i Krastës" } })).id;
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  stranger = await signedIn(world, world.krasta, ["secretary"]);
});
afterAll(() => world.end());

async function choices(visitor: Visitor, list: string, query = ""): Promise<string[]> {
  const answer = await visitor.get(`/api/v1/admin/editing/choices/${list}${query}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: FormChoice[] }).items.map(({ label }) => label);
}
const text = async (answer: Response | Promise<Response>) => (await answer).text();

it("An act is found by number and year or by words without their marks; without words come the latest", async () => {
  expect(await choices(secretary, "acts")).toEqual([
    "2/2026 – Për çështjet e buxhetit",
    "1/2026 – Për vendparkimet me pagesë",
  ]);
  expect(await choices(secretary, "acts", "?q=ceshtjet+buxhet")).toEqual(["2/2026 – Për çështjet e buxhetit"]);
  expect(await choices(secretary, "acts", "?q=1/2026&lang=en")).toContain("1/2026 – On paid parking");
  expect(await choices(secretary, "acts", "?q=%25_")).toHaveLength(2);
  expect(await choices(secretary, "acts", "?q=asgje")).toEqual([]);
});

it.each(["people", "drafts", "items", "documents"])("There is something to look for in %s too", async (list) => {
  expect(Array.isArray(await choices(secretary, list, "?q=05.03.2026"))).toBe(true);
});

it("The neighbour finds only what is its own, and a list that there is not is none", async () => {
  expect(await choices(stranger, "acts", "?q=buxhet")).toEqual([]);
  expect(await choices(stranger, "acts")).toEqual(["1/2026 – Akt i Krastës"]);
  expect((await secretary.get("/api/v1/admin/editing/choices/accounts")).status).toBe(404);
  expect((await secretary.get(`/api/v1/admin/editing/choices/acts?q=${"a".repeat(201)}`)).status).toBe(422);
  expect((await world.ask(world.lisi.host, "/api/v1/admin/editing/choices/acts")).status).toBe(401);
});

it("Without script a secretary looks for the act that this one repeals, chooses it, and the public reads it at both", async () => {
  const at = `/admin/aktet/${budget}`;
  const added = fieldsOn(
    await text(secretary.post(at, { ...fieldsOn(await text(secretary.get(at))), do: "add:relations" })),
  );
  const row = Object.keys(added)
    .find((name) => /^relations\.[^.]+\.kind$/.test(name))!
    .slice(0, -".kind".length);
  const typed = { ...added, [`${row}.kind`]: "repeals", [`find.${row}.targetId`]: "vendparkim" };
  const found = await text(secretary.post(at, { ...typed, do: `find:${row}.targetId` }));
  expect(found).toContain(`value="${parking}"`);
  expect(fieldsOn(found)[`${row}.kind`]).toBe("repeals");
  const saved = await secretary.post(at, { ...typed, [`${row}.targetId`]: parking });
  expect(saved.headers.get("location")).toMatch(/done=saved$/);
  const again = fieldsOn(await text(secretary.get(at)));
  expect(Object.entries(again)).toContainEqual(["relations.r0.targetId", parking]);
  const { relations } = (await (await world.lisi.get(`/api/v1/acts/${await slugOf(parking)}`)).json()) as {
    relations: { from: { kind: string; act: { number: number } }[] };
  };
  expect(relations.from).toMatchObject([{ kind: "repeals", act: { number: 2 } }]);
});

it("What is chosen keeps its name when the form is refused, and the neighbour's act is nobody's here", async () => {
  const at = `/admin/aktet/${budget}`;
  const form = fieldsOn(await text(secretary.get(at)));
  const refused = await secretary.post(at, { ...form, "relations.r0.targetId": neighbours });
  const html = await refused.text();
  expect([refused.status, html.includes("Akt i Krastës")]).toEqual([422, false]);
  expect(html).toContain('href="#thing-relations-r0-targetId"');
  const newer = await secretary.post(`/admin/aktet/${parking}`, {
    ...fieldsOn(await text(secretary.get(`/admin/aktet/${parking}`))),
    "relations.n1.kind": "amends",
    "relations.n1.targetId": budget,
  });
  expect(newer.status).toBe(422);
  expect(await newer.text()).toContain("Një akt nuk mund të ndryshojë një akt të miratuar më vonë.");
});

async function slugOf(id: string): Promise<string> {
  const { slug } = await world.lisi.db.read((tx) =>
    tx.selectFrom("acts").select("slug").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return slug;
}

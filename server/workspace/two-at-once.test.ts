import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../tests/support/accounts.ts";
import { storePdf } from "../../tests/support/content.ts";
import { fieldsOn } from "../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../tests/support/world.ts";

let world: TestWorld;
let arta: Visitor;
let besnik: Visitor;
beforeAll(async () => {
  world = await createWorld();
  arta = await signedIn(world, world.lisi, ["secretary"]);
  besnik = await signedIn(world, world.lisi, ["secretary"], "besnik@lisi.example");
});
afterAll(() => world.end());

const opened = async (visitor: Visitor, path: string, form: string) =>
  fieldsOn(await (await visitor.get(path)).text(), form);

it("A document that two describe at once has the title of the one and the language of the other", async () => {
  const { id } = await storePdf(world, world.lisi, "Raporti", {
    title: { sq: "Raporti", en: "" },
    fileName: "raporti.pdf",
  });
  const at = `/admin/dokumentet/${id}`;
  const [one, two, three] = await Promise.all([arta, besnik, besnik].map((who) => opened(who, at, "describe")));
  expect((await arta.post(at, { ...one!, "title.sq": "Raporti vjetor" })).status).toBe(303);
  expect((await besnik.post(at, { ...two!, language: "mul" })).status).toBe(303);
  expect(await opened(arta, at, "describe")).toMatchObject({ "title.sq": "Raporti vjetor", language: "mul" });

  const refused = await besnik.post(at, { ...three!, "title.sq": "Raporti i vitit", language: "en" });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Ndërkohë dikush tjetër shkroi: “Raporti vjetor”");
  expect(html).toContain("Ndërkohë dikush tjetër shkroi: “Disa gjuhë”");
  expect((await besnik.post(at, fieldsOn(html, "describe"))).status).toBe(303);
  expect(await opened(arta, at, "describe")).toMatchObject({ "title.sq": "Raporti i vitit", language: "en" });
});

it("Roles that another secretary has given meanwhile are said in words before they are changed again", async () => {
  const drita = await signedIn(world, world.lisi, ["editor"], "drita@lisi.example");
  const list = await (await arta.get("/admin/perdoruesit")).text();
  const ids = [...new Set(list.match(/(?<=perdoruesit\/)[0-9a-f-]{36}/g))];
  const pages = await Promise.all(
    ids.map(async (id) => [id, await (await arta.get(`/admin/perdoruesit/${id}`)).text()] as const),
  );
  const [id] = pages.find(([, page]) => page.includes(drita.email))!;
  const at = `/admin/perdoruesit/${id}`;
  const { stood } = await opened(arta, at, "roles");
  const send = (who: Visitor, roles: string[], was = stood!) => who.post(`${at}/rolet`, { roles, stood: was });
  expect((await send(arta, ["editor", "publisher"])).status).toBe(303);
  // Whoever sends what they were shown changes nothing.
  expect((await send(besnik, ["editor"])).status).toBe(303);
  const refused = await send(besnik, ["auditor"]);
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toMatch(/Ndërkohë dikush tjetër shkroi: “(Redaktor; Publikues|Publikues; Redaktor)”/);
  expect((await send(besnik, ["auditor"], fieldsOn(html, "roles").stood!)).status).toBe(303);
  expect((await drita.get("/admin/mbledhjet/e-re")).status).toBe(403);
});

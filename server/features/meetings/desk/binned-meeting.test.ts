import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../../tests/support/accounts.ts";
import { seatBody } from "../../../../tests/support/council-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../../tests/support/world.ts";

let world: TestWorld;
let lisi: TestCouncil;
let body: string;
let secretary: Visitor;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  body = (await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak" }, 3)).id;
  secretary = await signedIn(world, lisi, ["secretary"]);
});
afterAll(() => world.end());

const textOf = async (answer: Promise<Response>) => (await answer).text();
const script = (id: string, method: string, path = "") =>
  world.ask(lisi.host, `/api/v1/admin/editing/meeting/${id}${path}`, {
    method,
    headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin" },
  });

it("A meeting in the bin is on no list of the desk, says so, and is changed, called off and shown by nobody before it is taken out", async () => {
  const form = { bodyId: body, kind: "event", day: "2026-03-04", time: "09:00", "title.sq": "Dita e hapur" };
  const made = await secretary.post("/admin/mbledhjet/e-re", { ...form, access: "open" });
  const desk = made.headers.get("location")!.split("?")[0]!;
  const id = desk.split("/").at(-1)!;
  const added = await secretary.post(`${desk}/pikat/e-re`, { kind: "report", "title.sq": "Raporti", "title.en": "" });
  const item = /#item-(.+)$/.exec(added.headers.get("location")!)![1]!;
  expect(await textOf(secretary.get("/admin/mbledhjet"))).toContain(desk);
  expect((await script(id, "DELETE")).status).toBe(204);

  expect(await textOf(secretary.get("/admin/mbledhjet"))).not.toContain(desk);
  expect(await textOf(secretary.get(desk))).toContain('href="/admin/koshi"');
  const why = { "reason.sq": "Gabim" };
  for (const [path, fields] of [
    ["/kalendari", {}],
    ["/njoftimi", {}],
    ["/dergimi", {}],
    ["/te-dhenat", { ...form, time: "10:00" }],
    [`/pikat/${item}`, { kind: "report", "title.sq": "Tjetër", "title.en": "" }],
    ["/zhvillimi", { step: "open", time: "09:00" }],
    ["/anulimi", why],
    ["/shtyrja", { ...why, day: "", time: "" }],
  ] as const) {
    const refused = await secretary.post(desk + path, fields);
    expect([path, refused.status, await refused.text()]).toEqual([
      path,
      409,
      expect.stringContaining("gjendet në kosh"),
    ]);
  }
  expect((await script(id, "POST", "/unbin")).status).toBe(204);
  expect((await secretary.post(`${desk}/kalendari`)).status).toBe(303);
});

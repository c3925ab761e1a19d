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
const placeOf = (made: Response) => made.headers.get("location")!.split("?")[0]!;
/** An ordinary meeting at ten. */
const plan = (day: string) =>
  secretary.post("/admin/mbledhjet/e-re", {
    ...{ bodyId: body, kind: "ordinary", day, time: "10:00", access: "open", "place.sq": "Salla" },
  });
const script = (id: string, method: string, path = "") =>
  world.ask(lisi.host, `/api/v1/admin/editing/meeting/${id}${path}`, {
    method,
    headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin" },
  });

it("A meeting in the bin is on no list of the desk, says so, and is changed, called off and shown by nobody before it is taken out", async () => {
  const form = { bodyId: body, kind: "event", day: "2026-03-04", time: "09:00", "title.sq": "Dita e hapur" };
  const made = await secretary.post("/admin/mbledhjet/e-re", { ...form, access: "open" });
  const desk = placeOf(made);
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

it("A meeting that was planned by mistake is put into the bin from its own page, and taken out from there or from the bin", async () => {
  const desk = placeOf(await plan("2026-03-11"));
  expect(await textOf(secretary.get(desk))).toContain(`action="${desk}/koshi"`);
  const thrown = await secretary.post(`${desk}/koshi`);
  expect([thrown.status, thrown.headers.get("location")]).toEqual([303, "/admin/mbledhjet?done=binned"]);

  const binned = await textOf(secretary.get(desk));
  expect(binned).toContain(`action="${desk}/kthimi-nga-koshi"`);
  for (const gone of ["/koshi", "/njoftimi", "/te-dhenat", "/shtyrja"])
    expect(binned).not.toContain(`"${desk}${gone}"`);
  const bin = await textOf(secretary.get("/en/admin/bin"));
  const { sq, en } = {
    sq: `${desk}/kthimi-nga-koshi`,
    en: `${desk.replace("/admin/mbledhjet", "/en/admin/meetings")}/unbin`,
  };
  expect(bin).toContain(`action="${en}"`);
  expect(await textOf(secretary.get("/admin/koshi"))).toContain(`action="${sq}"`);
  // Pressed twice, the second is told where it is.
  expect((await secretary.post(`${desk}/koshi`)).status).toBe(409);

  expect((await secretary.post(sq)).headers.get("location")).toBe(`${desk}?done=unbinned`);
  expect(await textOf(secretary.get("/admin/koshi"))).not.toContain(sq);
  expect((await secretary.post(`${desk}/kalendari`)).status).toBe(303);
  const shown = await secretary.post(`${desk}/koshi`);
  expect([shown.status, await shown.text()]).toEqual([409, expect.not.stringContaining(`action="${desk}/koshi"`)]);
});

it("A meeting that was taken from the calendar is put into the bin by whoever edits meetings, and by nobody else or of the neighbour’s", async () => {
  const desk = placeOf(await plan("2026-03-12"));
  for (const step of ["kalendari", "terheqja"]) expect((await secretary.post(`${desk}/${step}`)).status).toBe(303);
  const editor = await signedIn(world, lisi, ["editor"], "redaktori@lisi.example");
  const auditor = await signedIn(world, lisi, ["auditor"], "auditori@lisi.example");
  const neighbour = await signedIn(world, world.krasta, ["secretary"]);
  expect((await neighbour.post(`${desk}/koshi`)).status).toBe(404);
  expect((await auditor.post(`${desk}/koshi`)).status).toBe(403);
  expect((await editor.post(`${desk}/koshi`)).status).toBe(303);
  expect((await neighbour.post(`${desk}/kthimi-nga-koshi`)).status).toBe(404);
  expect((await auditor.post(`${desk}/kthimi-nga-koshi`)).status).toBe(403);
});

it("A meeting in the bin leaves its hour to another, and comes out once that hour is free", async () => {
  const idOf = (made: Response) => placeOf(made).split("/").at(-1)!;
  const again = () => plan("2026-03-18");
  const first = idOf(await again());
  const refused = await again();
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining("tashmë një mbledhje në atë orë"),
  ]);
  expect((await script(first, "DELETE")).status).toBe(204);
  const second = idOf(await again());
  expect(second).not.toBe(first);
  // Its address too, which nobody outside has ever had.
  const addresses = await world.lisi.db.read((tx) =>
    tx.selectFrom("meetings").where("id", "in", [first, second]).select(["id", "slug"]).execute(),
  );
  const slugOf = (id: string) => addresses.find((one) => one.id === id)!.slug;
  expect([slugOf(second), slugOf(first)]).toEqual([
    expect.stringMatching(/^2026-03-18-[a-z]+$/),
    `${slugOf(second)}-2`,
  ]);

  const back = await secretary.post(`/admin/mbledhjet/${first}/kthimi-nga-koshi`);
  expect([back.status, await back.text()]).toEqual([409, expect.stringContaining("tashmë një mbledhje në atë orë")]);
  expect(await textOf(secretary.get("/admin/koshi"))).toContain(first);
  expect((await script(second, "DELETE")).status).toBe(204);
  expect((await secretary.post(`/admin/mbledhjet/${first}/kthimi-nga-koshi`)).status).toBe(303);
});

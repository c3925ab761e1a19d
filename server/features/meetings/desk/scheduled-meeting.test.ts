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

it("The desk of a meeting leads to its public page once there is one, not while it waits for its time", async () => {
  const form = { bodyId: body, kind: "event", day: "2026-03-20", time: "09:00", "title.sq": "Dita e hapur" };
  const made = await secretary.post("/admin/mbledhjet/e-re", { ...form, access: "open" });
  const desk = made.headers.get("location")!.split("?")[0]!;
  const id = desk.split("/").at(-1)!;
  const { slug } = await lisi.db.read((tx) =>
    tx.selectFrom("meetings").select("slug").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  const leads = async (path = desk) => (await (await secretary.get(path)).text()).includes(`href="/mbledhjet/${slug}"`);
  const at = new Date(world.clock.now().getTime() + 60 * 60_000);
  const scheduled = await world.ask(lisi.host, `/api/v1/admin/editing/meeting/${id}/publish`, {
    method: "POST",
    headers: { cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "content-type": "application/json" },
    body: JSON.stringify({ at: at.toISOString() }),
  });
  expect(scheduled.status).toBe(204);
  expect([(await lisi.get(`/mbledhjet/${slug}`)).status, await leads(), await leads(`${desk}/te-dhenat`)]).toEqual([
    404,
    false,
    false,
  ]);
  world.clock.moveTo(new Date(at.getTime() + 1_000).toISOString());
  await world.catchUp();
  expect([(await lisi.get(`/mbledhjet/${slug}`)).status, await leads()]).toEqual([200, true]);
});

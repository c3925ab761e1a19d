import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../../tests/support/accounts.ts";
import { addCouncilBody } from "../../../../tests/support/acts.ts";
import { fieldsOn } from "../../../../tests/support/fields-on.ts";
import { createWorld, type TestWorld } from "../../../../tests/support/world.ts";

let world: TestWorld;
let secretary: Visitor;
let bodyId: string;
beforeAll(async () => {
  world = await createWorld();
  ({ id: bodyId } = await addCouncilBody(world.lisi));
  secretary = await signedIn(world, world.lisi, ["secretary"]);
});
afterAll(() => world.end());

const formAt = async (path: string, name: string): Promise<Record<string, string>> =>
  fieldsOn(await (await secretary.get(path)).text(), name);
const twice = async (path: string, fields: Record<string, string>) => {
  const answers = await Promise.all([secretary.post(path, fields), secretary.post(path, fields)]);
  const third = await secretary.post(path, fields);
  return [...answers, third].map(({ status, headers }) => `${status} ${headers.get("location")}`);
};
const count = (table: "meetings" | "meeting_templates") =>
  world.lisi.db.read(async (tx) => (await tx.selectFrom(table).select("id").execute()).length);

it("A meeting whose form is sent twice is one, and both answers lead to it; another day in the same form is another", async () => {
  const path = "/admin/mbledhjet/e-re";
  const form: Record<string, string> = {
    ...(await formAt(path, "particulars")),
    bodyId,
    day: "2026-05-04",
    "place.sq": "Salla",
  };
  const places = await twice(path, form);
  expect(new Set(places).size).toBe(1);
  expect(places[0]).toMatch(/^303 .*done=created$/);
  expect(await count("meetings")).toBe(1);
  const other = await secretary.post(path, { ...form, day: "2026-05-05" });
  expect(other.status).toBe(303);
  expect(await count("meetings")).toBe(2);
  // A form that was opened anew is told that there is one.
  const fresh = { ...(await formAt(path, "particulars")), bodyId, day: "2026-05-04", "place.sq": "Salla" };
  expect((await secretary.post(path, fresh)).status).toBe(422);
  const refused = fieldsOn(await (await secretary.post(path, { ...form, day: "" })).text(), "particulars");
  expect(refused.form).toBe(form.form);
});

it("A template whose form is sent twice is one, and a meeting made like it twice is one", async () => {
  const path = "/admin/mbledhjet/modelet/i-ri";
  const form: Record<string, string> = { ...(await formAt(path, "thing")), "name.sq": "E zakonshme", bodyId };
  const more = fieldsOn(await (await secretary.post(path, { ...form, do: "add:items" })).text());
  expect(more.form).toBe(form.form);
  const places = await twice(path, { ...form, weekday: "1" });
  expect(new Set(places)).toEqual(new Set(["303 /admin/mbledhjet/modelet?done=template"]));
  expect(await count("meeting_templates")).toBe(1);

  const before = await count("meetings");
  const like = { ...(await formAt("/admin/mbledhjet/e-re", "like")), like: `last:${bodyId}`, day: "2026-06-01" };
  const made = await twice("/admin/mbledhjet/e-re/sipas", like);
  expect(new Set(made).size).toBe(1);
  expect(made[0]).toMatch(/^303 .*done=made/);
  expect(await count("meetings")).toBe(before + 1);
});

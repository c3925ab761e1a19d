import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor, visitorOf } from "../../../tests/support/accounts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { announcedMeeting } from "../../../tests/support/live-meeting.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { visitTo } from "../../../tests/support/operators.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let secretary: Visitor;
let editor: Visitor;
let neighbour: Visitor;
let meeting: string;
/** Of its minutes. */
let desk: string;
beforeAll(async () => {
  world = await createWorld();
  const { lisi } = world;
  [secretary, editor, neighbour] = await Promise.all([
    signedIn(world, lisi, ["secretary"]),
    signedIn(world, lisi, ["editor"]),
    signedIn(world, world.krasta, ["secretary"]),
  ]);
  const { id } = await announcedMeeting(lisi);
  const { body_id } = await lisi.db.read((tx) =>
    tx.selectFrom("meetings").select("body_id").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  meeting = await addMeeting(lisi, body_id, "mbledhja-e-shkurtit", {
    stage: "closed",
    announced_at: new Date("2026-02-01T09:00:00Z"),
    starts_at: new Date("2026-02-10T17:00:00Z"),
  });
  await addItem(lisi, meeting, [1], { sq: "Për parkun", en: "On the park" }, { kind: "report", result: "noted" });
  desk = `/admin/mbledhjet/${meeting}/procesverbali`;
  await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: true }).execute());
  await editor.post(`${desk}/hartimi`);
  await editor.post(desk, written(await form(editor)));
});
afterAll(() => world.end());

const page = async (visitor: Visitor, path = desk) => (await visitor.get(path)).text();
const form = async (visitor: Visitor, name = "minutes-text") => fieldsOn(await page(visitor), name);
const later = () => world.clock.moveTo(new Date(world.clock.now().getTime() + 1_000));
/** Whatever was left open, filled in. */
const written = (fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, name === "stood" ? text : text.replaceAll("[…]", "e shkruar")]),
  );
const handOver = async (visitor: Visitor, note = "") =>
  visitor.post(`${desk}/dorezimi`, { ...(await form(visitor, "minutes-submission")), note });
/** As the page showed them, whether or not it has the button. */
const publish = async (visitor: Visitor) => {
  const { updated_at } = await world.lisi.db.read((tx) =>
    tx.selectFrom("minutes").select("updated_at").where("meeting_id", "=", meeting).executeTakeFirstOrThrow(),
  );
  return visitor.post(`${desk}/publikimi`, { seen: updated_at.toISOString() });
};

it("Where the council wants approval, minutes are published by somebody else than who handed them over", async () => {
  expect(await page(secretary)).toContain("procesverbali publikohet pasi ta ketë dorëzuar dikush tjetër");
  expect(await form(secretary, "minutes-publication")).toEqual({});
  const early = await publish(secretary);
  expect([early.status, await early.text()]).toEqual([409, expect.stringContaining("nuk është dërguar për miratim")]);
  const unread = await editor.post(`${desk}/dorezimi`, { note: "" });
  expect([unread.status, await unread.text()]).toEqual([409, expect.stringContaining("Nuk dihet cilin tekst")]);
  expect((await handOver(secretary)).headers.get("location")).toBe(`${desk}?done=submitted`);
  const own = await publish(secretary);
  expect([own.status, await own.text()]).toEqual([409, expect.stringContaining("e publikon dikush tjetër")]);

  later();
  await editor.post(desk, { ...(await form(editor)), "part.chair": "Arta Dervishi" });
  expect((await handOver(editor, "Ju lutem lexojeni.")).status).toBe(303);
  const approvals = await page(secretary, "/admin/miratimet");
  expect(approvals).toContain(`href="${desk}"`);
  expect(approvals).toContain("Procesverbal");
  expect(await page(secretary, "/en/admin/approvals")).toContain("Minutes");
  expect(await page(secretary, "/admin")).toContain('href="/admin/miratimet"');
  expect(await page(neighbour, "/admin/miratimet")).not.toContain(meeting);
  expect((await neighbour.post(`${desk}/dorezimi`, { seen: "x" })).status).toBe(404);
  expect(await page(secretary)).toContain("Ju lutem lexojeni.");
});

it("They are no business of an operator’s", async () => {
  const visitor = visitorOf(world, world.lisi);
  visitor.cookie = `session=${await visitTo(world, world.lisi)}`;
  expect(await form(visitor, "minutes-submission")).toEqual({});
  const { updated_at } = await world.lisi.db.read((tx) =>
    tx.selectFrom("minutes").select("updated_at").where("meeting_id", "=", meeting).executeTakeFirstOrThrow(),
  );
  expect((await visitor.post(`${desk}/dorezimi`, { seen: updated_at.toISOString() })).status).toBe(403);
});

it("What was changed since is handed over anew, and what is given back says why", async () => {
  later();
  await editor.post(desk, { ...(await form(editor)), "part.secretary": "Fatos Lika" });
  expect((await publish(secretary)).status).toBe(409);
  expect(await form(secretary, "minutes-publication")).toEqual({});
  expect((await handOver(editor)).status).toBe(303);
  const back = await secretary.post(`/admin/miratimet/minutes/${meeting}/kthimi`, { note: "Mungon ora." });
  expect(back.headers.get("location")).toBe("/admin/miratimet?done=returned");
  expect(await page(editor)).toContain("e ktheu: Mungon ora.");
  expect((await publish(secretary)).status).toBe(409);
  expect((await handOver(editor)).status).toBe(303);
});

it("Handed over, they are published with one press and wait no more", async () => {
  const shown = await form(secretary, "minutes-publication");
  expect(shown).toHaveProperty("seen");
  const done = await secretary.post(`${desk}/publikimi`, shown);
  expect(done.headers.get("location")).toBe(`${desk}?done=published`);
  expect(await page(secretary, "/admin/miratimet")).toContain("Asgjë nuk pret miratim");
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { announcedMeeting } from "../../../tests/support/live-meeting.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let secretary: Visitor;
let editor: Visitor;
let body: string;
let meeting: string;
/** Of its minutes. */
let desk: string;
/** The items of its agenda. */
let items: string[];
let count = 0;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  editor = await signedIn(world, world.lisi, ["editor"]);
  const { id } = await announcedMeeting(world.lisi);
  const row = await world.lisi.db.read((tx) =>
    tx.selectFrom("meetings").select("body_id").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  body = row.body_id;
});
afterAll(() => world.end());

beforeEach(async () => {
  const { lisi } = world;
  count += 1;
  meeting = await addMeeting(lisi, body, `mbledhja-${count}`, {
    stage: "closed",
    announced_at: new Date("2026-02-01T09:00:00Z"),
    starts_at: new Date(`2026-02-0${count}T17:00:00Z`),
  });
  items = [];
  for (const [at, sq] of ["Për parkun", "Për tregun"].entries())
    items.push(await addItem(lisi, meeting, [at + 1], { sq, en: sq }, { kind: "report", result: "noted" }));
  desk = `/admin/mbledhjet/${meeting}/procesverbali`;
  done(await editor.post(`${desk}/hartimi`));
});

const page = async (visitor: Visitor, query = "") => (await visitor.get(`${desk}${query}`)).text();
const form = async (visitor: Visitor) => fieldsOn(await page(visitor), "minutes-text");
function done(answer: Response) {
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
}
const field = (at: number) => `part.item-${items[at]}`;
/** Somebody takes an item from the agenda and draws the minutes again. */
async function itemGoes(at: number) {
  await world.lisi.db.write((tx) => tx.deleteFrom("agenda_items").where("id", "=", items[at]!).execute());
  done(await editor.post(desk, { ...(await form(editor)), do: "draw" }));
  expect(await form(editor)).not.toHaveProperty([field(at)]);
}

describe("A part that is taken away while somebody writes in it", () => {
  const typed = "<p>Banorët kërkuan <strong>më shumë drita</strong> në park.</p>";

  it("is kept with what was typed, after the last item, and said to be on the agenda no more", async () => {
    const stale = await form(secretary);
    await itemGoes(0);
    expect(done(await secretary.post(desk, { ...stale, [field(0)]: typed }))).toBe(`${desk}?done=kept_gone`);
    const html = await page(editor, "?done=kept_gone");
    expect(fieldsOn(html, "minutes-text")[field(0)]).toContain("më shumë drita");
    expect(html).toContain("Kjo pjesë nuk është më në rendin e ditës");
    expect(html).toContain("teksti juaj qëndron pas pikës së fundit");
    expect(html).toContain("Pika 1. Për parkun");
    expect(html.indexOf(`name="${field(0)}"`)).toBeGreaterThan(html.indexOf(`name="${field(1)}"`));
    expect(html.indexOf(`name="${field(0)}"`)).toBeLessThan(html.indexOf('name="part.closing"'));
    expect(await (await secretary.get("/admin/auditi")).text()).toContain("më shumë drita");
    done(await editor.post(desk, { ...(await form(editor)), do: "draw" }));
    expect(await form(editor)).toHaveProperty([field(0)]);
  });

  it("goes where nobody wrote in it, and what was typed elsewhere is saved", async () => {
    const stale = await form(secretary);
    await itemGoes(0);
    expect(done(await secretary.post(desk, { ...stale, "part.secretary": "Fatos Lika" }))).toContain("done=saved");
    expect(await form(editor)).toMatchObject({ "part.secretary": "Fatos Lika" });
    expect(await form(editor)).not.toHaveProperty([field(0)]);
  });

  it("stays on a form that is refused for something else, and is saved with it", async () => {
    const stale = await form(secretary);
    await itemGoes(0);
    done(await editor.post(desk, { ...(await form(editor)), "part.chair": "Arta Dervishi" }));
    const sent = { ...stale, [field(0)]: typed, "part.chair": "Besnik Hoxha" };
    const refused = await secretary.post(desk, sent);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("U hoq ndërkohë.");
    const again = fieldsOn(html, "minutes-text");
    expect(again[field(0)]).toContain("më shumë drita");
    expect(done(await secretary.post(desk, again))).toContain("done=kept_gone");
    expect(await form(editor)).toMatchObject({ "part.chair": "Besnik Hoxha" });
    expect((await form(editor))[field(0)]).toContain("më shumë drita");
  });

  it("is on the form that was kept while it was not saved", async () => {
    const edit = crypto.randomUUID();
    const kept = await world.ask(secretary.council.host, `/api/v1/admin/minutes/${meeting}/edits/${edit}`, {
      method: "PUT",
      headers: { cookie: secretary.cookie!, "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify({
        ...{ entity: "minutes", entityId: meeting, version: null },
        form: { ...(await form(secretary)), [field(0)]: typed },
      }),
    });
    expect(kept.status).toBe(200);
    await itemGoes(0);
    const href = /\?edit=[0-9a-f-]+/.exec(await page(secretary))![0];
    const opened = fieldsOn(await page(secretary, href), "minutes-text");
    expect(opened[field(0)]).toContain("më shumë drita");
    expect(done(await secretary.post(desk, opened))).toContain("done=kept_gone");
  });
});

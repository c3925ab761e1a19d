import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { announcedMeeting } from "../../../tests/support/live-meeting.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import { textOfHtml } from "../../html-text.ts";

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
    starts_at: new Date(`2026-02-${String(count).padStart(2, "0")}T17:00:00Z`),
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
    const drawn = await page(editor);
    expect(fieldsOn(drawn, "minutes-text")[field(0)]).toContain("më shumë drita");
    expect(drawn.indexOf(`name="${field(0)}"`)).toBeLessThan(drawn.indexOf('name="part.closing"'));
  });

  it("is asked about once: kept, it stays however often the minutes are drawn, until the item is back", async () => {
    const stale = await form(secretary);
    const item = await world.lisi.db.read((tx) =>
      tx.selectFrom("agenda_items").selectAll().where("id", "=", items[0]!).executeTakeFirstOrThrow(),
    );
    await itemGoes(0);
    done(await secretary.post(desk, { ...stale, [field(0)]: typed }));
    const html = await page(secretary);
    const keep = new RegExp(`value="(keep:item-${items[0]}[^"]+)"`).exec(html)![1]!;
    expect(done(await secretary.post(desk, { ...fieldsOn(html, "minutes-text"), do: keep }))).toContain("done=keep");
    for (let draws = 0; draws < 2; draws += 1) {
      expect(await page(secretary)).toContain("Projekti përputhet me ditarin");
      expect(done(await editor.post(desk, { ...(await form(editor)), do: "draw" }))).toContain("done=drawn");
      expect(await page(secretary)).not.toContain("Kjo pjesë nuk është më në rendin e ditës");
      expect((await form(secretary))[field(0)]).toContain("më shumë drita");
    }
    const { title, ...rest } = Object.fromEntries(
      Object.entries(item).filter(([column]) => !column.startsWith("folded_")),
    );
    await world.lisi.db.write((tx) =>
      tx
        .insertInto("agenda_items")
        .values({ ...rest, title: JSON.stringify(title) } as never)
        .execute(),
    );
    expect(done(await editor.post(desk, { ...(await form(editor)), do: "draw" }))).toContain("done=offered");
    expect((await form(secretary))[field(0)]).toContain("më shumë drita");
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

describe("A button beside a part", () => {
  const button = (html: string, does: string) => new RegExp(`value="(${does}:[^"]+)"`).exec(html)![1]!;
  const noteSays = (sq: string) =>
    world.lisi.db.write((tx) =>
      tx
        .updateTable("agenda_items")
        .set({ result_note: JSON.stringify({ sq, en: sq }) })
        .where("id", "=", items[0]!)
        .execute(),
    );
  /** Somebody wrote the whole part anew, and the log says something else since. */
  async function partIsAsked() {
    done(await editor.post(desk, { ...(await form(editor)), [field(0)]: "<p>Teksti i parë.</p>" }));
    await noteSays("Me një sqarim.");
    done(await editor.post(desk, { ...(await form(editor)), do: "draw" }));
  }

  it("takes the log's text that its page showed, and none that came since", async () => {
    await partIsAsked();
    const html = await page(secretary);
    await noteSays("Me dy sqarime.");
    done(await editor.post(desk, { ...(await form(editor)), do: "draw" }));
    for (const does of ["take", "keep"]) {
      const step = button(html, `${does}:item-${items[0]}`);
      const refused = await secretary.post(desk, { ...fieldsOn(html, "minutes-text"), do: step });
      expect([refused.status, await refused.text()]).toEqual([
        422,
        expect.stringContaining("Dikush e ndryshoi ndërkohë këtë pjesë."),
      ]);
    }
    expect((await form(editor))[field(0)]).toContain("Teksti i parë.");
    const now = await page(secretary);
    expect(now).toContain("Me dy sqarime.");
    const step = button(now, `take:item-${items[0]}`);
    expect(done(await secretary.post(desk, { ...fieldsOn(now, "minutes-text"), do: step }))).toContain("done=take");
    expect((await form(editor))[field(0)]).toContain("Me dy sqarime.");
  });

  it("does not put away unseen what somebody else has written, and the page then shows it", async () => {
    await partIsAsked();
    const html = await page(secretary);
    done(await editor.post(desk, { ...(await form(editor)), [field(0)]: "<p>Teksti i dytë.</p>" }));
    const step = button(html, `take:item-${items[0]}`);
    const sent = { ...fieldsOn(html, "minutes-text"), "part.secretary": "Fatos Lika", do: step };
    const refused = await secretary.post(desk, sent);
    const again = await refused.text();
    expect(refused.status).toBe(422);
    expect(fieldsOn(again, "minutes-text")).toMatchObject({ "part.secretary": "Fatos Lika" });
    expect(fieldsOn(again, "minutes-text")[field(0)]).toContain("Teksti i dytë.");
    const seen = { ...fieldsOn(again, "minutes-text"), do: button(again, `take:item-${items[0]}`) };
    expect(done(await secretary.post(desk, seen))).toContain("done=take");
    expect(await form(editor)).toMatchObject({ "part.secretary": "Fatos Lika" });
  });

  it("brings an earlier text back once, though two press it", async () => {
    await partIsAsked();
    const asked = await page(editor);
    const take = button(asked, `take:item-${items[0]}`);
    done(await editor.post(desk, { ...fieldsOn(asked, "minutes-text"), do: take }));
    const html = await page(secretary);
    const sent = { ...fieldsOn(html, "minutes-text"), do: button(html, `back:item-${items[0]}`) };
    expect(done(await editor.post(desk, sent))).toContain("done=back");
    expect((await secretary.post(desk, sent)).status).toBe(422);
    expect((await form(editor))[field(0)]).toContain("Teksti i parë.");
  });

  it("of a part that is gone leaves what was typed elsewhere on the page", async () => {
    await partIsAsked();
    const html = await page(secretary);
    await world.lisi.db.write((tx) => tx.deleteFrom("agenda_items").where("id", "=", items[0]!).execute());
    done(await editor.post(desk, { ...(await form(editor)), do: "draw" }));
    const gone = await page(editor);
    const remove = button(gone, `take:item-${items[0]}`);
    done(await editor.post(desk, { ...fieldsOn(gone, "minutes-text"), do: remove }));
    const step = button(html, `take:item-${items[0]}`);
    const sent = { ...fieldsOn(html, "minutes-text"), "part.secretary": "Fatos Lika", do: step };
    const refused = await secretary.post(desk, sent);
    expect(refused.status).toBe(409);
    expect(fieldsOn(await refused.text(), "minutes-text")).toMatchObject({ "part.secretary": "Fatos Lika" });
  });
});

it("What the other has written is told in words, the whole of a longer text below the field", async () => {
  const stale = await form(secretary);
  const long = `<p>Folën <strong>banorët</strong>.</p><ul><li>${"Kërkuan drita. ".repeat(40)}</li><li>Fundi i tekstit</li></ul>`;
  done(
    await editor.post(desk, { ...(await form(editor)), [field(0)]: long, [field(1)]: "<h3>Tregu</h3><p>a &lt; b</p>" }),
  );
  const typed = { ...stale, [field(0)]: "<p>Tjetër.</p>", [field(1)]: "<p>Tjetër.</p>" };
  const refused = await secretary.post(desk, typed);
  const html = (await refused.text()).replace(/<script[\s\S]*?<\/script>/g, "");
  expect(refused.status).toBe(422);
  const said = textOfHtml(html);
  expect(said).toMatch(/Ndërkohë dikush tjetër shkroi: “Folën banorët\.\s+Kërkuan drita\./);
  expect(said).toMatch(/Ndërkohë dikush tjetër shkroi: “Tregu\s+a < b”/);
  expect(said).toMatch(/I gjithë teksti i tjetrit\s*Folën banorët\.[^<>]+Fundi i tekstit/);
});

describe("Two pages of one person", () => {
  const keep = (edit: string, fields: Record<string, string>, tab?: { id: string; seen: string | null }) =>
    world.ask(secretary.council.host, `/api/v1/admin/minutes/${meeting}/edits/${edit}`, {
      method: "PUT",
      headers: { cookie: secretary.cookie!, "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify({ entity: "minutes", entityId: meeting, version: null, form: fields, tab }),
    });
  const offered = (html: string) => [...html.matchAll(/href="[^"]*\?edit=([0-9a-f-]{36})"/g)].map(([, id]) => id!);

  it("each keep what was typed there, and both are offered and saved", async () => {
    const [one, two] = [await form(secretary), await form(secretary)];
    expect(one.edit).not.toBe(two.edit);
    expect((await keep(one.edit!, { ...one, [field(0)]: "<p>Në skedën e parë.</p>" })).status).toBe(200);
    expect((await keep(two.edit!, { ...two, [field(1)]: "<p>Në skedën e dytë.</p>" })).status).toBe(200);
    const html = await page(secretary);
    expect(offered(html).toSorted()).toEqual([one.edit, two.edit].toSorted());
    expect(offered(await page(editor))).toEqual([]);
    for (const { edit } of [one, two]) {
      const left = fieldsOn(await page(secretary, `?edit=${edit}`), "minutes-text");
      expect(left.edit).toBe(edit);
      expect(done(await secretary.post(desk, left))).toContain("done=saved");
    }
    const now = await form(secretary);
    expect(now[field(0)]).toContain("Në skedën e parë.");
    expect(now[field(1)]).toContain("Në skedën e dytë.");
    expect(offered(await page(secretary))).toEqual([]);
  });

  it("that have opened the same form are told apart; what is not wanted is dropped by whoever left it", async () => {
    const { edit } = await form(secretary);
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    expect((await keep(edit!, { [field(0)]: "<p>A</p>" }, { id: first, seen: null })).status).toBe(200);
    const refused = await keep(edit!, { [field(0)]: "<p>B</p>" }, { id: second, seen: null });
    expect([refused.status, await refused.json()]).toEqual([
      409,
      expect.objectContaining({ code: "editing.kept_elsewhere" }),
    ]);
    expect(fieldsOn(await page(secretary, `?edit=${edit}`), "minutes-text")[field(0)]).toContain("A");

    const drop = `/admin/te-paruajturat/${edit}/heqja`;
    expect(await page(secretary)).toContain(`action="${drop}"`);
    expect((await editor.post(drop)).status).toBe(303);
    expect(offered(await page(secretary))).toEqual([edit]);
    expect(done(await secretary.post(drop))).toBe(desk);
    expect(offered(await page(secretary))).toEqual([]);
    expect(done(await secretary.post(`/en/admin/unsaved/${edit}/removal`))).toBe("/en/admin");
    expect((await secretary.post("/admin/te-paruajturat/x/heqja")).status).toBe(404);
  });
});

it("Of a part that both have written the other's may be taken, and what was typed elsewhere stays", async () => {
  const stale = await form(secretary);
  done(await editor.post(desk, { ...(await form(editor)), [field(0)]: "<p>Folën <strong>banorët</strong>.</p>" }));
  const typed = { ...stale, [field(0)]: "<p>Nuk foli askush.</p>", "part.secretary": "Fatos Lika" };
  const refused = await secretary.post(desk, typed);
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain("Ajo që shkroi tjetri");
  const again = fieldsOn(html, "minutes-text");
  expect(again).toMatchObject({ [`choose.${field(0)}`]: "mine", "part.secretary": "Fatos Lika" });
  expect(again[field(0)]).toContain("Nuk foli askush.");
  expect(done(await secretary.post(desk, { ...again, [`choose.${field(0)}`]: "theirs" }))).toContain("done=saved");
  const now = await form(editor);
  expect(now["part.secretary"]).toBe("Fatos Lika");
  expect(now[field(0)]).toBe((await form(secretary))[field(0)]);
  expect(now[field(0)]).toContain("banorët");
  expect(now[field(0)]).not.toContain("Nuk foli askush.");
});

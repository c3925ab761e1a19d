import { afterAll, beforeAll, expect, it } from "vitest";
import { json } from "../../server/db/columns.ts";
import { signedIn, type Visitor } from "../support/accounts.ts";
import { fieldsOn } from "../support/fields-on.ts";
import { type OtherProcess, otherProcess } from "../support/other-process.ts";
import { createWorld, type TestWorld } from "../support/world.ts";

let world: TestWorld;
let secretary: Visitor;
let other: OtherProcess;
beforeAll(async () => {
  world = await createWorld();
  secretary = await signedIn(world, world.lisi, ["secretary"]);
  other = await otherProcess(world);
});
afterAll(async () => {
  await other.kill();
  await world.end();
});

const list = "/lajme";
const step = (id: string, name: string) => `/admin/redaktimi/publication/${id}/${name}`;

/** Written and published in this process. Its id. */
async function publishNews(title: string): Promise<string> {
  const made = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", {
    ...{ element: "V.1.1", "title.sq": title, "title.en": "News", date: "2026-03-02", "fields.topic": "budget" },
  });
  const id = /\/([0-9a-f-]{36})\?/.exec(made.headers.get("location")!)![1]!;
  const published = await secretary.post(step(id, "botimi"), { at: "" });
  expect(published.headers.get("location")).toContain("done=published");
  return id;
}

/** How the other process answers, and which of these words stand on its page. */
async function elsewhere(path: string, ...words: string[]) {
  const { status, html } = await other.read(world.lisi.host, path);
  return [status, ...words.filter((word) => html.includes(word))];
}
/** Asks for this one page again and again: nothing else tells the other process that it should look. */
const soonElsewhere = (path: string, ...words: string[]) =>
  expect.poll(() => elsewhere(path, ...words), { interval: 100, timeout: 15_000 });

it("A page that another process keeps shows what is published, changed and withdrawn in this one, by itself", async () => {
  const id = await publishNews("Hapet rruga e re");
  const item = `${list}/hapet-rruga-e-re`;
  const before = [200, "Hapet rruga e re"];
  await soonElsewhere(list, "Hapet rruga e re").toEqual(before);
  await soonElsewhere(item, "Hapet rruga e re").toEqual(before);

  // What nobody has told is not looked up: the other process keeps both pages.
  await world.lisi.db.write((tx) =>
    tx
      .updateTable("publications")
      .set({ title: json({ sq: "Pa thënë gjë", en: "News" }) })
      .where("id", "=", id)
      .execute(),
  );
  for (const path of [list, item]) expect(await elsewhere(path, "Hapet rruga e re", "Pa thënë gjë")).toEqual(before);

  await publishNews("Mbyllet ura e vjetër");
  await soonElsewhere(list, "Mbyllet ura e vjetër").toEqual([200, "Mbyllet ura e vjetër"]);

  const form = fieldsOn(await (await secretary.get(`/admin/publikimet/${id}`)).text());
  const changed = await secretary.post(`/admin/publikimet/${id}`, { ...form, "title.sq": "Rruga hapet nesër" });
  expect(changed.status).toBe(303);
  await soonElsewhere(item, "Hapet rruga e re", "Rruga hapet nesër").toEqual([200, "Rruga hapet nesër"]);
  await soonElsewhere(list, "Rruga hapet nesër").toEqual([200, "Rruga hapet nesër"]);

  const reason = "Data e hapjes ishte e gabuar.";
  const withdrawn = await secretary.post(step(id, "terheqja"), { "reason.sq": reason, "reason.en": "" });
  expect(withdrawn.headers.get("location")).toContain("done=withdrawn");
  await soonElsewhere(item, reason).toEqual([410, reason]);
  await soonElsewhere(list, "Rruga hapet nesër", "Mbyllet ura e vjetër").toEqual([200, "Mbyllet ura e vjetër"]);
}, 90_000);

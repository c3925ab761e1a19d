import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody } from "../../../tests/support/acts.ts";
import { formsOn } from "../../../tests/support/forms-on.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";

let world: TestWorld;
let secretary: Visitor;
let body: string;
beforeAll(async () => {
  world = await createWorld();
  ({ id: body } = await addCouncilBody(world.lisi));
  secretary = await signedIn(world, world.lisi, ["secretary"]);
});
afterAll(() => world.end());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const news = {
  ...{ element: "V.1.1", date: "2026-03-02", "fields.topic": "budget" },
  ...{ "title.sq": "Një lajm “i ri”", "title.en": 'A "new" item <b>' },
};

it("A preview of what is saved leads to the same preview in the other language, and back", async () => {
  const made = await secretary.post("/admin/publikimet/i-ri?element=V.1.1", news);
  const one = made.headers.get("location")!.split("?")[0]!;
  const there = `${one.replace("/admin/publikimet", "/en/admin/publications")}/preview`;
  const sq = await textOf(secretary.get(`${one}/parapamja`));
  expect(sq).toMatch(new RegExp(`<a [^>]*href="${there}" [^>]*hreflang="en"`));
  const en = await textOf(secretary.get(there));
  expect(en).toContain('A "new" item &lt;b');
  expect(en).toMatch(new RegExp(`<a [^>]*href="${one}/parapamja" [^>]*hreflang="sq"`));
});

it("A preview of what is typed is seen in the other language with all that was typed, and nothing of it is kept", async () => {
  const before = await world.lisi.db.read((tx) => tx.selectFrom("publications").select("id").execute());
  const path = "/admin/redaktimi/publication/parapamja";
  const sq = await textOf(secretary.post(path, { ...news, tags: "një" }));
  expect(sq).toMatch(/<button type="submit" form="in-other-language" lang="en">English<\/button>/);
  const form = formsOn(sq).find(({ id }) => id === "in-other-language")!;
  expect(form.action).toBe("/en/admin/editing/publication/preview");
  expect(Object.fromEntries(form.entries)).toMatchObject({ ...news, tags: "një" });
  const en = await textOf(secretary.post(form.action, Object.fromEntries(form.entries)));
  expect(/<title>(.*?)<\/title>/.exec(en)![1]).toContain("A");
  expect(formsOn(en).find(({ id }) => id === "in-other-language")!.action).toBe(path);
  expect(await world.lisi.db.read((tx) => tx.selectFrom("publications").select("id").execute())).toEqual(before);
});

it("So is the preview of a meeting’s notice", async () => {
  const meeting = { bodyId: body, kind: "ordinary", day: "2026-04-02", time: "10:00", access: "open" };
  const made = await secretary.post("/admin/mbledhjet/e-re", {
    ...meeting,
    "place.sq": "Salla",
    "place.en": "The hall",
  });
  const notice = `${made.headers.get("location")!.split("?")[0]}/njoftimi`;
  const sq = await textOf(secretary.post(notice, { step: "preview", "text.sq": "Ftoheni.", "text.en": "Do come." }));
  const form = formsOn(sq).find(({ id }) => id === "in-other-language")!;
  expect(form.action).toBe(notice.replace("/admin/mbledhjet", "/en/admin/meetings").replace("njoftimi", "notice"));
  const en = await textOf(secretary.post(form.action, Object.fromEntries(form.entries)));
  expect(en).toContain("Do come.");
});

import { parseFeed } from "@rowanmanning/feed-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { create } from "xmlbuilder2";
import { doing, law, news, publish, storePdf } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { changePublication, withdrawPublication } from "../publications/publications.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let document: Awaited<ReturnType<typeof storePdf>>;
let item: { id: string; slug: string };
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  document = await storePdf(world, lisi, "Buxheti", { fileName: "Buxheti & taksat.pdf" });
  item = await publish(
    world,
    lisi,
    news({
      title: { sq: 'Buxheti <2026> & "taksat" ]]>', en: "The budget <2026> & taxes" },
      summary: { sq: "Çfarë ndryshon & kur" },
      body: { sq: '<p>Shihni <a href="/buxheti">buxhetin</a> &amp; taksat.</p>', en: "<p>See.</p>" },
      tags: ["buxhet & taksa"],
      documents: [document.id],
    }),
    new Date("2026-03-04T09:00:00Z"),
  );
  await publish(world, lisi, law(), new Date("2026-03-05T08:00:00Z"));
  await publish(world, lisi, news({ title: { sq: "Nesër" } }), new Date("2026-03-06T08:00:00Z"));
});
afterAll(() => world.end());

const fetchFeed = async (path: string, council = lisi, headers: Record<string, string> = {}) => {
  const answer = await council.get(path, headers);
  return { answer, xml: await answer.text() };
};
const read = async (path: string, council = lisi) => parseFeed((await fetchFeed(path, council)).xml).toJSON();

describe("The feed of a collection", () => {
  it("is read by a feed reader as it was written", async () => {
    const { answer, xml } = await fetchFeed("/lajme.atom");
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const feed = parseFeed(xml).toJSON();
    expect(feed).toMatchObject({
      language: "sq",
      title: "Lajmet – Këshilli Bashkiak Lisi",
      self: "http://lisi.localhost/lajme.atom",
      url: "http://lisi.localhost/lajme",
      copyright: "CC BY 4.0",
    });
    expect(feed.items).toHaveLength(1);
    const [entry] = feed.items;
    expect(entry).toMatchObject({
      id: `tag:localhost,2026:lisi/publications/${item.id}/sq`,
      title: 'Buxheti <2026> & "taksat" ]]>',
      description: "Çfarë ndryshon & kur",
      content: expect.stringContaining('<a href="/buxheti">buxhetin</a>'),
      url: `http://lisi.localhost/lajme/${item.slug}`,
      published: "2026-03-04T09:00:00.000Z",
    });
    expect(entry!.categories.map(({ term }) => term)).toEqual(["V.1.1", "buxhet & taksa"]);
    expect(entry!.media).toMatchObject([
      {
        url: `http://lisi.localhost/dokumente/${document.id}/Buxheti%20%26%20taksat.pdf`,
        mimeType: "application/pdf",
        length: document.bytes.length,
      },
    ]);
  });

  it("marks in the English feed what there is only in Albanian", async () => {
    const { xml } = await fetchFeed("/en/news.atom");
    const feed = parseFeed(xml).toJSON();
    expect(feed).toMatchObject({ language: "en", title: "News – Municipal Council of Lisi" });
    expect(feed.items[0]).toMatchObject({
      title: "The budget <2026> & taxes",
      description: "Çfarë ndryshon & kur",
      url: `http://lisi.localhost/en/news/${item.slug}`,
    });
    expect(xml).toContain('<summary xml:lang="sq">');
    expect(xml).not.toContain('<title xml:lang="sq">');
    expect(xml).toContain('hreflang="sq" href="http://lisi.localhost/lajme.atom"');
  });

  it("is not sent again while nothing changed, and is when something did", async () => {
    const { answer } = await fetchFeed("/lajme.atom");
    const etag = answer.headers.get("etag")!;
    expect((await lisi.get("/lajme.atom", { "if-none-match": etag })).status).toBe(304);
    const before = await read("/lajme.atom");
    await lisi.db.write((tx) => changePublication(tx, doing(world), item.id, { tags: ["buxhet & taksa", "2026"] }));
    expect((await lisi.get("/lajme.atom", { "if-none-match": etag })).status).toBe(200);
    const after = await read("/lajme.atom");
    expect(after.items[0]!.id).toBe(before.items[0]!.id);
    expect(after.updated).toBe(world.clock.now().toISOString());
    expect(after.items[0]!.updated).toBe(world.clock.now().toISOString());
  });

  it("takes in what was scheduled when its time comes, and lets go of what is withdrawn", async () => {
    const before = world.clock.now();
    world.clock.moveTo("2026-03-06T08:00:00Z");
    expect((await read("/lajme.atom")).items.map(({ title }) => title)[0]).toBe("Nesër");
    world.clock.moveTo(before);
    const { id } = await publish(world, lisi, news({ title: { sq: "Gabim" } }));
    expect((await read("/lajme.atom")).items).toHaveLength(2);
    await lisi.db.write((tx) => withdrawPublication(tx, doing(world), id, { sq: "Gabim." }));
    expect((await read("/lajme.atom")).items).toHaveLength(1);
  });

  it("of a council that has published nothing is empty and whole", async () => {
    const feed = await read("/lajme.atom", krasta);
    expect(feed.items).toEqual([]);
    expect(feed.updated).toBe("2026-01-01T00:00:00.000Z");
    expect(feed.title).toBe("Lajmet – Këshilli Bashkiak Krasta");
  });

  it("has what RFC 4287 asks of a feed and of every entry", async () => {
    const names = (parent: ReturnType<typeof create>) => parent.toArray().map(({ node }) => node.nodeName);
    for (const path of ["/lajme.atom", "/en/latest.atom"]) {
      const feed = create((await fetchFeed(path)).xml).root();
      expect(names(feed)).toEqual(expect.arrayContaining(["id", "title", "updated", "author", "link"]));
      const entries = feed.toArray().filter(({ node }) => node.nodeName === "entry");
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries)
        expect(names(entry)).toEqual(expect.arrayContaining(["id", "title", "updated", "link"]));
    }
  });
});

describe("The feed of a council", () => {
  it("has everything new in the public parts, the newest first, under both addresses", async () => {
    const { id } = await publish(
      world,
      lisi,
      law({
        element: "B.II.5",
        year: null,
        date: "2026-03-01",
        title: { sq: "E brendshme" },
        fields: { number: "1", status: "inForce", retention: [{ record: { sq: "a" }, keptFor: { sq: "b" } }] },
      }),
    );
    const sq = await read("/te-rejat.atom");
    const en = await read("/en/latest.atom");
    expect(sq.title).toBe("Të rejat – Këshilli Bashkiak Lisi");
    expect(sq.items.map(({ title }) => title)).toEqual([
      "Ligji “Për vetëqeverisjen vendore”",
      expect.stringContaining("Buxheti"),
    ]);
    expect(en.items.map(({ url }) => url)).toEqual([
      "http://lisi.localhost/en/legislation/ligji-per-veteqeverisjen-vendore",
      `http://lisi.localhost/en/news/${item.slug}`,
    ]);
    expect(sq.items.map((entry) => entry.id)).not.toContain(expect.stringContaining(id));
    expect((await read("/te-rejat.atom", krasta)).items).toEqual([]);
  });
});

it.each(["/anetaret.atom", "/nope.atom", "/.atom", "/en/.atom", "/lajme/x.atom"])(
  "there is no feed at %s",
  async (path) => {
    expect((await lisi.get(path)).status).toBe(404);
  },
);

import { parseFeed } from "@rowanmanning/feed-parser";
import { afterAll, beforeAll, expect, it } from "vitest";
import { create } from "xmlbuilder2";
import { doing, storePdf } from "../../../tests/support/content.ts";
import { addBody, addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import {
  publishRecording,
  setChapters,
  setRecordingFile,
  setRecordingLink,
  withdrawRecording,
} from "../recordings/recordings.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let filmed: string;
let linked: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  const body = await addBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" });
  const held = (day: string) =>
    addMeeting(lisi, body, `${day}-keshilli`, { starts_at: new Date(`${day}T17:00:00Z`), stage: "closed" });
  filmed = await held("2026-02-26");
  linked = await held("2026-01-29");
  const item = await addItem(lisi, filmed, [1], { sq: "Tarifa <e ujit> & kanalet" });
  const film = await storePdf(world, lisi, "Filmi", { fileName: "filmi.pdf" });
  await lisi.db.write(async (tx) => {
    await setRecordingFile(tx, doing(world), filmed, film.id, 3_600);
    await setChapters(tx, doing(world), filmed, [
      { kind: "opening", starts: 0 },
      { kind: "item", starts: 754, itemId: item },
    ]);
    await setRecordingLink(tx, doing(world), linked, { link: "https://video.example.al/mbledhja" });
  });
});
afterAll(() => world.end());

const xmlOf = async (path: string, council = lisi) => (await council.get(path)).text();
const read = async (path: string, council = lisi) => parseFeed(await xmlOf(path, council)).toJSON();
const publish = (meeting: string) => lisi.db.write((tx) => publishRecording(tx, doing(world), meeting));

it("A recording that nobody has published is in no feed, and the feed is whole without any", async () => {
  const feed = await read("/videoteka.atom");
  expect(feed).toMatchObject({
    language: "sq",
    title: "Videoteka – Këshilli Bashkiak Lisi",
    self: "http://lisi.localhost/videoteka.atom",
    url: "http://lisi.localhost/videoteka",
    items: [],
  });
});

it("A published one is read with its chapters, each a link to its moment, and with its file, by no neighbour", async () => {
  await publish(filmed);
  const [entry, ...others] = (await read("/videoteka.atom")).items;
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    title: "Regjistrimi: Mbledhje e radhës e Këshillit, 26.02.2026",
    url: "http://lisi.localhost/videoteka/2026-02-26-keshilli",
    published: world.clock.now().toISOString(),
    media: [{ mimeType: "application/pdf", url: expect.stringMatching(/^http:\/\/lisi\.localhost\/dokumente\//) }],
  });
  expect(entry!.content).toContain('<a href="http://lisi.localhost/videoteka/2026-02-26-keshilli?t=754">12:34</a> 1. ');
  expect(await xmlOf("/videoteka.atom")).toContain("1. Tarifa &amp;lt;e ujit&amp;gt; &amp;amp; kanalet");
  expect((await read("/te-rejat.atom")).items).toEqual([entry]);
  for (const path of ["/videoteka.atom", "/te-rejat.atom"]) expect((await read(path, world.krasta)).items).toEqual([]);
});

it("In English the same stands under its English address, and what is only in Albanian says so", async () => {
  const feed = await read("/en/video-library.atom");
  expect(feed).toMatchObject({ language: "en", url: "http://lisi.localhost/en/video-library" });
  expect(feed.items[0]).toMatchObject({
    title: expect.stringMatching(/^Recording: .+, 26\.02\.2026$/),
    url: "http://lisi.localhost/en/video-library/2026-02-26-keshilli",
    content: expect.stringContaining('<span lang="sq">Tarifa'),
  });
  expect(feed.items[0]!.content).toContain("Opening of the meeting");
});

it("The latest published comes first, whenever its meeting was; what is withdrawn is gone", async () => {
  const before = world.clock.now();
  world.clock.moveTo(new Date(before.getTime() + 60_000));
  await publish(linked);
  const titles = async () => (await read("/videoteka.atom")).items.map(({ url }) => url!.slice(-19));
  expect(await titles()).toEqual(["2026-01-29-keshilli", "2026-02-26-keshilli"]);
  await lisi.db.write((tx) => withdrawRecording(tx, doing(world), linked));
  expect(await titles()).toEqual(["2026-02-26-keshilli"]);
  world.clock.moveTo(before);
});

it("It has what RFC 4287 asks of a feed and of every entry", async () => {
  const names = (parent: ReturnType<typeof create>) => parent.toArray().map(({ node }) => node.nodeName);
  for (const path of ["/videoteka.atom", "/en/video-library.atom"]) {
    const answer = await lisi.get(path);
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const feed = create(await answer.text()).root();
    expect(names(feed)).toEqual(expect.arrayContaining(["id", "title", "updated", "author", "link"]));
    const entries = feed.toArray().filter(({ node }) => node.nodeName === "entry");
    expect(entries).toHaveLength(1);
    for (const entry of entries)
      expect(names(entry)).toEqual(expect.arrayContaining(["id", "title", "published", "updated", "link"]));
  }
});

it.each([
  ["/videoteka", "/videoteka.atom"],
  ["/en/video-library", "/en/video-library.atom"],
])("The library at %s says where its feed is, to readers of feeds and to people", async (path, feed) => {
  await world.catchUp();
  const html = await (await lisi.get(path, { accept: "text/html" })).text();
  const [head, body] = html.split("</head>") as [string, string];
  expect(head.includes(`type="application/atom+xml" title="`) && head.includes(`href="${feed}"`)).toBe(true);
  expect(body.includes(`href="${feed}"`)).toBe(true);
});

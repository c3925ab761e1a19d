import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing, shelfOf } from "../../../tests/support/content.ts";
import { addBody, addItem, addMeeting, addPaper, addPeriod } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { addPhoto, createAlbum, publishAlbum } from "../albums/albums.service.ts";
import { uploadPhoto } from "../albums/photos.service.ts";
import { addDayOff } from "../deadlines/days-off.service.ts";
import type { CalendarSheet } from "./calendar.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let council: string;
let committee: string;

const at = (day: string, hour = 17) => new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);

beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  council = await addBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" });
  committee = await addBody(
    lisi,
    "committee",
    "komisioni-i-financave",
    { sq: "Komisioni i Financave" },
    { position: 1 },
  );
  const village = await addBody(lisi, "village", "zalli", { sq: "Kryesia e fshatit Zall" }, { position: 2 });
  const neighbourhood = await addBody(lisi, "neighbourhood", "lumi", { sq: "Lagjja Lumi" }, { position: 3 });
  await addMeeting(lisi, council, "shkurti", { starts_at: at("2026-02-12"), stage: "minutes_published" });
  await addMeeting(lisi, committee, "sot", { starts_at: at("2026-03-05", 8), stage: "open" });
  const march = await addMeeting(lisi, council, "marsi", { starts_at: at("2026-03-31", 21), stage: "announced" });
  await addItem(lisi, march, [1], { sq: "Buxheti" });
  await addItem(lisi, march, [2], { sq: "Tarifat" });
  await addPaper(world, lisi, "meeting", march, { title: { sq: "Njoftimi" }, fileName: "njoftimi.pdf" });
  await addPaper(world, lisi, "meeting", march, { title: { sq: "I brendshëm" }, fileName: "x.pdf", publicFrom: null });
  // Half past eleven at night in Tirana of the last day of March is still March, and past midnight is April.
  await addMeeting(lisi, council, "prilli", { starts_at: at("2026-03-31", 22), kind: "extraordinary" });
  const joint = await addMeeting(lisi, council, "bashke", { starts_at: at("2026-06-10"), kind: "joint" });
  await lisi.db.write((tx) =>
    tx.insertInto("meeting_bodies").values({ meeting_id: joint, body_id: committee }).execute(),
  );
  await addMeeting(lisi, council, "degjesa", {
    starts_at: at("2026-03-18"),
    kind: "hearing",
    title: json({ sq: "Dëgjesë për tarifat", en: "Hearing on fees" }),
  });
  await addMeeting(lisi, council, "degjesa-e-vjeter", { starts_at: at("2024-05-18"), kind: "hearing" });
  await addMeeting(lisi, village, "fshati", { starts_at: at("2026-03-08", 9) });
  await addMeeting(lisi, neighbourhood, "lagjja", { starts_at: at("2026-01-08", 9) });
  await addMeeting(lisi, council, "festa", {
    starts_at: at("2026-05-02"),
    kind: "event",
    title: json({ sq: "Dita e hapur" }),
    description: json({ sq: "<p>Ejani!</p>" }),
  });
  await addMeeting(lisi, council, "e-fshehur", { starts_at: at("2026-03-20"), state: "draft", public_from: null });
  await addMeeting(lisi, council, "e-neserme", {
    starts_at: at("2026-03-21"),
    public_from: new Date("2026-03-06T07:00:00Z"),
  });
  await addPeriod(lisi, { slug: "tarifat", title: { sq: "Tarifat vendore" }, from: "2026-02-20", until: "2026-03-23" });
  await addPeriod(lisi, { slug: "tregu", title: { sq: "Tregu" }, from: "2025-11-03", until: "2025-12-01", rule: "K2" });
  await addMeeting(krasta, await addBody(krasta, "council", "keshilli", { sq: "Fqinji" }), "marsi", {
    starts_at: at("2026-03-12"),
  });
  await world.catchUp();
});
afterAll(() => world.end());

const sheet = (element: string, query = "", of = lisi) => of.json<CalendarSheet>(`/api/v1/calendar/${element}${query}`);
const slugs = ({ meetings }: Pick<CalendarSheet, "meetings">) => meetings.map(({ slug }) => slug);

describe("The calendar", () => {
  it("begins with this month, in the order of days and hours", async () => {
    const found = await sheet("I.3.2");
    expect([found.view, found.month, found.from, found.until, found.today]).toEqual([
      "month",
      "2026-03",
      "2026-03-01",
      "2026-03-31",
      "2026-03-05",
    ]);
    expect(slugs(found)).toEqual(["sot", "fshati", "degjesa", "marsi"]);
    expect(found.meetings[3]).toMatchObject({
      url: { sq: "/mbledhjet/marsi", en: "/en/meetings/marsi" },
      day: "2026-03-31",
      time: "23:00",
      until: null,
      body: { slug: "keshilli", kind: "council", name: { sq: "Këshilli Bashkiak", en: "Municipal Council" } },
      place: { sq: "Salla e Këshillit", en: "Council chamber" },
    });
  });

  it("has a meeting after midnight in Albania on the new day, whatever UTC says", async () => {
    expect(slugs(await sheet("I.3.2", "?month=2026-04"))).toEqual(["prilli"]);
  });

  it("lists what lies ahead, from today's on, and what was last", async () => {
    const found = await sheet("I.3.2", "?view=list");
    expect(slugs(found)).toEqual(["sot", "fshati", "degjesa", "marsi", "prilli", "festa", "bashke"]);
    expect(found.past.map(({ slug }) => slug)).toEqual(["shkurti", "lagjja", "degjesa-e-vjeter"]);
    expect(found.meetings[3]!.papers).toEqual({ items: 2, documents: 1 });
    expect(found.until).toBeNull();
  });

  it("lists and draws a year", async () => {
    for (const view of ["list", "year"]) {
      const found = await sheet("I.3.2", `?view=${view}&year=2024`);
      expect([found.from, found.until, slugs(found)]).toEqual(["2024-01-01", "2024-12-31", ["degjesa-e-vjeter"]]);
    }
    expect((await sheet("I.3.2", "?view=year")).year).toBe(2026);
  });

  it("is narrowed to a body, also where it sits with another, and to a kind", async () => {
    expect(slugs(await sheet("I.3.2", "?view=year&body=komisioni-i-financave"))).toEqual(["sot", "bashke"]);
    expect(slugs(await sheet("I.3.2", "?view=year&kind=extraordinary"))).toEqual(["prilli"]);
    const { options, feed } = await sheet("I.3.2", "?body=komisioni-i-financave&kind=joint");
    expect(options.bodies.map(({ slug, count }) => [slug, count])).toEqual([
      ["keshilli", 7],
      ["komisioni-i-financave", 1],
      ["zalli", 1],
      ["lumi", 1],
    ]);
    expect(options.kinds.find(({ value }) => value === "hearing")).toEqual({ value: "hearing", count: 2 });
    expect(options.years).toEqual([
      { value: 2026, count: 9 },
      { value: 2024, count: 1 },
    ]);
    expect(feed).toEqual({
      sq: "/kalendari.ics?body=komisioni-i-financave&kind=joint",
      en: "/en/calendar.ics?body=komisioni-i-financave&kind=joint",
    });
  });

  it("tells when a draft is open for comments, in every month that it touches, and not in others", async () => {
    const periods = async (query: string) => (await sheet("I.3.2", query)).periods.map(({ url, of }) => [url.sq, of]);
    expect(await periods("")).toEqual([["/projektaktet/tarifat", "draft"]]);
    expect(await periods("?month=2026-02")).toEqual([["/projektaktet/tarifat", "draft"]]);
    expect(await periods("?month=2025-12")).toEqual([["/projektaktet/tregu", "initiative"]]);
    expect(await periods("?month=2026-04")).toEqual([]);
    expect(await periods("?kind=hearing")).toEqual([]);
    expect((await sheet("I.3.2", "")).periods[0]).toMatchObject({ from: "2026-02-20", until: "2026-03-23" });
  });

  it("shows holidays, moved days and the council's own, and which may still change", async () => {
    await lisi.db.write((tx) =>
      addDayOff(tx, doing(world), {
        day: "2026-03-27",
        name: { sq: "Ditë zie" },
        reason: { sq: "VKM" },
        source: "VKM 1",
      }),
    );
    const { holidays } = await sheet("I.3.2");
    expect(holidays.map(({ day }) => day)).toEqual(
      expect.arrayContaining(["2026-03-14", "2026-03-16", "2026-03-22", "2026-03-27"]),
    );
    expect(holidays.find(({ day }) => day === "2026-03-16")).toMatchObject({ inLieuOf: "2026-03-14" });
    expect(holidays.some(({ isEstimated }) => isEstimated)).toBe(true);
    expect((await sheet("I.3.2", "", krasta)).holidays.map(({ day }) => day)).not.toContain("2026-03-27");
  });

  it("keeps the days of a consultation that was held again", async () => {
    const id = await addPeriod(lisi, {
      slug: "e-perseritur",
      title: { sq: "E përsëritur" },
      from: "2027-02-01",
      until: "2027-03-01",
    });
    await lisi.db.write((tx) =>
      tx
        .insertInto("deadlines")
        .values({
          ...{ subject: "draft-act", subject_id: id, rule: "K3", starts_on: "2027-03-10", starts_at: null },
          ...{ case_period: null, due_on: "2027-04-12", due_at: null, steps: "[]", certainty: "{}" },
          ...{ opened_at: at("2027-03-10"), computed_at: at("2027-03-10"), closed_at: null },
        })
        .execute(),
    );
    const { periods } = await sheet("I.3.2", "?month=2027-03");
    expect(periods.map(({ until }) => until)).toEqual(["2027-03-01", "2027-04-12"]);
  });

  it("takes the last word on a period that was made longer", async () => {
    const id = await addPeriod(lisi, {
      slug: "e-gjate",
      title: { sq: "E gjatë" },
      from: "2026-08-03",
      until: "2026-08-31",
    });
    await lisi.db.write((tx) =>
      tx
        .insertInto("deadlines")
        .values({
          ...{ subject: "draft-act", subject_id: id, rule: "K3", starts_on: "2026-08-03", starts_at: null },
          ...{ case_period: null, due_on: "2026-09-15", due_at: null, steps: "[]", certainty: "{}" },
          ...{ opened_at: at("2026-02-01"), computed_at: at("2026-02-01"), closed_at: at("2026-09-20") },
        })
        .execute(),
    );
    const { periods } = await sheet("I.3.2", "?month=2026-09");
    expect(periods.map(({ until }) => until)).toEqual(["2026-09-15"]);
  });

  it.each([
    ["I.3.8", "?view=year", ["degjesa"], ["draft"]],
    ["I.3.9", "?view=list", ["degjesa"], []],
    ["I.9.1", "?view=list", ["festa"], []],
    ["II.6.3", "?view=list", ["fshati"], []],
    ["II.6.5", "?view=year", ["lagjja"], []],
  ])("of %s has what it is about and nothing else", async (element, query, expected, kinds) => {
    const found = await sheet(element, query);
    expect(slugs(found)).toEqual(expected);
    expect(found.periods.filter(({ url }) => url.sq.endsWith("tarifat")).map(({ of }) => of)).toEqual(kinds);
  });

  it("shows afterwards the photos of an event, once they are public", async () => {
    const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#336699" } })
      .jpeg()
      .toBuffer();
    const photo = await uploadPhoto(shelfOf(world, lisi), Readable.from([jpeg]), { fileName: "foto.jpg" });
    const words = { sq: "Dita e hapur", en: "Open day" };
    const album = await lisi.db.write(async (tx) => {
      const made = await createAlbum(tx, doing(world), { title: words, summary: words, date: "2026-05-02" });
      await addPhoto(tx, doing(world), made.id, photo, { caption: words, alternative: words });
      await tx.updateTable("meetings").set({ album_id: made.id }).where("slug", "=", "festa").execute();
      return made;
    });
    expect((await sheet("I.9.1")).meetings[0]!.album).toBeNull();
    await lisi.db.write((tx) => publishAlbum(tx, doing(world), album.id));
    expect((await sheet("I.9.1")).meetings[0]!.album).toMatchObject({
      url: { sq: `/galeria/${album.slug}` },
      count: 1,
      cover: { alternative: words },
    });
    expect((await sheet("I.9.1")).meetings[0]!.description).toEqual({ sq: "<p>Ejani!</p>" });
  });

  it("takes in what was scheduled when its time comes", async () => {
    const now = world.clock.now();
    expect(slugs(await sheet("I.3.2"))).not.toContain("e-neserme");
    world.clock.moveTo("2026-03-06T07:00:00Z");
    expect(slugs(await sheet("I.3.2"))).toContain("e-neserme");
    world.clock.moveTo(now);
  });

  it("of the neighbour is the neighbour's", async () => {
    const found = await sheet("I.3.2", "", krasta);
    expect(found.meetings.map(({ body }) => body.name.sq)).toEqual(["Fqinji"]);
    expect(JSON.stringify(await sheet("I.3.2", "?view=year"))).not.toContain("Fqinji");
  });

  it("refuses what it does not know, and says of each value what is wrong", async () => {
    expect((await lisi.get("/api/v1/calendar/I.3.2?organ=x")).status).toBe(400);
    expect((await lisi.get("/api/v1/calendar/I.3.6")).status).toBe(404);
    const refused = await lisi.get("/api/v1/calendar/I.3.2?month=2026-13&view=week&kind=x&year=26");
    expect(refused.status).toBe(422);
    const { fields } = (await refused.json()) as { fields: { path: string }[] };
    expect(fields.map(({ path }) => path)).toEqual(["view", "month", "year", "kind"]);
  });
});

describe("The page of the calendar", () => {
  const page = async (path: string) => {
    const answer = await lisi.get(path, { accept: "text/html" });
    return { status: answer.status, html: await answer.text() };
  };

  it("is read without a script, in both languages, with every meeting as a link", async () => {
    const { status, html } = await page("/kalendari");
    expect(status).toBe(200);
    expect(html).toContain('href="/mbledhjet/marsi"');
    expect(html).toContain("Dita e fundit për komente");
    expect(html).toMatch(/aria-current="page"[^>]*>Muaji</);
    const english = await page("/en/calendar?view=list");
    expect(english.html).toContain('href="/en/meetings/degjesa"');
    expect(english.html).toContain("Hearing on fees");
    expect(english.html).toContain("2 items on the agenda");
    expect(english.html).toContain('href="/en/meetings/marsi.zip"');
  });

  it("leads to the months before and after, and no further than there are meetings", async () => {
    const { html } = await page("/kalendari?month=2026-12");
    expect(html).toContain('rel="prev" href="/kalendari?month=2026-11"');
    expect(html).not.toContain('rel="next"');
    const first = await page("/kalendari?month=2024-01");
    expect(first.html).not.toContain('rel="prev"');
    expect(first.html).toContain('rel="next" href="/kalendari?month=2024-02"');
  });

  it("offers the calendar to subscribe to, narrowed as it is", async () => {
    const { html } = await page("/kalendari?body=komisioni-i-financave");
    expect(html).toContain('href="webcal://lisi.localhost/kalendari.ics?body=komisioni-i-financave"');
    expect(html).toContain('href="/kalendari.ics?body=komisioni-i-financave"');
  });

  it("says of a year in which nothing is that nothing is", async () => {
    const { status, html } = await page("/degjesat?view=year&year=2025");
    expect(status).toBe(200);
    expect(html).toContain("Në këto data nuk ka asgjë në kalendar");
  });

  it("answers a wrong filter with what is wrong, and its status", async () => {
    const { status, html } = await page("/kalendari?month=mars");
    expect(status).toBe(422);
    expect(html).toContain('id="wrong-month"');
  });

  it("of a council that has none says what will stand here", async () => {
    const answer = await krasta.get("/ngjarjet", { accept: "text/html" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('class="calendar-bar"');
  });
});

import ical, { type VEvent } from "node-ical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { addBody, addMeeting, addPeriod } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { changeMeeting, createMeeting } from "../meetings/meetings.service.ts";
import { announceMeeting, cancelMeeting } from "../meetings/stages.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let council: string;
let committee: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  council = await addBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" });
  committee = await addBody(lisi, "committee", "komisioni-i-financave", { sq: "Komisioni i Financave" });
  const village = await addBody(lisi, "village", "zalli", { sq: "Kryesia e fshatit Zall", en: "Zall village council" });
  const add = async (slug: string, body: string, given: Parameters<typeof addMeeting>[3] = {}) => {
    ids[slug] = await addMeeting(lisi, body, slug, given);
  };
  await add("e-marsit", council, {
    ends_at: new Date("2026-03-12T20:30:00Z"),
    online_url: "https://video.example.org/lisi?a=1;b=2",
    stage: "announced",
    sequence: 3,
    updated_at: new Date("2026-03-04T09:00:00Z"),
  });
  await add("e-korrikut", council, { starts_at: new Date("2026-07-09T16:00:00Z") });
  await add("e-anuluar", committee, {
    starts_at: new Date("2026-03-20T09:00:00Z"),
    stage: "cancelled",
    stage_reason: json({ sq: "Mungoi kuorumi.", en: "There was no quorum." }),
    sequence: 1,
  });
  await add("e-shtyre", committee, {
    starts_at: new Date("2026-03-23T09:00:00Z"),
    stage: "postponed",
    stage_reason: json({ sq: "Kryetari është i sëmurë." }),
    postponed_to: ids["e-korrikut"],
  });
  await add("degjesa", village, {
    kind: "hearing",
    title: json({ sq: "Dëgjesë: rruga; uji, dritat", en: "Hearing: road; water, lights" }),
    starts_at: new Date("2026-04-02T15:00:00Z"),
  });
  await add("e-vjeter", council, { starts_at: new Date("2025-03-04T17:00:00Z"), stage: "minutes_published" });
  await add("e-vitit-te-shkuar", council, { starts_at: new Date("2025-03-06T17:00:00Z"), stage: "minutes_published" });
  await add("e-fshehte", council, { starts_at: new Date("2026-05-01T17:00:00Z"), state: "draft", public_from: null });
  await addPeriod(lisi, {
    slug: "tarifat",
    title: { sq: "Tarifat vendore", en: "Local fees" },
    from: "2026-02-20",
    until: "2026-03-23",
  });
});
afterAll(() => world.end());

const fetchFeed = async (path: string, of = lisi) => {
  const answer = await of.get(path);
  const text = await answer.text();
  const parsed = ical.sync.parseICS(text);
  const events = Object.values(parsed)
    .filter((one): one is VEvent => one?.type === "VEVENT")
    .map((event) => ({ ...event, url: (event.url as unknown as { val: string }).val }));
  return { answer, text, events, byId: new Map(events.map((event) => [event.uid, event])) };
};
const unfolded = (text: string) => text.replaceAll("\r\n ", "");

describe("A calendar to subscribe to", () => {
  it("has every meeting at the hour that clocks in Albania show, before and after the clock is put forward", async () => {
    const { answer, byId, text } = await fetchFeed("/kalendari.ics");
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(byId.get(`${ids["e-marsit"]}@localhost`)!.start.toISOString()).toBe("2026-03-12T17:00:00.000Z");
    expect(byId.get(`${ids["e-marsit"]}@localhost`)!.end!.toISOString()).toBe("2026-03-12T20:30:00.000Z");
    expect(byId.get(`${ids["e-korrikut"]}@localhost`)!.start.toISOString()).toBe("2026-07-09T16:00:00.000Z");
    expect(text).toContain("DTSTART;TZID=Europe/Tirane:20260312T180000\r\n");
    expect(text).toContain("DTSTART;TZID=Europe/Tirane:20260709T180000\r\n");
    expect(text).toMatch(
      /BEGIN:VTIMEZONE\r\nTZID:Europe\/Tirane\r\n(?:.+\r\n)*RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n(?:.+\r\n)*END:VTIMEZONE/,
    );
  });

  it("tells what, where, how to follow it, and leads back to the page with its papers", async () => {
    const { byId } = await fetchFeed("/kalendari.ics");
    const event = byId.get(`${ids["e-marsit"]}@localhost`)!;
    expect(event).toMatchObject({
      summary: "Mbledhje e radhës e Këshillit",
      location: "Salla e Këshillit",
      status: "CONFIRMED",
      url: "http://lisi.localhost/mbledhjet/e-marsit",
    });
    expect(event.description).toBe(
      [
        "Mbledhje e radhës, Këshilli Bashkiak",
        "Ndiqeni në internet: https://video.example.org/lisi?a=1;b=2",
        "Rendi i ditës dhe dokumentet: http://lisi.localhost/mbledhjet/e-marsit",
        "Të gjitha dokumentet në një skedar: http://lisi.localhost/mbledhjet/e-marsit.zip",
      ].join("\n"),
    );
    expect(byId.get(`${ids.degjesa}@localhost`)!.summary).toBe("Dëgjesë: rruga; uji, dritat");
    expect(byId.get(`${ids["e-korrikut"]}@localhost`)!.status).toBe("TENTATIVE");
  });

  it("counts the changes of a meeting, stamped in UTC, so that calendars take them over", async () => {
    const { byId, text } = await fetchFeed("/kalendari.ics");
    expect(Number(byId.get(`${ids["e-marsit"]}@localhost`)!.sequence)).toBe(3);
    expect(text).toContain("DTSTAMP:20260304T090000Z\r\n");
    expect(text).toContain("LAST-MODIFIED:20260304T090000Z\r\n");
    expect(text).not.toMatch(/(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}\r/);
  });

  it("keeps what was cancelled or postponed as cancelled, and says why and when instead", async () => {
    const { byId } = await fetchFeed("/kalendari.ics");
    const cancelled = byId.get(`${ids["e-anuluar"]}@localhost`)!;
    expect([cancelled.status, cancelled.summary]).toEqual([
      "CANCELLED",
      "ANULUAR: Mbledhje e radhës: Komisioni i Financave",
    ]);
    expect(cancelled.description).toContain("Mbledhja u anulua: Mungoi kuorumi.");
    const postponed = byId.get(`${ids["e-shtyre"]}@localhost`)!;
    expect(postponed.status).toBe("CANCELLED");
    expect(postponed.description).toContain("Data e re: 09.07.2026, http://lisi.localhost/mbledhjet/e-korrikut");
  });

  it("follows a meeting from its notice through a changed hour to its cancellation, under one id", async () => {
    const by = doing(world);
    const given = { bodyId: council, kind: "extraordinary", place: { sq: "Salla", en: "Hall" } } as const;
    const { id, slug } = await lisi.db.write((tx) =>
      createMeeting(tx, by, { ...given, startsAt: new Date("2026-03-27T16:00:00Z") }),
    );
    const seen = async () => {
      const event = (await fetchFeed("/kalendari.ics")).byId.get(`${id}@localhost`);
      return event && { at: event.start.toISOString(), status: event.status, sequence: Number(event.sequence) };
    };
    expect(await seen()).toBeUndefined();
    await lisi.db.write((tx) => announceMeeting(tx, by, id));
    const announced = (await seen())!;
    expect(announced).toMatchObject({ at: "2026-03-27T16:00:00.000Z", status: "CONFIRMED" });
    const reason = { sq: "Salla është e zënë.", en: "The hall is taken." };
    await lisi.db.write((tx) => changeMeeting(tx, by, id, { startsAt: new Date("2026-03-27T17:00:00Z") }, reason));
    const changed = (await seen())!;
    expect(changed.at).toBe("2026-03-27T17:00:00.000Z");
    expect(changed.sequence).toBeGreaterThan(announced.sequence);
    await lisi.db.write((tx) => cancelMeeting(tx, by, id, reason));
    const cancelled = (await seen())!;
    expect(cancelled.status).toBe("CANCELLED");
    expect(cancelled.sequence).toBeGreaterThan(changed.sequence);
    expect((await lisi.get(`/mbledhjet/${slug}.ics`)).status).toBe(200);
  });

  it("shows when a draft is open for comments, as whole days that take nobody's time", async () => {
    const { events, text } = await fetchFeed("/kalendari.ics");
    const period = events.find(({ summary }) => summary === "Hapur për komente: Tarifat vendore")!;
    expect(period).toMatchObject({
      datetype: "date",
      url: "http://lisi.localhost/projektaktet/tarifat",
      transparency: "TRANSPARENT",
    });
    expect(text).toContain("DTSTART;VALUE=DATE:20260220\r\nDTEND;VALUE=DATE:20260324\r\n");
  });

  it("goes back twelve months and no further, and holds nothing that is not public", async () => {
    const { byId } = await fetchFeed("/kalendari.ics");
    expect(byId.has(`${ids["e-vitit-te-shkuar"]}@localhost`)).toBe(true);
    expect(byId.has(`${ids["e-vjeter"]}@localhost`)).toBe(false);
    expect(byId.has(`${ids["e-fshehte"]}@localhost`)).toBe(false);
  });

  it("is there for one body, one kind and each of the site's calendars", async () => {
    const names = async (path: string) => (await fetchFeed(path)).events.map(({ url }) => url.split("/").at(-1));
    expect(await names("/kalendari.ics?body=komisioni-i-financave")).toEqual(["e-anuluar", "e-shtyre"]);
    expect(await names("/kalendari.ics?kind=hearing")).toEqual(["degjesa"]);
    expect(await names("/degjesat.ics")).toEqual(["degjesa"]);
    expect(await names("/takimet-publike.ics")).toEqual(["degjesa", "tarifat"]);
    expect(await names("/mbledhjet-e-fshatrave.ics")).toEqual(["degjesa"]);
    expect(await names("/ngjarjet.ics")).toEqual([]);
    expect(unfolded((await fetchFeed("/kalendari.ics?body=komisioni-i-financave")).text)).toContain(
      "X-WR-CALNAME:Kalendari i mbledhjeve · Komisioni i Financave – Këshilli",
    );
  });

  it("of one meeting is that meeting, however long ago it was", async () => {
    const { answer, events } = await fetchFeed("/mbledhjet/e-vjeter.ics");
    expect(events.map(({ uid }) => uid)).toEqual([`${ids["e-vjeter"]}@localhost`]);
    expect(answer.headers.get("content-disposition")).toBe("attachment; filename=lisi-e-vjeter.ics");
    expect((await lisi.get("/mbledhjet/e-fshehte.ics")).status).toBe(404);
  });

  it("speaks English at its English address, and Albanian where there is nothing else", async () => {
    const { byId, text } = await fetchFeed("/en/calendar.ics");
    expect(byId.get(`${ids["e-marsit"]}@localhost`)!.summary).toBe("Ordinary meeting of the Council");
    expect(byId.get(`${ids["e-anuluar"]}@localhost`)!.summary).toBe(
      "CANCELLED: Ordinary meeting: Komisioni i Financave",
    );
    expect(byId.get(`${ids.degjesa}@localhost`)!.url).toBe("http://lisi.localhost/en/meetings/degjesa");
    expect(unfolded(text)).toContain("X-WR-CALNAME:Calendar of meetings – Municipal Council of Lisi");
  });

  it("is not sent again while nothing changed, and is when something did", async () => {
    const { answer } = await fetchFeed("/kalendari.ics");
    const etag = answer.headers.get("etag")!;
    expect((await lisi.get("/kalendari.ics", { "if-none-match": etag })).status).toBe(304);
    await lisi.db.write((tx) =>
      tx.updateTable("meetings").set({ sequence: 4 }).where("id", "=", ids["e-marsit"]!).execute(),
    );
    expect((await lisi.get("/kalendari.ics", { "if-none-match": etag })).status).toBe(200);
  });

  it("has no line longer than 75 octets and no bare end of line (RFC 5545, 3.1)", async () => {
    const { text } = await fetchFeed("/kalendari.ics");
    const lines = text.split("\r\n");
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")).toBe(true);
  });

  it("refuses what it does not know instead of giving everything", async () => {
    expect((await lisi.get("/kalendari.ics?organ=x")).status).toBe(400);
    expect((await lisi.get("/kalendari.ics?kind=nope")).status).toBe(422);
    for (const path of ["/nope.ics", "/.ics", "/lajme.ics", "/mbledhjet/nuk-ka.ics", "/mbledhjet.ics"])
      expect((await lisi.get(path)).status, path).toBe(404);
  });

  it("of the neighbour is the neighbour's", async () => {
    const { events, text } = await fetchFeed("/kalendari.ics", krasta);
    expect(events).toEqual([]);
    expect(text).toContain("END:VCALENDAR");
    expect((await krasta.get("/mbledhjet/e-marsit.ics")).status).toBe(404);
  });

  it("of ten years of meetings is small", async () => {
    const body = await addBody(krasta, "council", "keshilli", { sq: "Këshilli" });
    await krasta.db.write(async (tx) => {
      const first = Temporal.PlainDate.from("2016-03-05");
      const rows = Array.from({ length: 120 }, (_, month) => first.add({ months: month }));
      for (const day of rows)
        await tx
          .insertInto("meetings")
          .values({
            ...{ slug: `m-${day}`, body_id: body, kind: "ordinary", folded_text: "", state: "published" },
            ...{ starts_at: new Date(`${day}T17:00:00Z`), public_from: new Date("2016-01-01T00:00:00Z") },
          } as never)
          .execute();
    });
    const { events, text } = await fetchFeed("/kalendari.ics", krasta);
    expect(events.length).toBe(12);
    expect(text.length).toBeLessThan(12_000);
  });
});

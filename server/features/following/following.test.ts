import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { storePdf } from "../../../tests/support/content.ts";
import { announcedMeeting, begin, type LiveSession } from "../../../tests/support/live-meeting.ts";
import { follow } from "../../../tests/support/viewer.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { afterChange } from "../../../web/features/live/after-change.ts";
import { type Composition, compose } from "../../compose.ts";
import { publishMinutes } from "../meetings/stages.service.ts";
import { publishRecording, setRecordingLink } from "../recordings/recordings.service.ts";
import { changeBroadcast } from "../settings/settings.service.ts";
import type { LiveChange, LiveMeeting, LiveNow, Watch } from "./following.schema.ts";
import { Streams } from "./streams.ts";

let world: TestWorld;
let lisi: TestCouncil;
let session: LiveSession;
let before: LiveNow;
let server: Server;
let port: number;
let streams: Streams;
beforeAll(async () => {
  world = await createWorld();
  await world.start();
  ({ lisi } = world);
  session = await announcedMeeting(lisi);
  const { rooms, registry, config } = world.services;
  streams = new Streams({ rooms, registry, config });
  server = createServer((request, response) => {
    if (!streams.handle(request, response)) response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.end();
});
beforeEach(() => world.catchUp());

const address = () => `/api/v1/live/${session.slug}`;
const stream = (query = "", headers = {}, host = lisi.host) =>
  follow(port, host, `${address()}/stream${query}`, headers);
const snapshot = async () => {
  await world.services.rooms.reread();
  return lisi.json<LiveMeeting>(address());
};
let ballotBox = crypto.randomUUID();
const votes = (choices: Record<number, "for" | "against" | "abstained">) => ({
  kind: "ballots_cast",
  vote: ballotBox,
  ballots: Object.entries(choices).map(([at, choice]) => ({ personId: session.members[Number(at)]!.id, choice })),
});

describe("Before it begins", () => {
  it("a meeting shows its agenda and who sits there, and is waited for", async () => {
    const { meeting, now, number } = await snapshot();
    before = now;
    expect(number).toBe(0);
    expect(now.phase).toBe("waiting");
    expect(meeting.items.map((item) => item.number)).toEqual(["1", "2", "3"]);
    expect(meeting.members).toHaveLength(7);
    expect(meeting.url).toEqual({ sq: `/drejtperdrejt/${session.slug}`, en: `/en/live/${session.slug}` });
  });

  it("does not exist for the neighbouring council, nor as a stream", async () => {
    expect((await world.krasta.get(address())).status).toBe(404);
    expect((await stream("", {}, world.krasta.host)).status).toBe(404);
    expect(await world.krasta.json<Watch>("/api/v1/live")).toEqual({ meetings: [], next: null });
  });

  it("an address that leads nowhere is refused in the language of who asks", async () => {
    const answer = await follow(port, lisi.host, "/api/v1/live/nuk-ka/stream", { "accept-language": "en" });
    expect(answer.status).toBe(404);
    await expect.poll(answer.text).toContain("This meeting cannot be followed live");
    expect((await follow(port, "unknown.example", `${address()}/stream`)).status).toBe(404);
  });
});

describe("While it sits", () => {
  it("who watches is told each step within a second, and a snapshot says the same", async () => {
    const viewer = await stream();
    await begin(session);
    await session.step({
      kind: "vote_opened",
      ...{ vote: ballotBox, itemId: session.items[0], method: "by_name", majority: "all" },
      majorityReason: { sq: "Provë." },
    });
    await session.step(votes({ 0: "for", 1: "against" }));
    const last = () => viewer.told.findLast(({ event }) => event === "step");
    await expect.poll(() => last()?.id, { timeout: 1_500 }).toBe("5");
    expect((last()!.data as LiveChange).now.vote).toMatchObject({
      item: session.items[0],
      ballots: "+-....x",
      counts: { for: 1, against: 1, abstained: 0 },
      needed: 4,
    });
    const { now, number } = await snapshot();
    expect(number).toBe(5);
    expect(now).toMatchObject({ phase: "open", current: session.items[0], present: 6, quorum: 4, roll: "ppppppx" });
    viewer.leave();
  });

  it("who comes back by the last number gets what happened meanwhile, and all of it together is the whole", async () => {
    const viewer = await stream("?since=0");
    await expect.poll(() => viewer.told.at(-1)?.event).toBe("hello");
    expect(viewer.told.map(({ event, id }) => `${event} ${id}`)).toEqual([
      ...[1, 2, 3, 4, 5].map((number) => `step ${number}`),
      "hello 5",
    ]);
    const back = await stream("?since=0", { "last-event-id": "3" });
    await expect.poll(() => back.told.map(({ id }) => id)).toEqual(["4", "5", "5"]);
    const { now, meeting, frame } = await snapshot();
    const changes = viewer.told.flatMap(({ event, data }) => (event === "step" ? [data as LiveChange] : []));
    const start = { number: 0, frame, meeting, now: before };
    const put = changes.reduce(afterChange, start).now;
    expect(put).toEqual(now);
    viewer.leave();
    back.leave();
  });

  it("is announced on the site, with the item under discussion", async () => {
    expect(await lisi.json<Watch>("/api/v1/live")).toMatchObject({
      meetings: [{ slug: session.slug, phase: "open", isVoting: true, current: { number: "1" } }],
    });
  });

  it("a vote that is over stands among those decided, and one that is taken back is gone again", async () => {
    await session.step(votes({ 2: "for", 3: "for", 4: "for" }));
    const closed = await session.step({ kind: "vote_closed", vote: ballotBox });
    const { now } = await snapshot();
    expect(now.vote).toBeNull();
    expect(now.votes[closed]).toMatchObject({ outcome: "adopted", for: 4, against: 1, ballots: "+-+++.x", needed: 4 });
    expect(now.items[session.items[0]!]).toMatchObject({ state: "discussed", result: "adopted" });
    const viewer = await stream(`?since=${closed}`);
    await session.step({ kind: "struck", number: closed, reason: { sq: "U numërua gabim." } });
    await expect.poll(() => viewer.told.filter(({ event }) => event === "step").length, { timeout: 1_500 }).toBe(1);
    expect(viewer.told.find(({ event }) => event === "step")!.data).toMatchObject({ votes: { [closed]: null } });
    await session.step({ kind: "vote_closed", vote: ballotBox });
    viewer.leave();
  });

  it("of a secret vote nothing but the sums is told, and those when it is over", async () => {
    const { number } = await snapshot();
    const viewer = await stream(`?since=${number}`);
    await session.step({ kind: "item_ended", itemId: session.items[0] });
    await session.step({ kind: "item_started", itemId: session.items[2] });
    ballotBox = crypto.randomUUID();
    const opened = { vote: ballotBox, itemId: session.items[2], method: "secret", majority: "voting" };
    await session.step({ kind: "vote_opened", ...opened });
    expect((await snapshot()).now.vote).toMatchObject({ method: "secret", ballots: null, counts: null });
    const closed = await session.step({
      kind: "vote_closed",
      vote: ballotBox,
      counts: { votesFor: 3, votesAgainst: 2, abstentions: 1 },
    });
    const held = (await snapshot()).now.votes[closed];
    expect(held).toMatchObject({
      method: "secret",
      ballots: null,
      for: 3,
      against: 2,
      abstained: 1,
      outcome: "rejected",
    });
    await expect.poll(() => viewer.told.at(-1)?.id, { timeout: 1_500 }).toBe(String(closed));
    expect(viewer.text()).not.toMatch(/"ballots":"/);
    viewer.leave();
  });

  it("two who ask get the same bytes, and who has them already gets nothing", async () => {
    const [one, other] = await Promise.all([lisi.get(address()), lisi.get(address())]);
    expect(await one.text()).toBe(await other.text());
    expect(one.headers.get("cache-control")).toBe("public, max-age=1");
    const again = await lisi.get(address(), { "if-none-match": one.headers.get("etag")! });
    expect(again.status).toBe(304);
  });

  it("more connections from one address than the council allows are turned away with the reason", async () => {
    await lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ live_connections: 20 }).execute());
    world.services.rooms.changed(lisi.id, "settings");
    await world.services.rooms.reread();
    const viewers: Awaited<ReturnType<typeof stream>>[] = [];
    for (let count = 0; count < 20; count++) viewers.push(await stream());
    const shed = await stream("", { "accept-language": "sq" });
    expect(shed.status).toBe(503);
    expect(Number(shed.headers["retry-after"])).toBeGreaterThan(0);
    await expect.poll(shed.text).toContain("kufiri");
    viewers[0]!.leave();
    await expect.poll(async () => (await stream()).status).toBe(200);
    server.closeAllConnections();
  });

  it("what is added to the agenda is heard of, and asked for again", async () => {
    const { frame } = await snapshot();
    const viewer = await stream();
    await expect.poll(() => viewer.told.at(-1)?.data).toMatchObject({ frame });
    await lisi.db.write((tx) =>
      tx
        .updateTable("meetings")
        .set({ place: JSON.stringify({ sq: "Salla e madhe" }) as never })
        .where("id", "=", session.id)
        .execute(),
    );
    world.services.rooms.changed(lisi.id, "meetings");
    await expect.poll(() => (viewer.told.at(-1)!.data as { frame: string }).frame).not.toBe(frame);
    expect((await snapshot()).meeting.place).toEqual({ sq: "Salla e madhe" });
    viewer.leave();
  });
});

describe("Another process on the same database", () => {
  const composed = () =>
    compose({
      ...{ config: world.services.config, databaseUrl: world.database.appUrl, clock: world.clock },
      ...{ logger: pino({ level: "silent" }), publicPort: null, connections: 3 },
    });
  async function served({ services }: Composition) {
    await services.registry.reload();
    const own = new Streams(services);
    const other = createServer((request, response) => own.handle(request, response));
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    return other;
  }

  it("tells the same updates, byte for byte, and goes on where the first one stopped", async () => {
    const composition = await composed();
    await composition.start();
    const other = await served(composition);
    const { number } = await snapshot();
    const here = await stream(`?since=${number}`);
    const there = await follow((other.address() as AddressInfo).port, lisi.host, `${address()}/stream?since=${number}`);
    await session.step({ kind: "speaker_began", personId: session.members[1]!.id });
    await session.step({ kind: "speaker_began", guest: "Kryetari i bashkisë" });
    const steps = ({ text }: typeof here) => text().match(/id: \d+\nevent: step\n.*\n/g) ?? [];
    await expect.poll(() => steps(here).length).toBe(2);
    await expect.poll(() => steps(there)).toEqual(steps(here));
    here.leave();
    there.leave();
    const back = await follow(port, lisi.host, `${address()}/stream`, { "last-event-id": String(number + 1) });
    await expect.poll(() => steps(back)).toEqual(steps(there).slice(1));
    back.leave();
    other.closeAllConnections();
    other.close();
    await composition.close();
  });

  it("that hears nothing of what is told reads it by itself", async () => {
    const composition = await composed();
    const other = await served(composition);
    const { number } = await snapshot();
    const viewer = await follow(
      (other.address() as AddressInfo).port,
      lisi.host,
      `${address()}/stream?since=${number}`,
    );
    await expect.poll(() => viewer.told.at(-1)?.event).toBe("hello");
    await session.step({ kind: "speaker_ended", guest: "Kryetari i bashkisë" });
    await composition.services.rooms.reread();
    await expect.poll(() => viewer.told.map(({ event }) => event)).toContain("step");
    viewer.leave();
    other.closeAllConnections();
    other.close();
    await composition.close();
  });
});

describe("For other sites", () => {
  it("there is a card of what sits, which may stand anywhere and keeps nothing", async () => {
    for (const [path, words] of [
      ["/embed/live", "Ndiqeni drejtpërdrejt"],
      ["/en/embed/live", "Follow it live"],
    ] as const) {
      const answer = await lisi.get(path);
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors *");
      expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(answer.headers.get("set-cookie")).toBeNull();
      const html = await answer.text();
      expect(html.includes(words) && html.includes(`/${session.slug}`)).toBe(true);
      expect(html.includes("<script")).toBe(false);
      expect((await (await world.krasta.get(path)).text()).includes(session.slug)).toBe(false);
    }
  });
});

describe("The picture", () => {
  const policy = async () => (await lisi.get(`/drejtperdrejt/${session.slug}`)).headers.get("content-security-policy")!;

  it("may come from where the council says, and from nowhere else", async () => {
    expect(await policy()).not.toMatch(/frame-src|media-src/);
    const by = { actor: { kind: "system" as const, name: "test" }, now: world.clock.now() };
    const set = async (stream: string) => {
      await lisi.db.write((tx) => changeBroadcast(tx, by, { stream, connections: 5000 }));
      await world.catchUp();
      world.services.rooms.changed(lisi.id, "meetings");
      await world.services.rooms.reread();
    };
    for (const [address, host, button] of [
      ["https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube-nocookie.com", "Hapeni pamjen nga YouTube"],
      ["https://www.facebook.com/bashkia/videos/123", "https://www.facebook.com", "Hapeni pamjen nga Facebook"],
    ] as const) {
      await set(address);
      await expect.poll(policy).toMatch(new RegExp(`frame-src ${host}(;|$)`));
      // The one other host that the policy names is the frame's, and nothing of the page asks it before the click.
      expect(new Set((await policy()).match(/https:\/\/[^\s;]+/g))).toEqual(new Set([host]));
      const html = await (await lisi.get(`/drejtperdrejt/${session.slug}`)).text();
      expect(html).toContain(button);
      const given = html.match(
        /<(?:iframe|video|embed|object)\b|<(?:img|script|link|source)\b[^>]*(?:youtu|facebook|fbcdn|ytimg)/g,
      );
      expect(given).toBeNull();
    }
    await set("https://video.example.al/live/keshilli.m3u8");
    await expect.poll(policy).toContain("media-src 'self' blob: https://video.example.al;");
    expect(await policy()).not.toContain("frame-src");
    const page = await (await lisi.get(`/drejtperdrejt/${session.slug}`)).text();
    expect(page.includes("<video") || page.includes("<iframe")).toBe(false);
    await expect(set("http://video.example.al/a.m3u8")).rejects.toMatchObject({ code: "http.invalid_input" });
    await expect(set("javascript:alert(1)")).rejects.toMatchObject({ code: "http.invalid_input" });
  });
});

describe("When it is over", () => {
  const by = () => ({ actor: { kind: "system" as const, name: "test" }, now: world.clock.now() });
  const heard = async () => {
    await world.catchUp();
    world.services.rooms.changed(lisi.id, "meetings");
    await world.services.rooms.reread();
  };
  const page = async (path: string) => (await lisi.get(path, { accept: "text/html" })).text();

  it("its page leads to nothing that the public does not have yet", async () => {
    await session.step({ kind: "item_ended", itemId: session.items[2] });
    await session.step({ kind: "closed" });
    await lisi.db.write((tx) => setRecordingLink(tx, by(), session.id, { link: "https://video.example.al/mbledhja" }));
    await heard();
    const { meeting, now } = await snapshot();
    expect(now.phase).toBe("closed");
    expect(meeting.record).toEqual({ recordingUrl: null, minutes: [] });
    const html = await page(`/drejtperdrejt/${session.slug}`);
    expect([html.includes('class="live-record"'), html.includes('class="live-video"')]).toEqual([false, true]);
  });

  it("and, once they are published, to the recording and to the minutes, in both languages", async () => {
    const { id } = await storePdf(world, lisi, "Procesverbal", { fileName: "procesverbal.pdf" });
    await lisi.db.write(async (tx) => {
      await publishRecording(tx, by(), session.id);
      await publishMinutes(tx, by(), session.id, [{ documentId: id, role: "minutes" }]);
    });
    await heard();
    const { record } = (await snapshot()).meeting;
    expect(record.recordingUrl).toEqual({ sq: `/videoteka/${session.slug}`, en: `/en/video-library/${session.slug}` });
    expect(record.minutes).toMatchObject([{ fileName: "procesverbal.pdf", url: expect.stringContaining(id) }]);
    const sq = () => page(`/drejtperdrejt/${session.slug}`);
    await expect.poll(async () => (await sq()).includes("Procesverbali (PDF, ")).toBe(true);
    expect((await sq()).includes(`href="/videoteka/${session.slug}"`)).toBe(true);
    expect((await sq()).includes('class="live-video"'), "the stream has ended").toBe(false);
    const en = await page(`/en/live/${session.slug}`);
    expect(en.includes("Watch the recording") && en.includes("The minutes (PDF, ")).toBe(true);
  });
});

describe("A meeting without the public", () => {
  it("shows nothing of what it does, and ends the streams of who was there", async () => {
    const viewer = await stream();
    expect(viewer.status).toBe(200);
    await lisi.db.write((tx) =>
      tx
        .updateTable("meetings")
        .set({ access: "closed", closed_reason: JSON.stringify({ sq: "Ligji." }) as never })
        .where("id", "=", session.id)
        .execute(),
    );
    world.services.rooms.changed(lisi.id, "meetings");
    await viewer.ended;
    expect(viewer.told.at(-1)?.event).toBe("gone");
    expect((await stream()).status).toBe(404);
    expect((await lisi.get(address())).status).toBe(404);
    expect(await lisi.json<Watch>("/api/v1/live")).toEqual({ meetings: [], next: null });
  });

  it("nor does one that is a draft", async () => {
    await lisi.db.write((tx) =>
      tx
        .updateTable("meetings")
        .set({ access: "open", closed_reason: null, state: "draft" })
        .where("id", "=", session.id)
        .execute(),
    );
    expect((await lisi.get(address())).status).toBe(404);
    expect((await stream()).status).toBe(404);
  });
});

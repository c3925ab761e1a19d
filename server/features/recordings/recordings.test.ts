import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { enact } from "../../../tests/support/acts.ts";
import { announcedMeeting, begin, type LiveSession } from "../../../tests/support/live-meeting.ts";
import { createWorld, type TestCouncil, type TestWorld, testNow } from "../../../tests/support/world.ts";
import type { Act } from "../acts/acts.schema.ts";
import type { Doing } from "../audit/audit.service.ts";
import { takeStep } from "../live/live.service.ts";
import type { Meeting } from "../meetings/meeting-view.schema.ts";
import { changeMeeting } from "../meetings/meetings.service.ts";
import type { Recording, RecordingList } from "./recordings.schema.ts";
import {
  publishRecording,
  setCaptions,
  setChapters,
  setRecordingLink,
  shiftChapters,
  takeChaptersFromLog,
  withdrawRecording,
} from "./recordings.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
let session: LiveSession;
let secretary: Visitor;
let desk: string;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
  session = await announcedMeeting(lisi);
  await begin(session);
  const [first, second] = session.items as [string, string];
  // A second apart, as the console of a quick test is; the log says when what was.
  await at("11:12:34", { kind: "item_ended", itemId: first, ending: "postponed" });
  await at("11:12:40", { kind: "item_started", itemId: second });
  await at("11:30:00", { kind: "break_began" });
  await at("11:45:00", { kind: "break_ended" });
  await at("12:00:00", { kind: "item_ended", itemId: second, ending: "postponed" });
  await at("12:00:00", { kind: "closed" });
  secretary = await signedIn(world, lisi, ["secretary"]);
  desk = `/admin/mbledhjet/${session.id}/regjistrimi`;
});
afterAll(() => world.end());

const by = (now = new Date(testNow)): Doing => ({ actor: { kind: "system", name: "test" }, now });
async function at(time: string, step: Record<string, unknown>) {
  const now = new Date(`2026-03-05T${time}+01:00`);
  await lisi.db.write((tx) => takeStep(tx, by(now), session.id, { command: crypto.randomUUID(), step }));
}
const write = <T>(work: Parameters<typeof lisi.db.write<T>>[0]) => lisi.db.write(work);
const address = () => `/api/v1/recordings/${session.slug}`;
const page = (language: "sq" | "en" = "sq") =>
  `${language === "sq" ? "/videoteka" : "/en/video-library"}/${session.slug}`;
const recording = () => lisi.json<Recording>(address());
const library = (query = "", council = lisi) => council.json<RecordingList>(`/api/v1/recordings${query}`);
const html = async (path: string, council = lisi) => (await council.get(path, { accept: "text/html" })).text();
const failure = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: { code?: string }) => error.code ?? null,
  );

/** A page may be a second old. */
const once = { timeout: 15_000, interval: 200 };

async function send(path: string, fields: Record<string, string>, file?: File, visitor = secretary) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file) body.append("file", file);
  return world.ask(visitor.council.host, path, {
    method: "POST",
    headers: { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" },
    body,
  });
}
const film = async (name: string, as = name) =>
  new File([new Uint8Array(await readFile(`tests/samples/${name}`))], as, { type: "video/mp4" });

describe("A link to where a recording lies", () => {
  it("gets one chapter for each agenda item from the log, with the opening and the break, and is nobody's yet", async () => {
    const sent = await secretary.post(`${desk}/lidhja`, { link: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${desk}?done=linked`]);
    const chapters = await lisi.db.read((tx) =>
      tx.selectFrom("recording_chapters").select(["starts", "kind"]).orderBy("starts").execute(),
    );
    expect(chapters.map(({ starts, kind }) => [starts, kind])).toEqual([
      [0, "opening"],
      [2, "item"],
      [4360, "item"],
      [5400, "break"],
      [6300, "item"],
    ]);
    expect((await lisi.get(address())).status).toBe(404);
    expect((await lisi.get(page())).status).toBe(404);
    expect((await library()).total).toBe(0);
  });

  it.each([
    ["http://example.com/a.mp4", "recordings.link_not_https"],
    ["javascript:alert(1)", "recordings.link_not_https"],
    ["https://user:secret@example.com/", "url.not_public"],
    ["https://*/x.mp4", "url.not_public"],
    ["https://'self'/x.mp4", "url.not_public"],
    ["https://x;sandbox/x.mp4", "url.not_public"],
    ["https://x,sandbox/x.mp4", "url.not_public"],
    ["https://127.0.0.1/x.mp4", "url.not_public"],
    ["https://[::1]/x.mp4", "url.not_public"],
    ["https://localhost/x.mp4", "url.not_public"],
    ["", "text.required"],
  ])("is refused as %s", async (link, code) => {
    const refused = await write((tx) => setRecordingLink(tx, by(), session.id, { link })).catch((error) => error);
    expect(refused.fields[0]).toMatchObject({ path: "link", code });
    const answer = await secretary.post(`${desk}/lidhja`, { link });
    expect([answer.status, (await answer.text()).includes('href="#link-link"')]).toEqual([422, true]);
  });

  it("is seen by all once it is published: in the library, on its page, and moment by moment", async () => {
    expect((await secretary.post(`${desk}/botimi`)).status).toBe(303);
    await world.catchUp();
    const list = await library();
    expect(list.items.map(({ slug, lies, chapters, duration }) => [slug, lies, chapters, duration])).toEqual([
      [session.slug, "youtube", 5, null],
    ]);
    const shown = await recording();
    expect(shown.chapters.map(({ starts, number, isAgain }) => [starts, number, isAgain])).toEqual([
      [0, null, false],
      [2, "1", false],
      [4360, "2", false],
      [5400, null, false],
      [6300, "2", true],
    ]);
    const sq = await html(page());
    expect(sq).toContain(`href="${page()}?t=4360#film"`);
    expect(sq).toContain("1:12:40");
    expect(sq).toContain("Buxheti i vitit 2026");
    expect(sq).toContain("Pushim");
    const en = await html(page("en"));
    expect(en).toContain("The budget of 2026");
    expect(en).toContain("Opening of the meeting");
    expect(await html("/videoteka")).toContain(page());
  });

  it("loads nothing from elsewhere before somebody asks for it, and goes on from the moment of the address", async () => {
    const answer = await lisi.get(`${page()}?t=4360`);
    const body = await answer.text();
    expect(body).not.toMatch(/<(iframe|video|img|script|link)[^>]*youtube/);
    expect(body).toContain("https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=4360s");
    expect(answer.headers.get("content-security-policy")).toContain("frame-src https://www.youtube-nocookie.com");
    expect((await lisi.get(`${page()}?t=abc`)).status).toBe(200);
    expect((await lisi.get(`${page()}?t=999999999`)).status).toBe(200);
  });

  it("does not exist for the neighbouring council", async () => {
    expect((await krasta.get(address())).status).toBe(404);
    expect((await krasta.get(page())).status).toBe(404);
    expect((await library("", krasta)).total).toBe(0);
    const stranger = await signedIn(world, krasta, ["secretary"]);
    expect((await stranger.get(desk)).status).toBe(404);
    expect((await stranger.post(`${desk}/lidhja`, { link: "https://example.com/" })).status).toBe(404);
    expect(
      await failure(krasta.db.write((tx) => setRecordingLink(tx, by(), session.id, { link: "https://example.com/" }))),
    ).toBe("meetings.not_found");
  });
});

describe("The chapters", () => {
  const starts = async () => (await recording()).chapters.map((chapter) => chapter.starts);
  const idOf = async (second: number) =>
    (
      await lisi.db.read((tx) =>
        tx.selectFrom("recording_chapters").select("id").where("starts", "=", second).executeTakeFirstOrThrow(),
      )
    ).id;

  it("move together when it is said where one of them begins", async () => {
    const chapter = await idOf(2);
    const sent = await secretary.post(`${desk}/kapitujt/zhvendosja`, { chapter, moment: "4:02" });
    expect(sent.status).toBe(303);
    expect(await starts()).toEqual([240, 242, 4600, 5640, 6540]);
    for (const moment of ["", "4:75", "abc", "99:99:99", "1:2:3"])
      expect((await secretary.post(`${desk}/kapitujt/zhvendosja`, { chapter, moment })).status).toBe(422);
    expect((await secretary.post(`${desk}/kapitujt/zhvendosja`, { chapter: "1", moment: "0:10" })).status).toBe(422);
    expect(await starts()).toEqual([240, 242, 4600, 5640, 6540]);
  });

  it("that begin before the recording are not shown, but come back when all move again", async () => {
    await write(async (tx) => shiftChapters(tx, by(), session.id, { chapterId: await idOf(4600), starts: 10 }));
    expect(await starts()).toEqual([0, 10, 1050, 1950]);
    await write(async (tx) => shiftChapters(tx, by(), session.id, { chapterId: await idOf(10), starts: 4600 }));
    expect(await starts()).toEqual([240, 242, 4600, 5640, 6540]);
  });

  it("keep what they were moved by when they are taken from the log anew", async () => {
    await write((tx) => setChapters(tx, by(), session.id, []));
    expect(await starts()).toEqual([]);
    await write((tx) => takeChaptersFromLog(tx, by(), session.id));
    expect(await starts()).toEqual([240, 242, 4600, 5640, 6540]);
  });

  it("are corrected one by one, and an empty moment takes one away", async () => {
    const chapters = await lisi.db.read((tx) =>
      tx.selectFrom("recording_chapters").select(["id", "starts"]).orderBy("starts").execute(),
    );
    const fields = Object.fromEntries(chapters.map(({ id, starts: second }) => [`at.${id}`, String(second)]));
    const clocks = { ...fields } as Record<string, string>;
    for (const { id } of chapters) clocks[`at.${id}`] = "";
    clocks[`at.${chapters[0]!.id}`] = "4:00";
    clocks[`at.${chapters[1]!.id}`] = "5:30";
    clocks[`at.${chapters[2]!.id}`] = "1:16:45";
    clocks[`item.${session.items[2]}`] = "1:50:00";
    expect((await secretary.post(`${desk}/kapitujt`, clocks)).status).toBe(303);
    expect(await starts()).toEqual([240, 330, 4605, 6600]);
    const twice = { [`item.${session.items[1]}`]: "4:00" };
    const refused = await secretary.post(`${desk}/kapitujt`, twice);
    expect([refused.status, (await refused.text()).includes(`#chapters-item-${session.items[1]}`)]).toEqual([
      422,
      true,
    ]);
    const strange = await secretary.post(`${desk}/kapitujt`, { [`item.${crypto.randomUUID()}`]: "9:00" });
    expect(strange.status).toBe(422);
    expect(await starts()).toEqual([240, 330, 4605, 6600]);
  });

  it("may show something else, with a title of its own", async () => {
    const path = `${desk}/kapitujt/i-ri`;
    expect((await secretary.post(path, { moment: "2:00:00", what: "other" })).status).toBe(422);
    expect((await secretary.post(path, { moment: "2:00:00", what: "asgjë" })).status).toBe(422);
    expect((await secretary.post(path, { moment: "4:00", what: "break" })).status).toBe(422);
    const sent = await secretary.post(path, { moment: "2:00:00", what: "other", "title.sq": "Fjala <e> mbylljes" });
    expect(sent.status).toBe(303);
    await world.catchUp();
    await expect.poll(async () => (await html(page())).includes("Fjala &lt;e> mbylljes"), once).toBe(true);
  });

  it("are a WebVTT file in each language", async () => {
    const sq = await lisi.get(`${address()}/chapters.sq.vtt`);
    expect(sq.headers.get("content-type")).toBe("text/vtt; charset=utf-8");
    const text = await sq.text();
    expect(text).toMatch(/^WEBVTT\n\n1\n00:04:00\.000 --> 00:05:30\.000\nHapja e mbledhjes\n/);
    expect(text).toContain("01:16:45.000 --> 01:50:00.000\n2. Buxheti i vitit 2026\n");
    expect(text).toContain("Fjala &lt;e&gt; mbylljes");
    expect(await (await lisi.get(`${address()}/chapters.en.vtt`)).text()).toContain("2. The budget of 2026");
    expect((await krasta.get(`${address()}/chapters.sq.vtt`)).status).toBe(404);
  });

  it("of two secretaries keep what each has changed, and ask where both changed the same", async () => {
    const shown = await (await secretary.get(desk)).text();
    const stood = /id="chapters"[\s\S]*?name="stood" value="([^"]+)"/.exec(shown)![1]!.replaceAll("&quot;", '"');
    const fields = JSON.parse(stood) as Record<string, string>;
    const [first, second] = Object.keys(fields).filter((name) => name.startsWith("at.")) as [string, string];
    await secretary.post(`${desk}/kapitujt`, { ...fields, [first]: "4:01", stood });
    expect((await secretary.post(`${desk}/kapitujt`, { ...fields, [second]: "5:31", stood })).status).toBe(303);
    expect((await starts()).slice(0, 2)).toEqual([241, 331]);
    const clash = await secretary.post(`${desk}/kapitujt`, { ...fields, [first]: "4:09", stood });
    expect([clash.status, (await clash.text()).includes("Ndërkohë dikush tjetër")]).toEqual([422, true]);
  });
});

describe("Captions", () => {
  const vtt = (text: string, name = "titrat.vtt") => new File([text], name);

  it("are read strictly, kept without styles, and offered beside the film", async () => {
    const text = "WEBVTT - shqip\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:04.000 line:0\nMirëdita\n";
    const sent = await send(`${desk}/titrat/ngarkimi`, { language: "sq" }, vtt(text));
    expect(sent.status).toBe(303);
    const kept = await lisi.get(`${address()}/captions.sq.vtt`);
    expect(await kept.text()).toBe("WEBVTT\n\n00:00:01.000 --> 00:00:04.000 line:0\nMirëdita\n");
    expect((await recording()).captions).toEqual([{ language: "sq", url: `${address()}/captions.sq.vtt` }]);
    expect((await lisi.get(`${address()}/captions.en.vtt`)).status).toBe(404);
    expect((await krasta.get(`${address()}/captions.sq.vtt`)).status).toBe(404);
  });

  it.each([
    ["no WebVTT at all", "1\n00:00:01,000 --> 00:00:02,000\nSRT\n", "Ky skedar nuk ka titra"],
    ["no cue", "WEBVTT\n\nNOTE asgjë\n", "Ky skedar nuk ka titra"],
    ["a time that goes back", "WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:02.000\nb\n", "rreshtin 6"],
    ["an end before its beginning", "WEBVTT\n\n00:05.000 --> 00:04.000\na\n", "rreshtin 3"],
    ["a time that is none", "WEBVTT\n\n00:75.000 --> 01:20.000\na\n", "rreshtin 3"],
  ])("with %s are refused, and it is said where", async (_, text, said) => {
    const refused = await send(`${desk}/titrat/ngarkimi`, { language: "sq" }, vtt(text));
    expect([refused.status, (await refused.text()).includes(said)]).toEqual([422, true]);
  });

  it("that speak of persons are looked at before readers have them, and it is said from which moment on", async () => {
    const said = "00:00.000 --> 00:04.000\nMirëdita\n\n12:01.000 --> 12:04.000\n<v Arta>Ankesa e J01231118R\n";
    const asked = await send(`${desk}/titrat/ngarkimi`, { language: "en" }, vtt(`WEBVTT\n\n${said}`));
    const html = (await asked.text()).replaceAll(/<!--.*?-->| data-hk="\w+"/g, "");
    expect([asked.status, html]).toEqual([
      409,
      expect.stringMatching(/Titrat \(anglisht\), 10:00<\/a>: Numër personal/),
    ]);
    expect((await lisi.get(`${address()}/captions.en.vtt`)).status).toBe(404);
    const persons = /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
    const fields = { language: "en", persons };
    expect((await send(`${desk}/titrat/ngarkimi`, fields, vtt(`WEBVTT\n\n${said}`))).status).toBe(303);
    expect((await secretary.post(`${desk}/titrat/heqja`, { language: "en" })).status).toBe(303);
  });

  it("are taken away again", async () => {
    expect((await secretary.post(`${desk}/titrat/heqja`, { language: "sq" })).status).toBe(303);
    expect((await lisi.get(`${address()}/captions.sq.vtt`)).status).toBe(404);
    expect(await failure(write((tx) => setCaptions(tx, by(), crypto.randomUUID(), "sq", "WEBVTT\n\n")))).toBe(
      "http.invalid_input",
    );
  });
});

describe("A file", () => {
  it("takes the place of the link, knows its own length, and is played by ranges", async () => {
    const sent = await send(`${desk}/ngarkimi`, {}, await film("film.mp4", "Mbledhja e marsit.mp4"));
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${desk}?done=uploaded`]);
    await world.catchUp();
    const shown = await recording();
    expect([shown.duration, shown.link, shown.file?.mediaType]).toEqual([12, null, "video/mp4"]);
    const part = await lisi.get(shown.file!.url, { range: "bytes=4-11" });
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
      206,
      `bytes 4-11/${shown.file!.size}`,
      "ftypisom",
    ]);
    expect((await krasta.get(shown.file!.url)).status).toBe(404);
    const answer = await lisi.get(`${page()}?t=5`, { accept: "text/html" });
    expect(answer.headers.get("content-security-policy")).toContain("; media-src 'self';");
    const body = await answer.text();
    expect(body).toMatch(/<video[^>]* controls[^>]*>/);
    expect(body).toMatch(/<video[^>]* preload="metadata"/);
    expect(body).not.toMatch(/<video[^>]* autoplay/);
    expect(body).toContain(`src="${shown.file!.url}#t=5"`);
  });

  it("shows no chapter that would lie behind its end", async () => {
    expect((await recording()).chapters).toEqual([]);
    await write((tx) =>
      setChapters(tx, by(), session.id, [
        { kind: "opening", starts: 0 },
        { kind: "item", starts: 5, itemId: session.items[0]! },
        { kind: "item", starts: 4000, itemId: session.items[1]! },
      ]),
    );
    expect((await recording()).chapters.map(({ starts }) => starts)).toEqual([0, 5]);
    expect((await library()).items[0]!.chapters).toBe(2);
    await world.catchUp();
    const track = `kind="chapters" src="${address()}/chapters.sq.vtt"`;
    await expect.poll(async () => (await html(page())).includes(track), once).toBe(true);
  });

  it.each([
    ["a broken film", async () => new File([(await readFile("tests/samples/film.mp4")).subarray(0, 3000)], "a.mp4")],
    ["half a WebM", async () => new File([(await readFile("tests/samples/film.webm")).subarray(0, 3800)], "a.webm")],
    ["a film under another name", async () => film("film.webm", "a.mp4")],
    ["a text", async () => new File(["përshëndetje"], "a.mp4")],
    ["a picture", async () => new File(["GIF89a"], "a.gif")],
    ["a paper", async () => new File(["%PDF-1.7 startxref"], "a.pdf")],
  ])("that is %s is refused at its field, and the recording stays as it was", async (_, make) => {
    const refused = await send(`${desk}/ngarkimi`, {}, await make());
    expect([refused.status, (await refused.text()).includes('href="#upload-files"')]).toEqual([422, true]);
    expect((await recording()).duration).toBe(12);
  });

  it("goes up in pieces, and goes on where it broke off", async () => {
    const bytes = await readFile("tests/samples/film.webm");
    const api = (path: string, init: RequestInit) =>
      world.ask(lisi.host, path, {
        ...init,
        headers: {
          cookie: secretary.cookie!,
          "sec-fetch-site": "same-origin",
          "tus-resumable": "1.0.0",
          ...init.headers,
        },
      });
    const name = Buffer.from("mbledhja.webm").toString("base64");
    const metadata = `filename ${name},as ${Buffer.from("recording").toString("base64")}`;
    const begun = await api("/api/v1/admin/uploads", {
      method: "POST",
      headers: { "upload-length": String(bytes.length), "upload-metadata": metadata },
    });
    const url = begun.headers.get("location")!;
    const patch = (offset: number, piece: Buffer) =>
      api(url, {
        method: "PATCH",
        headers: { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
        body: new Uint8Array(piece),
      });
    await patch(0, bytes.subarray(0, 2000));
    const stands = Number((await api(url, { method: "HEAD" })).headers.get("upload-offset"));
    expect(stands).toBe(2000);
    await patch(stands, bytes.subarray(stands));
    const finish = (meetingId: string) =>
      api(`${url}/finish`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ as: "recording", meetingId }),
      });
    expect((await finish(crypto.randomUUID())).status).toBe(404);
    expect((await finish(session.id)).status).toBe(201);
    const shown = await recording();
    expect([shown.file?.mediaType, shown.duration]).toEqual(["video/webm", 12]);
  });

  it("may be larger than other films, as far as the configuration allows", async () => {
    const announce = (size: number, as: string) =>
      world.ask(lisi.host, "/api/v1/admin/uploads", {
        method: "POST",
        headers: {
          ...{ cookie: secretary.cookie!, "sec-fetch-site": "same-origin", "tus-resumable": "1.0.0" },
          "upload-length": String(size),
          "upload-metadata": `filename ${Buffer.from("a.mp4").toString("base64")},as ${Buffer.from(as).toString("base64")}`,
        },
      });
    expect((await announce(3 * 1024 ** 3, "recording")).status).toBe(201);
    expect((await announce(3 * 1024 ** 3, "document")).status).toBe(413);
    expect((await announce(9 * 1024 ** 3, "recording")).status).toBe(413);
  });
});

describe("The picture before the film", () => {
  const picture = async () =>
    new File(
      [
        new Uint8Array(
          await sharp({ create: { width: 1280, height: 720, channels: 3, background: "#16324a" } })
            .jpeg()
            .toBuffer(),
        ),
      ],
      "salla.jpg",
    );

  it("is sent from the desk, stands before the film, and is taken away again", async () => {
    expect((await send(`${desk}/pamja/ngarkimi`, {}, await picture())).status).toBe(303);
    const { poster } = await recording();
    expect(poster).toMatchObject({ width: 1280, height: 720 });
    const { url } = poster!.renditions.at(-1)!;
    const shown = await lisi.get(url);
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect((await shown.arrayBuffer()).byteLength).toBe(Number(shown.headers.get("content-length")));
    expect((await krasta.get(url)).status).toBe(404);
    const own = `/api/v1/admin/recordings/${session.id}/poster/480`;
    const seen = await secretary.get(own);
    expect([seen.headers.get("content-type"), (await seen.arrayBuffer()).byteLength > 0]).toEqual(["image/webp", true]);
    expect((await secretary.get(own.replace("480", "481"))).status).toBe(404);
    await world.catchUp();
    await expect.poll(async () => (await html(page())).includes(`poster="${url}"`), once).toBe(true);
    const refused = await send(`${desk}/pamja/ngarkimi`, {}, await film("film.mp4"));
    expect([refused.status, (await refused.text()).includes('href="#poster-file"')]).toEqual([422, true]);
    expect((await secretary.post(`${desk}/pamja/heqja`)).status).toBe(303);
    expect((await recording()).poster).toBeNull();
    expect((await lisi.get(url)).status).toBe(404);
  });
});

describe("What leads to a recording", () => {
  it("finds it by words, year, body and kind, and refuses what it does not know", async () => {
    expect((await library("?q=buxheti&year=2026&body=keshilli&kind=ordinary")).total).toBe(1);
    expect((await library("?q=asgjëkështu")).total).toBe(0);
    expect((await library("?year=2020")).facets.years).toEqual([{ value: 2026, count: 1 }]);
    expect((await lisi.get("/api/v1/recordings?page=2")).status).toBe(404);
    expect((await lisi.get("/api/v1/recordings?year=dje")).status).toBe(422);
    expect((await lisi.get("/api/v1/recordings?tema=x")).status).toBe(400);
    expect(await html("/videoteka?year=dje")).toContain("wrong-year");
  });

  it("is the page of the meeting, item by item, and that of the act that came of one", async () => {
    const [first] = session.items as [string];
    await write((tx) => tx.updateTable("agenda_items").set({ result: "adopted" }).where("id", "=", first).execute());
    const { slug } = await enact(world, lisi, { agendaItemId: first, adoptedOn: "2026-03-05" });
    const moment = `/videoteka/${session.slug}?t=5`;
    const meeting = await lisi.json<Meeting>(`/api/v1/meetings/${session.slug}`);
    expect(meeting.recordingUrl?.sq).toBe(`/videoteka/${session.slug}`);
    expect(meeting.agenda.map((item) => item.moment?.url.sq ?? null)).toEqual([moment, null, null]);
    expect(await html(`/mbledhjet/${session.slug}`)).toContain(`href="${moment}"`);
    const act = await lisi.json<Act>(`/api/v1/acts/${slug}`);
    expect(act.moment).toEqual({
      url: { sq: moment, en: `/en/video-library/${session.slug}?t=5` },
      starts: 5,
    });
    expect(await html(act.url.sq)).toContain(`href="${moment}"`);
    // What a document may load of films is said when it is loaded: the router, which loads none, leads to no film.
    for (const path of ["/videoteka", `/mbledhjet/${session.slug}`, act.url.sq, `/drejtperdrejt/${session.slug}`]) {
      const leading = (await html(path)).match(new RegExp(`<a[^>]+href="/videoteka/${session.slug}[^>]*>`, "g"));
      expect(
        leading?.filter((link) => /\slink\b/.test(link)),
        path,
      ).toEqual([]);
    }
  });

  it("is open data: a row for each recording and for each chapter", async () => {
    const rows = (await (await lisi.get("/te-dhena-te-hapura/videoteka.csv")).text()).trim().split("\r\n");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(`/videoteka/${session.slug}`);
    const chapters = await lisi.json<{ total: number }>("/en/open-data/recording-chapters.json");
    expect(chapters.total).toBe(2);
    expect((await krasta.json<{ total: number }>("/te-dhena-te-hapura/videoteka.json")).total).toBe(0);
  });

  it("is the sitemap", async () => {
    expect(await (await lisi.get("/sitemap.xml")).text()).toContain(`/en/video-library/${session.slug}`);
  });
});

describe("A recording that is taken back", () => {
  it("is gone from everywhere, with its file", async () => {
    const { file } = await recording();
    expect((await secretary.post(`${desk}/heqja`)).status).toBe(409);
    await write((tx) => withdrawRecording(tx, by(), session.id));
    await world.catchUp();
    for (const path of [address(), page(), file!.url, `${address()}/chapters.sq.vtt`])
      await expect.poll(async () => (await lisi.get(path)).status, once).toBe(404);
    expect((await library()).total).toBe(0);
    expect(await failure(write((tx) => withdrawRecording(tx, by(), session.id)))).toBe("recordings.not_published");
  });

  it("can be removed; its file stays among the council's documents", async () => {
    expect((await secretary.post(`${desk}/heqja`)).status).toBe(303);
    expect(await failure(write((tx) => publishRecording(tx, by(), session.id)))).toBe("recordings.none_yet");
    const { count } = await lisi.db.read((tx) =>
      tx
        .selectFrom("documents")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow(),
    );
    expect(count).toBe(2);
  });

  it("is refused for a meeting that has not begun, and for one behind closed doors", async () => {
    const other = await announcedMeeting(krasta);
    const link = { link: "https://example.com/film.mp4" };
    expect(await failure(krasta.db.write((tx) => setRecordingLink(tx, by(), other.id, link)))).toBe(
      "recordings.not_begun",
    );
    await begin(other);
    await krasta.db.write(async (tx) => {
      await setRecordingLink(tx, by(), other.id, link);
      await tx
        .updateTable("meetings")
        .set({ access: "closed", closed_reason: JSON.stringify({ sq: "Neni 17" }) })
        .where("id", "=", other.id)
        .execute();
    });
    expect(await failure(krasta.db.write((tx) => publishRecording(tx, by(), other.id)))).toBe(
      "recordings.closed_meeting",
    );
    await krasta.db.write(async (tx) => {
      await changeMeeting(tx, by(), other.id, { access: "open" }, { sq: "U hap" });
      await publishRecording(tx, by(), other.id);
    });
    expect((await library("", krasta)).total).toBe(1);
    const closed = { access: "closed", closedReason: { sq: "Neni 17" } } as const;
    await krasta.db.write((tx) => changeMeeting(tx, by(), other.id, closed, { sq: "U mbyll" }));
    expect((await library("", krasta)).total).toBe(0);
    const { state } = await krasta.db.read((tx) =>
      tx.selectFrom("recordings").select("state").where("meeting_id", "=", other.id).executeTakeFirstOrThrow(),
    );
    expect(state).toBe("withdrawn");
  });
});

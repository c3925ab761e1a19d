import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { announcedMeeting, begin, type LiveSession } from "../../../tests/support/live-meeting.ts";
import { createWorld, type TestWorld, testNow } from "../../../tests/support/world.ts";
import type { Doing } from "../audit/audit.service.ts";
import { takeStep } from "../live/live.service.ts";

let world: TestWorld;
let arta: Visitor;
let besnik: Visitor;
let neighbour: Visitor;
let session: LiveSession;
let desk: string;
beforeAll(async () => {
  world = await createWorld();
  session = await announcedMeeting(world.lisi);
  await begin(session);
  const [first, second] = session.items as [string, string];
  await at("11:12:34", { kind: "item_ended", itemId: first, ending: "postponed" });
  await at("11:12:40", { kind: "item_started", itemId: second });
  await at("12:00:00", { kind: "item_ended", itemId: second, ending: "postponed" });
  await at("12:00:00", { kind: "closed" });
  arta = await signedIn(world, world.lisi, ["secretary"]);
  besnik = await signedIn(world, world.lisi, ["secretary"], "besnik@lisi.example");
  neighbour = await signedIn(world, world.krasta, ["secretary"]);
  desk = `/admin/mbledhjet/${session.id}/regjistrimi`;
  await arta.post(`${desk}/lidhja`, { link: "https://example.com/mars.mp4" });
});
afterAll(() => world.end());

const by = (now = new Date(testNow)): Doing => ({ actor: { kind: "system", name: "test" }, now });
async function at(time: string, step: Record<string, unknown>) {
  const now = new Date(`2026-03-05T${time}+01:00`);
  await world.lisi.db.write((tx) => takeStep(tx, by(now), session.id, { command: crypto.randomUUID(), step }));
}
const shown = async (visitor: Visitor, path = desk) => (await visitor.get(path)).text();
const opened = async (visitor: Visitor, form: string) => fieldsOn(await shown(visitor), form);
const moments = (fields: Record<string, string>) => Object.keys(fields).filter((name) => name.startsWith("at."));
const starts = async () =>
  Object.entries(await opened(arta, "chapters"))
    .filter(([name]) => name.startsWith("at."))
    .map(([, moment]) => moment);
/** Sends a form with a file. */
async function put(visitor: Visitor, path: string, fields: Record<string, string>, file: File) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.set("file", file);
  const headers = { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" };
  const answer = await world.ask(visitor.council.host, `${desk}/${path}`, { method: "POST", headers, body });
  return { status: answer.status, html: await answer.text() };
}
const film = async (as: string) =>
  new File([new Uint8Array(await readFile(`tests/samples/film.${as.endsWith("webm") ? "webm" : "mp4"}`))], as);
/** What the form without script, which has no name of its own, says of what lay there. */
const seenOn = (html: string) => ({ seen: /name="seen" value="([^"]*)"/.exec(html)![1]! });
const lastAudit = (action: string) =>
  world.lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .select(["before", "after"])
      .where("action", "=", action)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
/** Sends a form, and answers its status with the page. */
async function sent(visitor: Visitor, path: string, fields: Record<string, string>) {
  const answer = await visitor.post(`${desk}/${path}`, fields);
  return { status: answer.status, html: await answer.text() };
}

it("Moments typed for chapters that were taken from the log again meanwhile are refused, and stay to be seen", async () => {
  const mine = await opened(arta, "chapters");
  const [, second, third] = moments(mine) as [string, string, string];
  expect((await sent(besnik, "kapitujt/nga-ditari", await opened(besnik, "from-log"))).status).toBe(303);
  const before = await starts();
  const { status, html } = await sent(arta, "kapitujt", { ...mine, [second]: "0:45", [third]: "1:13:00" });
  expect(status).toBe(422);
  expect(html).toContain("1:13:00: ndërkohë dikush e hoqi këtë kapitull");
  expect(html).toContain("“2. Buxheti i vitit 2026”");
  expect(await starts()).toEqual(before);

  const again = fieldsOn(html, "chapters");
  expect([again[second], again[third]]).toEqual(["0:45", "1:13:00"]);
  // The chapter of the first, which Arta had not touched, is not asked about; those of now show what they are.
  expect(moments(again)).toHaveLength(before.length + 2);
  expect((await sent(arta, "kapitujt", again)).status).toBe(422);

  const written = moments(again).find((name) => name !== third && again[name] === before.at(-1))!;
  const moved = { ...again, [written]: "1:13:00", [second]: "", [third]: "" };
  expect((await sent(arta, "kapitujt", moved)).status).toBe(303);
  expect(await starts()).toEqual([...before.slice(0, -1), "1:13:00"]);
});

it("A chapter that somebody removed meanwhile is not missed by whoever typed nothing about it", async () => {
  const mine = await opened(arta, "chapters");
  const theirs = await opened(besnik, "chapters");
  const [first, second] = moments(mine) as [string, string];
  expect((await sent(besnik, "kapitujt", { ...theirs, [first]: "" })).status).toBe(303);
  expect((await sent(arta, "kapitujt", { ...mine, [second]: "0:50" })).status).toBe(303);
  expect((await starts())[0]).toBe("0:50");
});

it("Whoever takes the chapters from the log sees first what another has corrected by hand meanwhile", async () => {
  const stale = await opened(arta, "from-log");
  const add = { moment: "0:10", what: "other", "title.sq": "Himni" };
  expect((await sent(besnik, "kapitujt/i-ri", add)).status).toBe(303);
  const { status, html } = await sent(arta, "kapitujt/nga-ditari", stale);
  expect([status, html]).toEqual([422, expect.stringContaining("“0:10 Himni”")]);
  expect(await starts()).toContain("0:10");
  expect((await sent(arta, "kapitujt/nga-ditari", fieldsOn(html, "from-log"))).status).toBe(303);
  expect(await starts()).not.toContain("0:10");
});

it("A recording is published as whoever publishes it has seen it", async () => {
  const stale = await opened(arta, "publication");
  const link = await opened(besnik, "link");
  expect((await sent(besnik, "lidhja", { ...link, link: "https://example.com/prill.mp4" })).status).toBe(303);
  const { status, html } = await sent(arta, "botimi", stale);
  expect([status, html]).toEqual([
    422,
    expect.stringContaining("ishte “https://example.com/mars.mp4”, ndërkohë u bë “https://example.com/prill.mp4”"),
  ]);
  await world.catchUp();
  expect((await world.lisi.get(`/api/v1/recordings/${session.slug}`)).status).toBe(404);
  const english = await besnik.post(`/en/admin/meetings/${session.id}/recording/publication`, stale);
  expect([english.status, await english.text()]).toEqual([422, expect.stringContaining("has become")]);
  expect((await sent(arta, "botimi", fieldsOn(html, "publication"))).status).toBe(303);
  expect((await world.lisi.get(`/api/v1/recordings/${session.slug}`)).status).toBe(200);
  expect((await sent(arta, "terheqja", {})).status).toBe(303);
});

it("Chapters are not moved twice by two who saw the same delay, nor one added that another just added", async () => {
  const [shift, chapter] = [await opened(arta, "shift"), await opened(arta, "chapter")];
  const before = await starts();
  const [first] = moments(await opened(besnik, "chapters")) as [string];
  const later = { chapter: first.slice(3), moment: "0:20" };
  expect((await sent(besnik, "kapitujt/zhvendosja", { ...(await opened(besnik, "shift")), ...later })).status).toBe(
    303,
  );
  const moved = await starts();
  expect(moved).not.toEqual(before);
  const refused = await sent(arta, "kapitujt/zhvendosja", { ...shift, ...later, moment: "0:25" });
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining("Kapitujt: ishte")]);
  expect(await starts()).toEqual(moved);
  const again = fieldsOn(refused.html, "shift");
  expect(again).toMatchObject({ chapter: later.chapter, moment: "0:25" });

  const added = { moment: "0:31:00", what: "break" };
  expect((await sent(besnik, "kapitujt/i-ri", { ...(await opened(besnik, "chapter")), ...added })).status).toBe(303);
  // The same chapter sent again is the one that is there.
  const count = () =>
    world.lisi.db.read(async (tx) => (await tx.selectFrom("recording_chapters").select("id").execute()).length);
  const standing = await count();
  const same = { ...chapter, ...added };
  const pressed = await Promise.all([sent(arta, "kapitujt/i-ri", same), sent(besnik, "kapitujt/i-ri", same)]);
  expect([...pressed.map(({ status }) => status), await count()]).toEqual([303, 303, standing]);
  const twice = await sent(arta, "kapitujt/i-ri", { ...chapter, ...added, moment: "0:32:00" });
  expect(twice.status).toBe(422);
  expect(fieldsOn(twice.html, "chapter")).toMatchObject({ moment: "0:32:00", what: "break" });
  expect(await starts()).not.toContain("32:00");
  expect((await sent(arta, "kapitujt/i-ri", fieldsOn(twice.html, "chapter"))).status).toBe(303);
});

it("A recording is not taken from the public, nor removed, by whoever has not seen what it is by now", async () => {
  const stale = await opened(arta, "removal");
  expect((await sent(besnik, "botimi", await opened(besnik, "publication"))).status).toBe(303);
  for (const [page, step, said] of [
    [`/admin/mbledhjet/${session.id}/regjistrimi`, "botimi", "Ky regjistrim është publik tashmë."],
    [`/en/admin/meetings/${session.id}/recording`, "publication", "This recording is public already."],
  ] as const) {
    // Its form is not on the page any more: the page itself says why nothing was done.
    const form = fieldsOn(await (await arta.get(page)).text(), "withdrawal");
    const again = await arta.post(`${page}/${step}`, form);
    const html = (await again.text()).replaceAll(/<script[\s\S]*?<\/script>/g, "");
    expect([again.status, html.split(said).length]).toEqual([409, 2]);
    expect(html).toMatch(/<div[^>]*class="problem" role="alert"[^>]*><h2[^>]*>[^<]*(publik tashmë|public already)/);
  }
  const withdrawal = await opened(arta, "withdrawal");
  const link = await opened(besnik, "link");
  expect((await sent(besnik, "lidhja", { ...link, link: "https://example.com/qershor.mp4" })).status).toBe(303);
  const refused = await sent(arta, "terheqja", withdrawal);
  expect([refused.status, refused.html]).toEqual([
    422,
    expect.stringContaining("u bë “https://example.com/qershor.mp4”"),
  ]);
  expect(refused.html).toContain('href="#publication-lies"');
  expect((await world.lisi.get(`/api/v1/recordings/${session.slug}`)).status).toBe(200);
  expect((await sent(arta, "terheqja", fieldsOn(refused.html, "withdrawal"))).status).toBe(303);
  const english = await arta.post(`/en/admin/meetings/${session.id}/recording/removal`, stale);
  expect([english.status, await english.text()]).toEqual([422, expect.stringContaining("has become")]);
  expect(await shown(arta)).toContain("qershor.mp4");
  expect((await sent(neighbour, "heqja", stale)).status).toBe(404);
  const back = { ...(await opened(besnik, "link")), link: "https://example.com/prill.mp4" };
  expect((await sent(besnik, "lidhja", back)).status).toBe(303);
});

it("What another council's recording is, is told to nobody who sends a form of theirs", async () => {
  const stale = await opened(arta, "publication");
  const { status, html } = await sent(neighbour, "botimi", { ...stale, stood: "{}" });
  expect(status).toBe(404);
  expect(html).not.toContain("prill.mp4");
});

it("A film does not take the place of a link that its sender has not seen, nor a link that of a film", async () => {
  const [ofArta, ofBesnik] = [await shown(arta), await shown(besnik)];
  expect((await put(besnik, "ngarkimi", seenOn(ofBesnik), await film("prill.mp4"))).status).toBe(303);
  const link = { ...fieldsOn(ofArta, "link"), link: "https://example.com/maj.mp4" };
  const refused = await sent(arta, "lidhja", link);
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining("vuri këtu: “prill.mp4”")]);
  const again = fieldsOn(refused.html, "link");
  expect(again.link).toBe("https://example.com/maj.mp4");

  const stale = await put(arta, "ngarkimi", seenOn(ofArta), await film("arta.webm"));
  expect([stale.status, stale.html]).toEqual([422, expect.stringContaining("vuri këtu: “prill.mp4”")]);
  expect(await shown(besnik)).toContain("prill.mp4");

  expect((await sent(arta, "lidhja", again)).status).toBe(303);
  const { before, after } = await lastAudit("recording.linked");
  expect(before).toMatchObject({ fileName: "prill.mp4", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(after).toMatchObject({ link: "https://example.com/maj.mp4" });
  const late = await put(besnik, "ngarkimi", seenOn(stale.html), await film("besnik.webm"));
  expect([late.status, late.html]).toEqual([422, expect.stringContaining("vuri këtu: “https://example.com/maj.mp4”")]);
  expect((await put(besnik, "ngarkimi", seenOn(late.html), await film("besnik.webm"))).status).toBe(303);
});

it("A film that goes up in pieces is held back too, until whoever sends it has read what lies there", async () => {
  const bytes = await readFile("tests/samples/film.mp4");
  const ask = (path: string, init: RequestInit) =>
    world.ask(world.lisi.host, path, {
      ...init,
      headers: {
        ...{ cookie: arta.cookie!, "sec-fetch-site": "same-origin", "tus-resumable": "1.0.0" },
        ...init.headers,
      },
    });
  const name = Buffer.from("copa.mp4").toString("base64");
  const begun = await ask("/api/v1/admin/uploads", {
    method: "POST",
    headers: {
      "upload-length": String(bytes.length),
      "upload-metadata": `filename ${name},as ${Buffer.from("recording").toString("base64")}`,
    },
  });
  const url = begun.headers.get("location")!;
  const piece = { "upload-offset": "0", "content-type": "application/offset+octet-stream" };
  await ask(url, { method: "PATCH", headers: piece, body: new Uint8Array(bytes) });
  const finish = (seen?: string) =>
    ask(`${url}/finish`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ as: "recording", meetingId: session.id, seen }),
    });
  const refused = await finish("https://example.com/maj.mp4");
  expect([refused.status, await refused.json()]).toEqual([
    409,
    expect.objectContaining({ code: "recordings.source_changed", title: expect.stringContaining("“besnik.webm”") }),
  ]);
  expect((await finish()).status).toBe(201);
  expect((await lastAudit("recording.file_put")).before).toMatchObject({ fileName: "besnik.webm" });
});

it("Captions do not take the place of others that their sender has not seen, and the audit keeps their sum", async () => {
  const vtt = (text: string) => new File([`WEBVTT\n\n00:01.000 --> 00:04.000\n${text}\n`], "titrat.vtt");
  const [ofArta, ofBesnik] = [await opened(arta, "captions"), await opened(besnik, "captions")];
  expect((await put(besnik, "titrat/ngarkimi", { ...ofBesnik, language: "sq" }, vtt("Mirëdita"))).status).toBe(303);
  const refused = await put(arta, "titrat/ngarkimi", { ...ofArta, language: "sq" }, vtt("Mirëmbrëma"));
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining("Titrat në shqip: ishte “–”")]);
  const theirs = (await lastAudit("recording.captions_set")).after as { sha256: string };
  const again = { ...fieldsOn(refused.html, "captions"), language: "sq" };
  expect((await put(arta, "titrat/ngarkimi", again, vtt("Mirëmbrëma"))).status).toBe(303);
  expect((await lastAudit("recording.captions_set")).before).toMatchObject({ language: "sq", sha256: theirs.sha256 });
  // Captions of another language are nobody's concern here.
  expect((await put(arta, "titrat/ngarkimi", { ...ofArta, language: "en" }, vtt("Good day"))).status).toBe(303);
  const removal = await sent(besnik, "titrat/heqja", {
    language: "sq",
    stood: fieldsOn(refused.html, "captions").stood!,
  });
  expect(removal.status).toBe(422);
});

it("What was typed about a recording that somebody removed meanwhile is shown, and nothing of it is made", async () => {
  const mine = await opened(arta, "chapters");
  const [first] = moments(mine) as [string];
  expect((await sent(besnik, "heqja", await opened(besnik, "removal"))).status).toBe(303);
  const what = session.items[1]!;
  const added = await sent(arta, "kapitujt/i-ri", { moment: "7:41", what, "title.sq": "Fjala e <mysafirit>" });
  expect(added.status).toBe(409);
  for (const text of ["Ky regjistrim nuk është më", "7:41", "2. Buxheti i vitit 2026", "Fjala e &lt;mysafirit>"])
    expect(added.html).toContain(text);
  const corrected = await sent(arta, "kapitujt", { ...mine, [first]: "3:33" });
  expect([corrected.status, corrected.html]).toEqual([409, expect.stringContaining("3:33</dd>")]);
  const english = await arta.post(`/en/admin/meetings/${session.id}/recording/chapters/new`, {
    ...{ moment: "7:41", what: "other", "title.sq": "Himni" },
  });
  expect(await english.text()).toContain("Somebody has removed it meanwhile");
  expect(await shown(arta)).not.toContain("7:41");
});

import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { doing } from "../../../tests/support/content.ts";
import { seatBody } from "../../../tests/support/council-rows.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { createWorld, type TestCouncil, type TestWorld, testNow } from "../../../tests/support/world.ts";
import { addItem } from "../meetings/agenda.service.ts";
import { createMeeting } from "../meetings/meetings.service.ts";
import { announceMeeting } from "../meetings/stages.service.ts";
import { changeBroadcast } from "../settings/settings.service.ts";
import type { LiveMeeting } from "./following.schema.ts";

let world: TestWorld;
let lisi: TestCouncil;
let arta: Visitor;
let besnik: Visitor;
let committee: { id: string };
let meeting: { id: string; slug: string };
beforeAll(async () => {
  world = await createWorld();
  await world.start();
  ({ lisi } = world);
  arta = await signedIn(world, lisi, ["secretary"]);
  besnik = await signedIn(world, lisi, ["editor"]);
  await seatBody(lisi, "council", "keshilli", { sq: "Këshilli Bashkiak", en: "Municipal Council" }, 3);
  committee = await seatBody(lisi, "committee", "financat", { sq: "Komisioni i Financave", en: "Finance" }, 3);
  const earlier = { ...doing(world), now: new Date(Date.parse(testNow) - 10 * 86_400_000) };
  meeting = await lisi.db.write(async (tx) => {
    const made = await createMeeting(tx, earlier, { bodyId: committee.id, kind: "ordinary", startsAt: testNow });
    await addItem(tx, earlier, made.id, { kind: "other", title: { sq: "Tarifa", en: "The fee" } });
    await announceMeeting(tx, earlier, made.id);
    return made;
  });
});
afterAll(() => world.end());
beforeEach(() => world.catchUp());

const ofCouncil = "https://video.example.al/keshilli.m3u8";
const ofBody = "https://komisionet.example.al/financat.m3u8";
const ofMeeting = "https://www.youtube.com/watch?v=abcdefghijk";

const bodyAt = () => `/admin/organet/${committee.id}`;
const streamAt = () => `/admin/mbledhjet/${meeting.id}/transmetimi`;
const opened = async (visitor: Visitor, path: string, form: string) =>
  fieldsOn(await (await visitor.get(path)).text(), form);
/** What a citizen's page of the meeting shows, as it is asked for now. */
async function shown() {
  await world.catchUp();
  world.services.rooms.changed(lisi.id, "people");
  await world.services.rooms.reread();
  return (await lisi.json<LiveMeeting>(`/api/v1/live/${meeting.slug}`)).meeting.stream;
}
const policy = async (path = `/drejtperdrejt/${meeting.slug}`) =>
  (await lisi.get(path)).headers.get("content-security-policy")!;

it("A committee is seen where the council is, until it has a stream of its own", async () => {
  expect(await shown()).toBeNull();
  await lisi.db.write((tx) => changeBroadcast(tx, doing(world), { stream: ofCouncil, connections: 5000 }));
  expect(await shown()).toEqual({ kind: "hls", url: ofCouncil });

  const fields = await opened(arta, bodyAt(), "thing");
  expect((await arta.post(bodyAt(), { ...fields, streamUrl: ofBody })).status).toBe(303);
  expect(await shown()).toEqual({ kind: "hls", url: ofBody });
  for (const path of [`/drejtperdrejt/${meeting.slug}`, `/en/live/${meeting.slug}`])
    await expect.poll(() => policy(path)).toContain("blob: https://komisionet.example.al;");
});

it("One meeting’s own stream goes before that of its body, and says itself what holds without it", async () => {
  const page = await (await arta.get(streamAt())).text();
  expect(page.includes("E lënë bosh, mbledhja transmetohet te adresa e organit") && page.includes(ofBody)).toBe(true);
  const inEnglish = await (await arta.get(`/en/admin/meetings/${meeting.id}/stream`)).text();
  expect(inEnglish.includes("Left empty, the meeting is streamed at the body’s address")).toBe(true);

  // An announced meeting asks for no reason here: nothing that was announced is changed.
  const saved = await arta.post(streamAt(), { ...(await opened(arta, streamAt(), "stream")), streamUrl: ofMeeting });
  expect([saved.status, saved.headers.get("location")]).toEqual([303, `/admin/mbledhjet/${meeting.id}?done=stream`]);
  expect(await shown()).toEqual({ kind: "youtube", url: ofMeeting });
  await expect.poll(() => policy()).toContain("frame-src https://www.youtube-nocookie.com");
  expect(await policy()).not.toContain("komisionet.example.al");
  expect((await (await arta.get(`/admin/mbledhjet/${meeting.id}`)).text()).includes(ofMeeting)).toBe(true);
});

it.each([
  ["a page without encryption", "http://video.example.al/a.m3u8", "fillon me https://"],
  ["a machine of the network", "https://10.0.0.5/a.m3u8", "nuk të çon te një faqe publike"],
  ["a script", "javascript:alert(1)", "fillon me https://"],
  ["a password", "https://arta:fjalekalim@video.example.al/a.m3u8", "nuk të çon te një faqe publike"],
  ["no address", "kanali ynë", "fillon me https://"],
])("%s is refused with the reason, for a meeting and for a body, and what was typed stays", async (_, typed, said) => {
  for (const [path, form] of [
    [streamAt(), "stream"],
    [bodyAt(), "thing"],
  ] as const) {
    const refused = await arta.post(path, { ...(await opened(arta, path, form)), streamUrl: typed });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(fieldsOn(html, form).streamUrl).toBe(typed);
    expect(html.includes(said)).toBe(true);
  }
  expect(await shown()).toEqual({ kind: "youtube", url: ofMeeting });
});

it("Two who set it at once: the second reads what the first wrote", async () => {
  const [one, two] = [await opened(arta, streamAt(), "stream"), await opened(besnik, streamAt(), "stream")];
  const other = "https://www.facebook.com/bashkia/videos/123";
  expect((await arta.post(streamAt(), { ...one, streamUrl: other })).status).toBe(303);
  const refused = await besnik.post(streamAt(), { ...two, streamUrl: ofCouncil });
  const html = await refused.text();
  expect([refused.status, html.includes(`Ndërkohë dikush tjetër shkroi: “${other}”`)]).toEqual([422, true]);
  expect(await shown()).toEqual({ kind: "facebook", url: other });
});

it("Taken away, the meeting is streamed where its body is; each change is written down", async () => {
  const fields = await opened(arta, streamAt(), "stream");
  expect((await arta.post(streamAt(), { ...fields, streamUrl: "" })).status).toBe(303);
  expect(await shown()).toEqual({ kind: "hls", url: ofBody });
  const history = await lisi.db.read((tx) =>
    tx
      .selectFrom("audit_log")
      .select(["before", "after"])
      .where("subject_id", "=", meeting.id)
      .where("action", "=", "meeting.changed")
      .orderBy("at")
      .orderBy("id")
      .execute(),
  );
  expect(history.map(({ after }) => (after as { streamUrl: string | null }).streamUrl)).toEqual([
    ofMeeting,
    "https://www.facebook.com/bashkia/videos/123",
    null,
  ]);
});

it("A meeting that is over shows no channel but its own, and a village is not streamed by the council", async () => {
  const village = await seatBody(lisi, "village", "lisebardhe", { sq: "Lisebardhë", en: "Lisebardhë" }, 3);
  const earlier = { ...doing(world), now: new Date(Date.parse(testNow) - 10 * 86_400_000) };
  const made = await lisi.db.write(async (tx) => {
    const one = await createMeeting(tx, earlier, { bodyId: village.id, kind: "ordinary", startsAt: testNow });
    await addItem(tx, earlier, one.id, { kind: "other", title: { sq: "Rruga", en: "The road" } });
    await announceMeeting(tx, earlier, one.id);
    return one;
  });
  await world.catchUp();
  expect((await lisi.json<LiveMeeting>(`/api/v1/live/${made.slug}`)).meeting.stream).toBeNull();
  expect(await (await arta.get(`/admin/mbledhjet/${made.id}/transmetimi`)).text()).not.toContain(ofCouncil);

  expect(await shown()).toEqual({ kind: "hls", url: ofBody });
  await lisi.db.write((tx) =>
    tx.updateTable("meetings").set({ stage: "closed" }).where("id", "=", meeting.id).execute(),
  );
  expect(await shown()).toBeNull();
  await lisi.db.write((tx) =>
    tx.updateTable("meetings").set({ stage: "announced" }).where("id", "=", meeting.id).execute(),
  );
});

it("The neighbouring council neither sees nor sets it", async () => {
  const neighbour = await signedIn(world, world.krasta, ["secretary"]);
  expect((await neighbour.get(streamAt())).status).toBe(404);
  expect((await neighbour.post(streamAt(), { streamUrl: ofMeeting })).status).toBe(404);
  expect((await neighbour.get(bodyAt())).status).toBe(404);
  expect((await world.krasta.get(`/api/v1/live/${meeting.slug}`)).status).toBe(404);
  expect(await shown()).toEqual({ kind: "hls", url: ofBody });
});

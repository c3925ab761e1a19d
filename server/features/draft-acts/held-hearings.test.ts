import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody } from "../../../tests/support/acts.ts";
import { pdfOf } from "../../../tests/support/content.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let coordinator: Visitor;
let secretary: Visitor;
let council: string;
let draft: { id: string; slug: string };
let hearing: string;

beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  council = (await addCouncilBody(lisi)).id;
  secretary = await signedIn(world, lisi, ["secretary"]);
  coordinator = await signedIn(world, lisi, ["coordinator_consultation"]);
});
afterAll(() => world.end());

const announced = (hour: number) => ({
  ...({ kind: "hearing", stage: "announced", state: "published" } as const),
  starts_at: new Date(Date.UTC(2026, 2, 4, hour)),
  announced_at: new Date("2026-02-20T09:00:00Z"),
  public_from: new Date("2026-02-20T09:00:00Z"),
});
let hour = 6;
/** A hearing on the draft act that was yesterday. */
async function heldYesterday(about = draft.id) {
  const id = await addMeeting(lisi, council, `degjesa-${about.slice(0, 8)}-${++hour}`, announced(hour));
  await addItem(lisi, id, [1], { sq: "Tarifa" }, { draft_act_id: about });
  return id;
}
beforeEach(async () => {
  draft = await publishDraft(world, lisi);
  hearing = await heldYesterday();
});

const setApproval = (approval: boolean) =>
  lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval }).execute());
const textOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replaceAll(/<!--.*?-->| data-hk="\w+"/g, "");
const desk = (id = draft.id) => `/en/admin/draft-acts/${id}/consultation`;
const stored = (id = hearing) =>
  lisi.db.read((tx) => tx.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const formOf = async (step: string, visitor = coordinator, id = hearing) =>
  fieldsOn(await textOf(visitor.get(desk())), `${step}-${id}`);
const tell = async (step: string, fields: Record<string, string> = {}, visitor = coordinator) =>
  visitor.post(`${desk()}/${step}`, { ...(await formOf(step)), ...fields });
const hold = (people = "41") => tell("hearing_held", { began: "09:05", ended: "10:30", people });
const actionsOf = (id: string) =>
  lisi.db.read((tx) =>
    tx.selectFrom("audit_log").select(["action", "after"]).where("subject_id", "=", id).orderBy("id").execute(),
  );

async function report(text: string, fields: Record<string, string> = {}, visitor = coordinator) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...(await formOf("hearing_minutes")), ...fields }))
    body.append(name, value);
  const bytes = text ? [new Uint8Array(await pdfOf(text))] : [];
  body.append("files", new File(bytes, text ? "Raporti.pdf" : "", { type: "application/pdf" }));
  const headers = { cookie: visitor.cookie!, "sec-fetch-site": "same-origin", accept: "text/html" };
  return world.ask(lisi.host, `${desk()}/hearing_minutes`, { method: "POST", headers, body });
}
const harmless = "Çfarë thanë njerëzit për tarifën dhe çfarë u pranua prej tyre.";

describe("What happened at a hearing is told by the coordinator on the draft act's own page", () => {
  it("from when until when it was held, and how many came; what nobody counted stays unknown", async () => {
    const page = await textOf(coordinator.get(desk()));
    expect(page).toContain("Meetings with the public that were held");
    expect(page).toContain("First say when it was held");
    const done = await hold("");
    expect([done.status, done.headers.get("location")]).toEqual([303, `${desk()}?done=hearing_held`]);
    expect(await stored()).toMatchObject({ stage: "closed", people: null });
    expect(await textOf(coordinator.get(desk()))).toContain("Not known");
    expect((await tell("hearing_held", { people: "41" })).status).toBe(303);
    expect(await stored()).toMatchObject({ stage: "closed", people: 41 });
    expect((await tell("hearing_held", { people: "0" })).status).toBe(303);
    expect((await actionsOf(hearing)).map(({ action }) => action)).toEqual([
      "meeting.open",
      "meeting.closed",
      "meeting.people_counted",
      "meeting.people_counted",
    ]);
    await world.catchUp();
    const { slug } = await stored();
    expect(await textOf(lisi.get(`/en/meetings/${slug}`))).toMatch(/Of the public came<\/dt><dd[^>]*>0</);
  });

  it("is refused at its field where it cannot be, or was not said", async () => {
    for (const [given, field] of [
      [{ began: "", ended: "10:30" }, "began"],
      [{ began: "09:00", ended: "" }, "ended"],
      [{ began: "10:00", ended: "09:00" }, "ended"],
      [{ began: "09:00", ended: "10:00", people: "shumë" }, "people"],
      [{ began: "09:00", ended: "10:00", people: "99999" }, "people"],
    ] as const) {
      const answer = await tell("hearing_held", given);
      expect(answer.status, JSON.stringify(given)).toBe(422);
      expect(await answer.text()).toContain(`#hearing_held-${hearing}-${field}`);
    }
    expect(await stored()).toMatchObject({ stage: "announced", people: null });
  });

  it("its report is a file that is asked about, and becomes the minutes that everybody reads", async () => {
    await hold();
    const none = await report("");
    expect([none.status, await none.text()]).toEqual([
      422,
      expect.stringContaining(`hearing_minutes-${hearing}-files`),
    ]);
    const asked = await report("Ndihmë ekonomike për familjen, numri personal J01231118R.");
    const html = await textOf(asked);
    expect(asked.status).toBe(422);
    expect(html).toContain("Personal number");
    expect(html).not.toContain("J01231118R");
    expect((await stored()).stage).toBe("closed");
    const done = await report(harmless);
    expect(done.headers.get("location")).toBe(`${desk()}?done=hearing_minutes`);
    expect((await stored()).stage).toBe("minutes_published");
    await world.catchUp();
    expect(await textOf(lisi.get(`/en/meetings/${(await stored()).slug}`))).toContain("Raporti");
    expect(await formOf("hearing_minutes")).toEqual({});
  });

  it("a report that says something of persons is published once that is confirmed, without being sent again", async () => {
    await hold();
    const html = await textOf(report("Ndihmë ekonomike për familjen, numri personal J01231118R."));
    const held = /name="held" value="([0-9a-f-]{36})"/.exec(html)![1]!;
    const persons = /name="persons" value="([\w-]{43})"/.exec(html)![1]!;
    expect((await report("", { held, persons })).status).toBe(303);
    expect((await stored()).stage).toBe("minutes_published");
  });

  it("the link of its recording is public at once, and is put right", async () => {
    expect(
      (await coordinator.post(`${desk()}/hearing_recording`, { meeting: hearing, asSeen: "", link: "x" })).status,
    ).toBe(409);
    await hold();
    const wrong = await tell("hearing_recording", { link: "javascript:alert(1)" });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining(`#hearing_recording-${hearing}-link`),
    ]);
    const link = "https://www.youtube.com/watch?v=aqz-KE-bpKQ";
    const before = await formOf("hearing_recording");
    expect((await tell("hearing_recording", { link })).headers.get("location")).toBe(
      `${desk()}?done=hearing_recording`,
    );
    const recording = () =>
      lisi.db.read((tx) =>
        tx.selectFrom("recordings").selectAll().where("meeting_id", "=", hearing).executeTakeFirstOrThrow(),
      );
    expect(await recording()).toMatchObject({ link, state: "published" });
    // Whoever did not see that one does not go over it.
    expect(
      (await coordinator.post(`${desk()}/hearing_recording`, { ...before, link: `${link}2`, form: "" })).status,
    ).toBe(409);
    expect((await tell("hearing_recording", { link: `${link}3` })).status).toBe(303);
    expect(await recording()).toMatchObject({ link: `${link}3`, state: "published" });
    expect((await actionsOf((await recording()).id)).map(({ action }) => action)).toEqual([
      "recording.added",
      "recording.linked",
      "recording.published",
      "recording.linked",
    ]);
  });

  it("is told also once the Council has decided", async () => {
    await lisi.db.write((tx) =>
      tx.updateTable("draft_acts").set({ stage: "rejected" }).where("id", "=", draft.id).execute(),
    );
    expect((await hold()).status).toBe(303);
  });
});

describe("Where two persons publish", () => {
  beforeEach(() => setApproval(true));
  afterAll(() => setApproval(false));

  it("the report and the recording are handed over, and seen by whoever keeps the meetings", async () => {
    expect((await hold()).status).toBe(303);
    expect((await report(harmless)).status).toBe(303);
    expect((await stored()).stage).toBe("closed");
    expect((await tell("hearing_recording", { link: "https://vimeo.com/1" })).status).toBe(303);
    const page = await textOf(coordinator.get(desk()));
    expect(page.match(/Waits for a second person/g)).toHaveLength(2);
    const list = await textOf(secretary.get("/en/admin/approvals"));
    expect(list).toContain(`/meetings/${hearing}/minutes`);
    expect(list).toContain(`/meetings/${hearing}/recording`);
    // Another file takes the place of the one that waits.
    expect((await report(`${harmless} Edhe një herë.`)).status).toBe(303);
    expect((await textOf(coordinator.get(desk()))).match(/Waits for a second person/g)).toHaveLength(2);
  });

  it("the link of a recording that the public has is changed by whoever keeps the meetings", async () => {
    await hold();
    const link = "https://vimeo.com/1";
    await tell("hearing_recording", { link });
    const published = await secretary.post(
      `/en/admin/meetings/${hearing}/recording/publication`,
      fieldsOn(await textOf(secretary.get(`/en/admin/meetings/${hearing}/recording`)), "publication"),
    );
    expect(published.status).toBe(303);
    const other = { ...(await formOf("hearing_held")), lies: link, link: "https://vimeo.com/2" };
    const sent = await coordinator.post(`${desk()}/hearing_recording`, other);
    const recording = await lisi.db.read((tx) =>
      tx.selectFrom("recordings").selectAll().where("meeting_id", "=", hearing).executeTakeFirstOrThrow(),
    );
    expect([sent.status, recording.link, recording.state]).toEqual([403, link, "published"]);
    expect(await formOf("hearing_recording")).toEqual({});
  });
});

describe("Nobody tells it", () => {
  it("of a meeting that is about something else as well, is ahead, or is another draft act's", async () => {
    const shared = await heldYesterday();
    await addItem(lisi, shared, [2], { sq: "Tjetër" });
    const ahead = await addMeeting(lisi, council, `ardhshme-${draft.slug}`, {
      ...announced(9),
      starts_at: new Date("2026-03-25T17:00:00Z"),
    });
    await addItem(lisi, ahead, [1], { sq: "Tarifa" }, { draft_act_id: draft.id });
    const other = await heldYesterday((await publishDraft(world, lisi)).id);
    for (const meeting of [shared, ahead, other, "x"])
      for (const step of ["hearing_held", "hearing_recording", "hearing_minutes"]) {
        const sent = { meeting, asSeen: "", began: "09:00", ended: "10:00", link: "https://vimeo.com/1" };
        expect((await coordinator.post(`${desk()}/${step}`, sent)).status, step).toBe(404);
      }
  });

  it("who may not, and nobody of another council", async () => {
    const [editor, auditor, neighbour] = await Promise.all([
      signedIn(world, lisi, ["editor"]),
      signedIn(world, lisi, ["auditor"]),
      signedIn(world, world.krasta, ["coordinator_consultation"]),
    ]);
    const form = await formOf("hearing_held");
    const sent = { ...form, began: "09:00", ended: "10:00" };
    for (const [visitor, status] of [
      [editor, 403],
      [auditor, 403],
      [neighbour, 404],
    ] as const)
      expect((await visitor.post(`${desk()}/hearing_held`, sent)).status).toBe(status);
    expect(await textOf(editor.get(desk()))).not.toContain("hearing_held-");
    expect((await stored()).stage).toBe("announced");
    expect((await coordinator.get(`/en/admin/meetings/${hearing}`)).status).toBe(403);
    // Seen as it was before, it is not told twice.
    expect((await coordinator.post(`${desk()}/hearing_held`, { ...sent, people: "3" })).status).toBe(303);
    expect((await coordinator.post(`${desk()}/hearing_held`, { ...sent, people: "4", form: "" })).status).toBe(409);
    expect(await stored()).toMatchObject({ people: 3 });
  });
});

it("Whoever keeps the meetings counts the public at the meeting's course, and takes a number back that nobody knows", async () => {
  const course = `/en/admin/meetings/${hearing}/course`;
  const count = async (people: string) =>
    secretary.post(`${course}/public`, { ...fieldsOn(await textOf(secretary.get(course)), "people"), people });
  expect((await secretary.post(`${course}/public`, { people: "5" })).status).toBe(409);
  await hold("");
  expect((await count("x")).status).toBe(422);
  expect((await count("17")).headers.get("location")).toBe(`${course}?done=people`);
  expect(await stored()).toMatchObject({ people: 17 });
  expect((await count("")).status).toBe(303);
  expect(await stored()).toMatchObject({ people: null });
  expect((await coordinator.post(`${course}/public`, { people: "5" })).status).toBe(403);
});

import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { signedIn, type Visitor } from "../../../tests/support/accounts.ts";
import { addCouncilBody } from "../../../tests/support/acts.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { fieldsOn } from "../../../tests/support/fields-on.ts";
import { addBody, addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";

/** The world stands at 05.03.2026, 10:00. */
let world: TestWorld;
let lisi: TestCouncil;
let coordinator: Visitor;
let secretary: Visitor;
let council: string;
let draft: { id: string; slug: string };

beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  council = (await addCouncilBody(lisi)).id;
  secretary = await signedIn(world, lisi, ["secretary"]);
  coordinator = await signedIn(world, lisi, ["coordinator_consultation"]);
});
afterAll(() => world.end());
beforeEach(async () => {
  draft = await publishDraft(world, lisi);
});

const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replace(/<!--.*?-->/g, "");
const desk = (id = draft.id) => `/en/admin/draft-acts/${id}/consultation`;
const place = { "place.sq": "Salla e Këshillit", "place.en": "Council chamber" };
let hour = 9;
const called = () => ({ kind: "hearing", bodyId: council, day: "2026-03-18", time: `${++hour}:00`, ...place });
const meetings = () =>
  lisi.db.read((tx) =>
    tx
      .selectFrom("agenda_items as i")
      .innerJoin("meetings as m", "m.id", "i.meeting_id")
      .where("i.draft_act_id", "=", draft.id)
      .selectAll("m")
      .execute(),
  );
const reason = { "reason.sq": "Salla është e zënë.", "reason.en": "The chamber is taken." };
const formOf = async (step: string, id: string) => fieldsOn(await textOf(coordinator.get(desk())), `${step}-${id}`);

it("The coordinator calls a meeting with the public, and everybody reads of it", async () => {
  const sent = await coordinator.post(`${desk()}/hearing`, called());
  expect(sent.headers.get("location")).toBe(`${desk()}?done=hearing`);
  const [made] = await meetings();
  expect(made).toMatchObject({ kind: "hearing", stage: "announced", state: "published" });
  await world.catchUp();
  expect(await textOf(lisi.get(`/en/draft-acts/${draft.slug}`))).toContain(made!.slug);
  expect(await textOf(lisi.get(`/en/meetings/${made!.slug}`))).toContain("On the cleaning fee");
  expect(await textOf(coordinator.get(desk()))).toContain("Council chamber");
  // Within fourteen days it is on their first screen, and leads to where it is kept.
  expect(await textOf(coordinator.get("/en/admin"))).toMatch(new RegExp(`href="${desk()}"[^>]*>Public hearing`));
});

it("They give it another time and cancel it, with a reason that readers see", async () => {
  await coordinator.post(`${desk()}/hearing`, called());
  const [made] = await meetings();
  const change = { ...(await formOf("hearing_changed", made!.id)), time: "19:30" };
  expect((await coordinator.post(`${desk()}/hearing_changed`, change)).status).toBe(422);
  const told = await coordinator.post(`${desk()}/hearing_changed`, { ...change, ...reason });
  expect(told.headers.get("location")).toBe(`${desk()}?done=hearing_changed`);
  // Seen as it was before, it is not changed again unseen.
  expect((await coordinator.post(`${desk()}/hearing_changed`, { ...change, ...reason, form: "" })).status).toBe(409);
  await world.catchUp();
  expect(await textOf(lisi.get(`/en/meetings/${made!.slug}`))).toContain("The chamber is taken.");
  const gone = { ...(await formOf("hearing_cancelled", made!.id)), ...reason };
  expect((await coordinator.post(`${desk()}/hearing_cancelled`, gone)).status).toBe(303);
  expect(await meetings()).toMatchObject([{ stage: "cancelled" }]);
});

it("What does not say where, is past, or is of a body that the public does not know is refused at its field", async () => {
  const hidden = await addBody(lisi, "committee", `i-fshehte-${draft.slug}`, { sq: "I fshehtë" }, { state: "draft" });
  for (const [given, message] of [
    [{ "place.sq": "", "place.en": "" }, "Say where people come"],
    [{ day: "2026-03-01" }, "hearing-day"],
    [{ bodyId: hidden }, "There is no such body"],
    [{ kind: "ordinary" }, "hearing-kind"],
    [{ time: "" }, "hearing-time"],
  ] as const) {
    const answer = await coordinator.post(`${desk()}/hearing`, { ...called(), ...given });
    expect(answer.status, message).toBe(422);
    expect(await answer.text()).toContain(message);
  }
  expect(await meetings()).toEqual([]);
});

it("Other meetings stay out of the coordinator's reach, whatever they are about", async () => {
  const starts_at = new Date("2026-03-25T17:00:00Z");
  const sitting = await addMeeting(lisi, council, `mbledhja-${draft.slug}`, { stage: "announced", starts_at });
  await addItem(lisi, sitting, [1], { sq: "Tarifa" }, { draft_act_id: draft.id });
  const shared = { stage: "announced", kind: "hearing", starts_at: new Date("2026-03-26T17:00:00Z") } as const;
  const hearing = await addMeeting(lisi, council, `degjesa-${draft.slug}`, shared);
  await addItem(lisi, hearing, [1], { sq: "Tarifa" }, { draft_act_id: draft.id });
  await addItem(lisi, hearing, [2], { sq: "Tjetër" });
  for (const meeting of [sitting, hearing, "x"]) {
    const sent = { ...reason, meeting, asSeen: "" };
    expect((await coordinator.post(`${desk()}/hearing_cancelled`, sent)).status).toBe(404);
  }
  expect((await coordinator.get("/en/admin/meetings")).status).toBe(403);
  expect((await coordinator.get(`/en/admin/meetings/${hearing}`)).status).toBe(403);
});

it("Where two persons publish, and for an editor, it is handed over to whoever keeps the meetings", async () => {
  const approval = (asked: boolean) =>
    lisi.db.write((tx) => tx.updateTable("tenant_settings").set({ approval: asked }).execute());
  await approval(true);
  const page = await textOf(coordinator.get(desk()));
  expect(page).toContain("It is prepared and handed over");
  const past = await coordinator.post(`${desk()}/hearing`, { ...called(), day: "2026-03-01" });
  expect([past.status, await past.text()]).toEqual([422, expect.stringContaining("hearing-day")]);
  await coordinator.post(`${desk()}/hearing`, called());
  await approval(false);
  const editor = await signedIn(world, lisi, ["editor"]);
  await editor.post(`${desk()}/hearing`, called());
  expect(await meetings()).toMatchObject([
    { stage: "planned", state: "draft" },
    { stage: "planned", state: "draft" },
  ]);
  const waiting = await textOf(secretary.get("/en/admin/approvals"));
  for (const { id } of await meetings()) expect(waiting).toContain(id);
});

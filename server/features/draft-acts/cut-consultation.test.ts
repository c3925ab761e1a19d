import { beforeEach, expect, it } from "vitest";
import { addCouncilBody, enact } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { addItem, addMeeting } from "../../../tests/support/meeting-rows.ts";
import { createWorld, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { DraftAct } from "./draft-acts.schema.ts";
import { changeDraftAct } from "./draft-acts.service.ts";
import { reopenDraftAct } from "./notice-corrections.service.ts";
import { markDecided, setStage, startConsultation, startInitiative } from "./stages.service.ts";

/** The world stands at 05.03.2026, 10:00; each test has one of its own, since readiness counts all draft acts. */
let world: TestWorld;
beforeEach(async () => {
  world = await createWorld();
  return () => world.end();
});

const reason = { sq: "Gabim.", en: "A mistake." };
const write = (work: (tx: TenantTx) => Promise<unknown>) => world.lisi.db.write(work);
const textOf = async (path: string) => (await (await world.lisi.get(path)).text()).replace(/<!--.*?-->/g, "");
const one = (slug: string) => world.lisi.json<DraftAct>(`/api/v1/draft-acts/${slug}`);
async function readiness() {
  const { elements } = await world.lisi.json<{ elements: { code: string; reason: { en: string } }[] }>(
    "/api/v1/elements",
  );
  return elements.find(({ code }) => code === "I.3.7")!.reason.en;
}
async function cut() {
  const made = await publishDraft(world, world.lisi);
  await write((tx) => startConsultation(tx, doing(world), made.id));
  await write((tx) => setStage(tx, doing(world), made.id, "withdrawn", reason));
  return made;
}

it("A consultation that was cut is none: the page, the register and readiness say so until one is held whole", async () => {
  const { id, slug } = await cut();
  world.clock.moveTo("2026-03-09T10:00:00+01:00");
  await write((tx) => reopenDraftAct(tx, doing(world), id, { reason }));
  expect(await one(slug)).toMatchObject({ stage: "drafting", isWithoutConsultation: false });
  await write((tx) => setStage(tx, doing(world), id, "agenda"));
  await world.catchUp();
  expect(await one(slug)).toMatchObject({ isWithoutConsultation: true });
  expect(await textOf(`/en/draft-acts/${slug}`)).toContain("closed before its time and has not been held again");
  const list = await textOf("/en/draft-acts");
  expect(list).toContain("ended early, on 05.03.2026");
  expect(list).toContain("without consultation");
  expect(await readiness()).toBe("One draft act went on without the consultation that the law asks for.");

  await write((tx) => startConsultation(tx, doing(world), id));
  world.clock.moveTo("2026-04-20T10:00:00+02:00");
  await write((tx) => setStage(tx, doing(world), id, "agenda"));
  await world.catchUp();
  expect(await one(slug)).toMatchObject({ isWithoutConsultation: false });
  expect(await textOf(`/en/draft-acts/${slug}`)).not.toContain("has not been held again");
  expect(await readiness()).toContain("has its text, report and consultation");
});

it("A decision in the middle of a consultation is one without it, also where the Council did not adopt", async () => {
  for (const decision of ["adopted", "rejected"] as const) {
    const { id, slug } = await publishDraft(world, world.lisi);
    await write((tx) => startConsultation(tx, doing(world), id));
    await write((tx) => markDecided(tx, doing(world), id, decision));
    await world.catchUp();
    expect(await one(slug)).toMatchObject({ stage: decision, isWithoutConsultation: true });
  }
  const initiated = await publishDraft(world, world.lisi);
  await write((tx) => startInitiative(tx, doing(world), initiated.id));
  world.clock.moveTo("2026-04-20T10:00:00+02:00");
  await write((tx) => setStage(tx, doing(world), initiated.id, "drafting"));
  await write((tx) => setStage(tx, doing(world), initiated.id, "agenda"));
  await world.catchUp();
  // Of the notice before drafting the register tells the last day; the draft itself nobody was asked about.
  expect((await textOf("/en/draft-acts?stage=agenda")).match(/without consultation/g)).toHaveLength(1);
});

it("A period that was ended has no days left, and ends everywhere on the day on which it was ended", async () => {
  const { slug } = await cut();
  expect((await one(slug)).periods).toMatchObject([{ dueOn: "2026-04-08", endedOn: "2026-03-05", daysLeft: null }]);
  await world.catchUp();
  const page = await textOf(`/en/draft-acts/${slug}`);
  expect(page).toContain("ended early, on 05.03.2026");
  // Its last day is still to come: neither are there days left, nor is the period over.
  expect(page).not.toContain("working days left");
  expect(page).not.toContain("the period is over");
  expect(await textOf("/en/draft-acts.csv")).toContain(",2026-03-05,2026-03-05,");
});

it("What was withdrawn by mistake is taken up again on the same day as it stood: the period goes on", async () => {
  const { id, slug } = await cut();
  await write((tx) => reopenDraftAct(tx, doing(world), id, { reason }));
  expect(await one(slug)).toMatchObject({
    stage: "consultation",
    stageNote: reason,
    periods: [{ dueOn: "2026-04-08", isOpen: true, endedOn: null }],
  });
  const initiative = await publishDraft(world, world.lisi);
  await write((tx) => startInitiative(tx, doing(world), initiative.id));
  await write((tx) => setStage(tx, doing(world), initiative.id, "withdrawn", reason));
  await write((tx) => reopenDraftAct(tx, doing(world), initiative.id, { reason }));
  expect(await one(initiative.slug)).toMatchObject({ stage: "initiative", periods: [{ isOpen: true }] });
});

it("Readers see when a draft act came to the site after its notice, and nothing of it where it was there before", async () => {
  const late = await publishDraft(world, world.lisi);
  await write((tx) => startConsultation(tx, doing(world), late.id, { from: "2026-02-03" }));
  const there = await publishDraft(world, world.lisi);
  await write((tx) => startConsultation(tx, doing(world), there.id));
  await world.catchUp();
  const course = async (slug: string) => (await textOf(`/en/draft-acts/${slug}`)).split('id="course"')[1]!;
  expect(await course(late.slug)).toContain("Published on this site, after the notice");
  expect(await course(there.slug)).not.toContain("after the notice");
});

it("Whoever subscribed to the calendar is told that a period changed when it was ended, or its draft act renamed", async () => {
  const { id } = await publishDraft(world, world.lisi);
  await write((tx) => startConsultation(tx, doing(world), id));
  const period = async () => {
    await world.catchUp();
    const text = await textOf("/en/calendar.ics");
    return ["DTEND;VALUE=DATE", "LAST-MODIFIED"].map((name) => new RegExp(`${name}:(\\S+)`).exec(text)?.[1]);
  };
  expect(await period()).toEqual(["20260409", "20260305T090000Z"]);
  world.clock.moveTo("2026-03-09T10:00:00+01:00");
  await write((tx) => changeDraftAct(tx, doing(world), id, { title: { sq: "Tjetër", en: "Another" } }));
  expect(await period()).toEqual(["20260409", "20260309T090000Z"]);
  world.clock.moveTo("2026-03-10T10:00:00+01:00");
  await write((tx) => markDecided(tx, doing(world), id, "adopted"));
  expect(await period()).toEqual(["20260311", "20260310T090000Z"]);
});

it("A decision that is entered after the last day counts by the day on which it was taken", async () => {
  const body = await addCouncilBody(world.lisi);
  const begun = async () => {
    const { id, slug } = await publishDraft(world, world.lisi);
    await write((tx) => startConsultation(tx, doing(world), id, { from: "2026-02-03" }));
    return { id, slug };
  };
  const [early, whole, rejected] = [await begun(), await begun(), await begun()];
  const meeting = await addMeeting(world.lisi, body.id, "mbledhja", {
    starts_at: new Date("2026-03-02T17:00:00Z"),
    stage: "closed",
  });
  await addItem(world.lisi, meeting, [1], { sq: "Tarifa" }, { draft_act_id: rejected.id, result: "rejected" });
  world.clock.moveTo("2026-04-20T10:00:00+02:00");
  await write((tx) => markDecided(tx, doing(world), rejected.id, "rejected"));
  await enact(world, world.lisi, { draftActId: early.id, adoptedOn: "2026-02-27" });
  await enact(world, world.lisi, { draftActId: whole.id, adoptedOn: "2026-04-16" });
  await world.catchUp();
  expect(await one(early.slug)).toMatchObject({ stage: "adopted", isWithoutConsultation: true });
  expect(await one(whole.slug)).toMatchObject({ stage: "adopted", isWithoutConsultation: false });
  expect(await one(rejected.slug)).toMatchObject({ stage: "rejected", isWithoutConsultation: true });
  expect(await textOf(`/en/draft-acts/${early.slug}`)).toContain("closed before its time and has not been held again");
});

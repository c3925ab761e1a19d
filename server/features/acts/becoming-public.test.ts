import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actInput, addCouncilBody, enact, refusal } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import { reopenDraftAct } from "../draft-acts/notice-corrections.service.ts";
import { setStage, startConsultation } from "../draft-acts/stages.service.ts";
import type { ActInput, NumberGap } from "./acts.schema.ts";
import { changeAct, createAct, publishAct, withdrawAct } from "./acts.service.ts";
import { announceAct } from "./announcing.service.ts";
import { bringAboutDue } from "./becoming-public.service.ts";
import { explainGap } from "./numbering.service.ts";
import { relateActs } from "./relations.service.ts";
import { removeAct } from "./removal.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
});
afterAll(() => world.end());

const write: TestCouncil["db"]["write"] = (work) => lisi.db.write(work);
const by = () => doing(world);
const create = (given: Partial<ActInput> = {}) => write(async (tx) => createAct(tx, by(), await actInput(tx, given)));
const act = (slug: string) => lisi.json(`/api/v1/acts/${slug}`);
const draftAct = (slug: string) => lisi.json(`/api/v1/draft-acts/${slug}`);
const pageOf = async (path: string) => (await lisi.get(path)).text();

/** What has come due at this time is done, as the jobs do it; then the clock stands where it stood. */
async function at(time: string, work: () => Promise<void>) {
  const before = world.clock.now();
  world.clock.moveTo(time);
  try {
    const now = world.clock.now();
    const due = await lisi.db.read((tx) =>
      tx.selectFrom("outbox").where("topic", "=", "act-effects").where("due_at", "<=", now).selectAll().execute(),
    );
    const effect = bringAboutDue(world.clock);
    for (const { subject_id } of due) await write((tx) => effect(tx, subject_id, AbortSignal.timeout(10_000), lisi.id));
    await world.catchUp();
    await work();
  } finally {
    world.clock.moveTo(before);
    await world.catchUp();
  }
}
const later = "2026-03-20T08:00:00Z";
const schedule = (id: string, time = later) => write((tx) => publishAct(tx, by(), id, new Date(time)));
const withdraw = (id: string) => write((tx) => withdrawAct(tx, by(), id, { sq: "Gabim." }));

describe("An act that is to be public later", () => {
  const inForce = async () => {
    const made = await enact(world, lisi, { adoptedOn: "2026-01-10" });
    await write((tx) => announceAct(tx, by(), made.id, { announcedOn: "2026-01-12" }));
    return made;
  };
  const repealing = async (targetId: string) => {
    const made = await create({ adoptedOn: "2026-02-10" });
    await write((tx) => relateActs(tx, by(), { actId: made.id, kind: "repeals", targetId, since: "2026-02-20" }));
    return made;
  };

  it("repeals another only then, on its kept page too", async () => {
    const old = await inForce();
    const young = await repealing(old.id);
    await schedule(young.id);
    await world.catchUp();
    expect(await act(old.slug)).toMatchObject({ force: "in_force", repealedOn: null });
    const path = `/aktet/${old.slug}`;
    const before = await pageOf(path);
    expect(before).not.toContain("Shfuqizuar");
    await at(later, async () => {
      expect(await act(old.slug)).toMatchObject({ force: "repealed", repealedOn: "2026-02-20" });
      expect(await pageOf(path)).toContain("hfuqizuar");
    });
  });

  it("repeals nothing once its time was taken back, and at the other time once it was moved", async () => {
    const old = await inForce();
    const young = await repealing(old.id);
    await schedule(young.id, "2026-03-10T08:00:00Z");
    await schedule(young.id);
    await at("2026-03-11T08:00:00Z", async () => {
      expect(await act(old.slug)).toMatchObject({ force: "in_force", repealedOn: null });
    });
    await withdraw(young.id);
    await at(later, async () => {
      expect(await act(old.slug)).toMatchObject({ force: "in_force", repealedOn: null });
    });
  });

  it("leaves its draft as it is until then: people go on commenting", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await write((tx) => startConsultation(tx, by(), id));
    const made = await create({ draftActId: id });
    await schedule(made.id);
    expect(await draftAct(slug)).toMatchObject({ stage: "consultation", periods: [{ isOpen: true, endedOn: null }] });
    await at(later, async () => {
      expect(await draftAct(slug)).toMatchObject({
        stage: "adopted",
        periods: [{ isOpen: false, endedOn: "2026-03-20" }],
        acts: [{ number: made.number }],
      });
    });
  });

  it("is refused at once when its draft was withdrawn, and leaves one that is withdrawn meanwhile", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    const made = await create({ draftActId: id });
    await schedule(made.id);
    await write((tx) => setStage(tx, by(), id, "withdrawn", { sq: "Nuk duhet." }));
    await at(later, async () => expect(await draftAct(slug)).toMatchObject({ stage: "withdrawn" }));
    const other = await create({ draftActId: id });
    expect(await refusal(schedule(other.id))).toEqual({ code: "drafts.wrong_step" });
  });
});

describe("An act that was withdrawn and comes back at a time", () => {
  const told = async (slug: string) => {
    await world.catchUp();
    const answer = await lisi.get(`/api/v1/acts/${slug}`);
    return [answer.status, ((await answer.json()) as { reason?: object }).reason];
  };
  const state = (id: string) =>
    lisi.db.read((tx) => tx.selectFrom("acts").where("id", "=", id).select(["state"]).executeTakeFirstOrThrow());

  it("tells why until then, and is none that nobody has seen when that is taken back", async () => {
    const { id, slug, number } = await enact(world, lisi, { adoptedOn: "2015-02-01" });
    await withdraw(id);
    await schedule(id);
    expect(await told(slug)).toEqual([410, { sq: "Gabim." }]);
    const { items } = await lisi.json<{ items: NumberGap[] }>("/api/v1/acts/gaps");
    expect(items).toContainEqual(expect.objectContaining({ series: "2015", from: number, url: expect.anything() }));
    await write((tx) => withdrawAct(tx, by(), id, { sq: "Pritet ende." }));
    expect(await told(slug)).toEqual([410, { sq: "Gabim." }]);
    expect(await state(id)).toEqual({ state: "withdrawn" });
    expect(await refusal(write((tx) => removeAct(tx, by(), id)))).toEqual({ code: "acts.not_a_draft" });
    const entry = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").where("subject_id", "=", id).select("action").orderBy("id", "desc").executeTakeFirst(),
    );
    expect(entry).toEqual({ action: "act.unscheduled" });
    await schedule(id);
    await at(later, async () => expect(await told(slug)).toEqual([200, undefined]));
  });
});

describe("A draft that is named at a public act", () => {
  it("is adopted from then on, and the one that was named by mistake goes on as it stood", async () => {
    const [wrong, right] = [await publishDraft(world, lisi), await publishDraft(world, lisi)];
    await write((tx) => startConsultation(tx, by(), wrong.id));
    const made = await enact(world, lisi);
    await write((tx) => changeAct(tx, by(), made.id, { draftActId: wrong.id }));
    expect(await draftAct(wrong.slug)).toMatchObject({ stage: "adopted", acts: [{ number: made.number }] });
    await write((tx) => changeAct(tx, by(), made.id, { draftActId: right.id }));
    expect(await draftAct(wrong.slug)).toMatchObject({ stage: "consultation", periods: [{ isOpen: true }], acts: [] });
    expect(await draftAct(right.slug)).toMatchObject({ stage: "adopted" });
    await write((tx) => changeAct(tx, by(), made.id, { summary: { sq: "Tjetër." } }));
    await write((tx) => changeAct(tx, by(), made.id, { draftActId: null }));
    expect(await draftAct(right.slug)).toMatchObject({ stage: "drafting" });
  });

  it("is none that its proposer withdrew, and waits for an act that waits for its time", async () => {
    const [gone, open] = [await publishDraft(world, lisi), await publishDraft(world, lisi)];
    await write((tx) => setStage(tx, by(), gone.id, "withdrawn", { sq: "Nuk duhet." }));
    const made = await enact(world, lisi);
    const named = write((tx) => changeAct(tx, by(), made.id, { draftActId: gone.id }));
    expect(await refusal(named)).toEqual({ code: "drafts.wrong_step" });
    const young = await create();
    await schedule(young.id);
    await write((tx) => changeAct(tx, by(), young.id, { draftActId: open.id }));
    expect(await draftAct(open.slug)).toMatchObject({ stage: "drafting" });
    await at(later, async () => expect(await draftAct(open.slug)).toMatchObject({ stage: "adopted" }));
  });
});

describe("A draft whose act is withdrawn", () => {
  it("stands where it stood, and its period goes on", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await write((tx) => startConsultation(tx, by(), id));
    const made = await enact(world, lisi, { draftActId: id });
    expect(await draftAct(slug)).toMatchObject({ stage: "adopted" });
    await withdraw(made.id);
    expect(await draftAct(slug)).toMatchObject({ stage: "consultation", periods: [{ isOpen: true, endedOn: null }] });
    await write((tx) => publishAct(tx, by(), made.id));
    expect(await draftAct(slug)).toMatchObject({ stage: "adopted" });
  });

  let day = 10;
  const adoptedIn = (draft: string, slug: string, meeting: { kind: "ordinary" | "event"; isPublic: boolean }) =>
    write(async (tx) => {
      const body = await tx.selectFrom("bodies").select("id").where("kind", "=", "council").executeTakeFirstOrThrow();
      const { id } = await tx
        .insertInto("meetings")
        .values({
          ...{ slug, body_id: body.id, kind: meeting.kind, folded_text: "x", title: json({ sq: "x" }) },
          ...(meeting.isPublic && { state: "published", public_from: by().now }),
          starts_at: new Date(Date.UTC(2026, 1, day++, 9)),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await tx
        .insertInto("agenda_items")
        .values({
          ...{ meeting_id: id, path: [1], kind: "draft_act", title: json({ sq: "x" }), draft_act_id: draft },
          ...{ result: "adopted", added_at: by().now },
        })
        .execute();
    });

  it("is not held adopted by a meeting that nobody has seen, nor by an event", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    const act = await enact(world, lisi, { draftActId: id });
    await adoptedIn(id, "e-padukshme", { kind: "ordinary", isPublic: false });
    await adoptedIn(id, "dita-e-hapur", { kind: "event", isPublic: true });
    await withdraw(act.id);
    expect(await draftAct(slug)).not.toMatchObject({ stage: "adopted" });
  });

  it("stays adopted where a sitting adopted it, which the audit says, and where another act came of it", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    const [one, other] = [await enact(world, lisi, { draftActId: id }), await enact(world, lisi, { draftActId: id })];
    await withdraw(one.id);
    expect(await draftAct(slug)).toMatchObject({ stage: "adopted" });
    await adoptedIn(id, "m-1", { kind: "ordinary", isPublic: true });
    await withdraw(other.id);
    expect(await draftAct(slug)).toMatchObject({ stage: "adopted" });
    const told = await lisi.db.read((tx) =>
      tx.selectFrom("audit_log").where("subject_id", "=", id).select("action").orderBy("id", "desc").executeTakeFirst(),
    );
    expect(told).toEqual({ action: "draft_act.decision_stands" });

    const reopen = () => write((tx) => reopenDraftAct(tx, by(), id, { reason: { sq: "Rezultati ishte gabim." } }));
    expect(await refusal(reopen())).toEqual({ code: "drafts.wrong_step" });
    await write((tx) => tx.updateTable("agenda_items").set({ result: null }).where("draft_act_id", "=", id).execute());
    await reopen();
    expect(await draftAct(slug)).toMatchObject({ stage: "drafting" });
  });
});

describe("The numbers around an act", () => {
  const gaps = async (year: string): Promise<NumberGap[]> => {
    await world.catchUp();
    const { items } = await lisi.json<{ items: NumberGap[] }>("/api/v1/acts/gaps");
    return items.filter(({ series }) => series === year);
  };
  const reason = { sq: "U anulua.", en: "It was cancelled." };
  const audited = async (action: string) =>
    (await lisi.db.read((tx) => tx.selectFrom("audit_log").where("action", "=", action).selectAll().execute())).map(
      ({ subject_id, before }) => ({ subject_id, before }),
    );

  it("are explained with the act that leaves them out, not before", async () => {
    await enact(world, lisi, { adoptedOn: "2019-02-01" });
    const { id } = await create({ adoptedOn: "2019-02-02", number: 4, gapReason: reason });
    await enact(world, lisi, { adoptedOn: "2019-02-03" });
    expect(await gaps("2019")).toMatchObject([{ from: 2, to: 4, reason: null }]);
    await write((tx) => changeAct(tx, by(), id, { gapReason: { sq: "Humbën." } }));
    await create({ adoptedOn: "2019-02-04", number: 3 });
    await schedule(id);
    expect(await gaps("2019")).toMatchObject([{ from: 2, to: 4, reason: null }]);
    await at(later, async () =>
      expect(await gaps("2019")).toMatchObject([
        { from: 2, to: 2, reason: { sq: "Humbën." } },
        { from: 3, to: 3, reason: null },
      ]),
    );
  });

  it("go with the draft that explained them, and follow it to another number", async () => {
    await enact(world, lisi, { adoptedOn: "2018-02-01" });
    const { id } = await create({ adoptedOn: "2018-02-02", number: 4, gapReason: reason });
    expect(await refusal(write((tx) => changeAct(tx, by(), id, { gapReason: null })))).toEqual({
      code: "acts.leaves_gap",
    });
    await write((tx) => changeAct(tx, by(), id, { number: 3 }));
    const another = await create({ adoptedOn: "2018-02-03" });
    expect(another.number).toBe(4);
    await write((tx) => removeAct(tx, by(), another.id));
    await write((tx) => removeAct(tx, by(), id));
    expect(await create({ adoptedOn: "2018-02-02" })).toMatchObject({ number: 2 });
    expect(await gaps("2018")).toEqual([]);
  });

  it("stay explained until the act that takes one is public itself, which the audit tells", async () => {
    const name = "decision 2017 2";
    await enact(world, lisi, { adoptedOn: "2017-02-01" });
    await enact(world, lisi, { adoptedOn: "2017-02-02", number: 3, gapReason: reason });
    const { id } = await create({ adoptedOn: "2017-02-01", number: 2 });
    expect(await gaps("2017")).toMatchObject([{ from: 2, to: 2, reason }]);
    await schedule(id);
    expect(await gaps("2017")).toMatchObject([{ from: 2, to: 2, reason }]);
    await withdraw(id);
    await write((tx) => removeAct(tx, by(), id));
    expect(await gaps("2017")).toMatchObject([{ from: 2, to: 2, reason }]);
    const taking = await create({ adoptedOn: "2017-02-01", number: 2 });
    await schedule(taking.id);
    await at(later, async () => expect(await gaps("2017")).toEqual([]));
    expect(await audited("act_gap.filled")).toEqual([{ subject_id: name, before: { to: 2, reason } }]);
  });

  it("keep what was said of them meanwhile", async () => {
    await enact(world, lisi, { adoptedOn: "2016-02-01" });
    const { id } = await create({ adoptedOn: "2016-02-02", number: 4, gapReason: reason });
    await write((tx) =>
      explainGap(tx, by(), { type: "decision", series: "2016", from: 2, reason: { sq: "Nuk u miratua." } }),
    );
    await write((tx) => publishAct(tx, by(), id));
    expect(await gaps("2016")).toMatchObject([
      { from: 2, to: 2, reason: { sq: "Nuk u miratua." } },
      { from: 3, to: 3, reason },
    ]);
  });
});

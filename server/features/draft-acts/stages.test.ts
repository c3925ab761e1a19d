import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { draft, publishDraft } from "../../../tests/support/drafts.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { InvalidInput } from "../../http/problem.ts";
import { addDayOff } from "../deadlines/days-off.service.ts";
import { setCouncilPeriod } from "../deadlines/periods.service.ts";
import type { DraftAct } from "./draft-acts.schema.ts";
import { changeDraftAct, createDraftAct } from "./draft-acts.service.ts";
import { correctNotice } from "./notice-corrections.service.ts";
import {
  closeConsultation,
  extendConsultation,
  markDecided,
  setStage,
  startConsultation,
  startInitiative,
} from "./stages.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
});
afterAll(() => world.end());

const ground = { sq: "Akt i ndërlikuar.", en: "A complex act." };
const write = <T>(work: (tx: TenantTx) => Promise<T>) => lisi.db.write(work);
const one = (slug: string) => lisi.json<DraftAct>(`/api/v1/draft-acts/${slug}`);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code, fields, params }: InvalidInput) => ({
      code,
      ...(fields ? { fields } : Object.keys(params ?? {}).length > 0 && { params }),
    }),
  );
async function at<T>(instant: string, work: () => Promise<T>): Promise<T> {
  const before = world.clock.now();
  world.clock.moveTo(instant);
  try {
    return await work();
  } finally {
    world.clock.moveTo(before);
  }
}
const consulted = async (given: Parameters<typeof startConsultation>[3] = {}) => {
  const made = await publishDraft(world, lisi);
  await write((tx) => startConsultation(tx, doing(world), made.id, given));
  return made;
};

describe("A consultation", () => {
  it("may be longer for one draft act, with the ground said, up to what the law knows", async () => {
    const { slug } = await consulted({ longer: { workingDays: 30, ground } });
    const { periods } = await one(slug);
    expect(periods[0]).toMatchObject({ dueOn: "2026-04-23", daysLeft: 30 });
    expect(periods[0]!.steps[1]!.en).toBe("The period set for this case: 30 working days (A complex act.).");
    expect(await refusal(consulted({ longer: { workingDays: 41, ground } }))).toEqual({
      code: "drafts.period_past_limit",
      params: { number: 40 },
    });
    expect(await refusal(consulted({ longer: { workingDays: 19, ground } }))).toEqual({
      code: "drafts.period_too_short",
      params: { number: 20 },
    });
  });

  it("is for one draft act never shorter than the council’s own rules have it", async () => {
    const { krasta } = world;
    const made = await publishDraft(world, krasta);
    const rules = { number: 30, unit: "working", basis: "council", ground, validFrom: "2026-01-01" } as const;
    await krasta.db.write((tx) => setCouncilPeriod(tx, doing(world), { rule: "K3", ...rules }));
    const start = (workingDays: number) =>
      krasta.db.write((tx) => startConsultation(tx, doing(world), made.id, { longer: { workingDays, ground } }));
    expect(await refusal(start(25))).toEqual({ code: "drafts.period_too_short", params: { number: 30 } });
    expect(await refusal(start(35))).toBe(null);
  });

  it("may be lengthened while it runs, and says why; shortened never", async () => {
    const { id, slug } = await consulted();
    const extend = (workingDays: number) =>
      write((tx) => extendConsultation(tx, doing(world), id, { workingDays, ground }));
    expect(await extend(40)).toEqual({ dueOn: "2026-05-08" });
    const { periods } = await one(slug);
    expect(periods).toMatchObject([{ dueOn: "2026-05-08", isOpen: true, endedOn: null }]);
    expect(await refusal(extend(25))).toEqual({ code: "drafts.period_not_longer" });
    expect(await refusal(extend(41))).toMatchObject({ code: "drafts.period_past_limit" });
    expect((await one(slug)).periods[0]!.dueOn).toBe("2026-05-08");
    const late = at("2026-05-11T10:00:00Z", () => extend(40));
    expect(await refusal(late)).toEqual({ code: "drafts.no_period_runs" });
  });

  it("cannot be cut: until its last day is over nobody closes it and nothing else begins", async () => {
    const { id, slug } = await consulted();
    const runs = { code: "drafts.period_runs", params: { date: "08.04.2026" } };
    const tries = [
      () => write((tx) => closeConsultation(tx, doing(world), id)),
      () => write((tx) => setStage(tx, doing(world), id, "agenda")),
      () => write((tx) => startConsultation(tx, doing(world), id)),
    ];
    for (const tried of tries) expect(await refusal(tried())).toEqual(runs);
    await at("2026-04-08T20:00:00Z", async () => {
      for (const tried of tries) expect(await refusal(tried())).toEqual(runs);
    });
    await at("2026-04-09T08:00:00Z", async () => {
      await write((tx) => closeConsultation(tx, doing(world), id));
      expect(await one(slug)).toMatchObject({
        stage: "review",
        periods: [{ dueOn: "2026-04-08", isOpen: false, overdue: true, endedOn: null, closedOn: null }],
      });
    });
  });

  it("may be held again when what was said raised new matters", async () => {
    const { id, slug } = await consulted({ from: "2026-02-02" });
    await at("2026-04-10T08:00:00Z", async () => {
      await write((tx) => startConsultation(tx, doing(world), id));
      expect((await one(slug)).periods.map(({ startsOn, isOpen }) => [startsOn, isOpen])).toEqual([
        ["2026-02-02", false],
        ["2026-04-10", true],
      ]);
    });
  });

  it("ends before its time only with the draft act itself, and says on which day", async () => {
    const { id, slug } = await consulted();
    const silent = write((tx) => setStage(tx, doing(world), id, "withdrawn"));
    expect(await refusal(silent)).toMatchObject({ fields: [{ path: "note", code: "text.required" }] });
    await write((tx) => setStage(tx, doing(world), id, "withdrawn", { sq: "Bashkohet me një tjetër.", en: "Merged." }));
    expect(await one(slug)).toMatchObject({
      stage: "withdrawn",
      stageNote: { en: "Merged." },
      periods: [{ isOpen: false, endedOn: "2026-03-05" }],
    });
    const html = await (await lisi.get(`/projektaktet/${slug}`)).text();
    expect(html).toContain("Bashkohet me një tjetër.");
    expect(html).not.toContain("Thoni mendimin tuaj");
  });

  it("moves its last day when a holiday is added, and says so", async () => {
    const { slug } = await consulted();
    await write((tx) =>
      addDayOff(tx, doing(world), {
        day: "2026-03-11",
        name: { sq: "Pushim shtesë", en: "Extra day off" },
        nonWorking: true,
        reason: ground,
        source: "VKM nr. 1",
      }),
    );
    expect((await one(slug)).periods[0]!.dueOn).toBe("2026-04-09");
  });

  it.each([
    ["of a day still to come", { from: "2026-03-06" }, "drafts.notice_to_come"],
    ["before the draft act was registered", { from: "2026-02-01" }, "drafts.notice_before_registration"],
  ])("is refused with a notice %s", async (_, given, code) => {
    expect(await refusal(consulted(given))).toEqual({ code: "http.invalid_input", fields: [{ path: "from", code }] });
  });

  it("is refused for what nobody can read", async () => {
    const hidden = await write((tx) => createDraftAct(tx, doing(world), draft()));
    const tried = write((tx) => startConsultation(tx, doing(world), hidden.id));
    expect(await refusal(tried)).toEqual({ code: "drafts.not_published" });
  });
});

describe("An initiative", () => {
  it("comes before the draft and its consultation, each after the time of the one before", async () => {
    const { id, slug } = await publishDraft(world, lisi);
    await write((tx) => startInitiative(tx, doing(world), id));
    const runs = { code: "drafts.period_runs", params: { date: "09.04.2026" } };
    expect(await refusal(write((tx) => setStage(tx, doing(world), id, "drafting")))).toEqual(runs);
    expect(await refusal(write((tx) => startConsultation(tx, doing(world), id)))).toEqual(runs);
    expect(await refusal(write((tx) => startInitiative(tx, doing(world), id)))).toEqual({ code: "drafts.wrong_step" });
    await at("2026-04-10T08:00:00Z", async () => {
      await write((tx) => setStage(tx, doing(world), id, "drafting"));
      expect(await refusal(write((tx) => startConsultation(tx, doing(world), id, { from: "2026-03-01" })))).toEqual({
        code: "http.invalid_input",
        fields: [{ path: "from", code: "drafts.consultation_before_initiative" }],
      });
      await write((tx) => startConsultation(tx, doing(world), id));
      expect((await one(slug)).periods.map(({ about, isOpen }) => [about, isOpen])).toEqual([
        ["initiative", false],
        ["draft", true],
      ]);
    });
  });
});

it("An initiative’s period may be lengthened while it runs, as that of a draft", async () => {
  const { id, slug } = await publishDraft(world, lisi);
  await write((tx) => startInitiative(tx, doing(world), id));
  const longer = (workingDays: number) =>
    write((tx) => extendConsultation(tx, doing(world), id, { workingDays, ground }));
  expect(await refusal(longer(41))).toMatchObject({ code: "drafts.period_past_limit" });
  await longer(30);
  expect(await one(slug)).toMatchObject({ stage: "initiative", periods: [{ about: "initiative", isOpen: true }] });
  expect((await one(slug)).periods[0]!.steps[1]!.en).toBe(
    "The period set for this case: 30 working days (A complex act.).",
  );
});

it("A notice whose day is corrected leaves people no less than the council’s rules of the right day", async () => {
  const { krasta } = world;
  const made = await publishDraft(world, krasta);
  const rules = { number: 30, unit: "working", basis: "council", ground, validFrom: "2026-03-03" } as const;
  await krasta.db.write(async (tx) => {
    await setCouncilPeriod(tx, doing(world), { rule: "K2", ...rules });
    await startInitiative(tx, doing(world), made.id, { from: "2026-02-20", longer: { workingDays: 25, ground } });
    await correctNotice(tx, doing(world), made.id, { day: "2026-03-04", reason: ground });
  });
  const { periods } = await krasta.json<DraftAct>(`/api/v1/draft-acts/${made.slug}`);
  expect(periods.map(({ steps }) => steps.at(1)!.en)).toEqual([expect.stringContaining("30 working days")]);
});

it("A draft act is not registered after its first notice", async () => {
  const { id, slug } = await publishDraft(world, lisi);
  await write((tx) => startInitiative(tx, doing(world), id, { from: "2026-02-20" }));
  const registered = (registeredOn: string) => write((tx) => changeDraftAct(tx, doing(world), id, { registeredOn }));
  expect(await refusal(registered("2026-02-21"))).toMatchObject({
    fields: [{ path: "registeredOn", code: "drafts.registered_after_notice", params: { date: "20.02.2026" } }],
  });
  await registered("2026-02-20");
  expect((await one(slug)).registeredOn).toBe("2026-02-20");
});

describe("The decision", () => {
  it("ends the way of a draft act, and is recorded once", async () => {
    const { id, slug } = await consulted();
    await at("2026-04-30T10:00:00Z", async () => {
      await write((tx) => markDecided(tx, doing(world), id, "adopted"));
      await write((tx) => markDecided(tx, doing(world), id, "adopted"));
      expect((await one(slug)).stage).toBe("adopted");
    });
    expect(await refusal(write((tx) => setStage(tx, doing(world), id, "review")))).toEqual({
      code: "drafts.decided_already",
    });
    expect(await refusal(write((tx) => startConsultation(tx, doing(world), id)))).toEqual({
      code: "drafts.decided_already",
    });
    const audit = await lisi.db.read((tx) =>
      tx
        .selectFrom("audit_log")
        .select("action")
        .where("subject_id", "=", id)
        .where("action", "=", "draft_act.decided")
        .execute(),
    );
    expect(audit).toHaveLength(1);
  });

  it("is not taken on what its proposer withdrew", async () => {
    const { id } = await publishDraft(world, lisi);
    await write((tx) => setStage(tx, doing(world), id, "withdrawn", ground));
    expect(await refusal(write((tx) => markDecided(tx, doing(world), id, "adopted")))).toEqual({
      code: "drafts.wrong_step",
    });
  });

  it("without the consultation that the law asks for is shown as such", async () => {
    const { id, slug } = await publishDraft(world, lisi, { slug: "pa-pyetur" });
    await write((tx) => setStage(tx, doing(world), id, "agenda"));
    await world.catchUp();
    expect(await (await lisi.get(`/projektaktet/${slug}`)).text()).toContain("Ligji kërkon konsultim publik");
    expect(await (await lisi.get("/en/draft-acts?q=pastrim&stage=agenda")).text()).toContain("without consultation");
  });
});

import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doing } from "../../../tests/support/content.ts";
import { publishDraft } from "../../../tests/support/drafts.ts";
import { planned } from "../../../tests/support/plan.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { InvalidInput } from "../../http/problem.ts";
import { markDecided, startConsultation } from "../draft-acts/stages.service.ts";
import { planVerdict } from "./plan.readiness.ts";
import { Plan, type PlanItemInput } from "./plan.schema.ts";
import {
  addPlanItem,
  changePlan,
  changePlanItem,
  createPlan,
  dropPlanItem,
  publishPlan,
  removePlanItem,
  resumePlanItem,
  withdrawPlan,
} from "./plan.service.ts";

let world: TestWorld;
let lisi: TestCouncil;
let krasta: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi, krasta } = world);
});
afterAll(() => world.end());

const api = "/api/v1/plan";
const write = <T>(work: (tx: TenantTx) => Promise<T>) => lisi.db.write(work);
const plan = async (query = "", council = lisi) => {
  const answer = await council.get(api + query);
  expect(answer.status).toBe(200);
  return v.parse(Plan, await answer.json());
};
const items = async (query = "") =>
  (await plan(query)).months.flatMap(({ month, items }) => items.map((item) => ({ month, ...item })));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code, fields }: InvalidInput) => ({ code, ...(fields && { fields }) }),
  );
const add = (year: number, given: Partial<PlanItemInput> = {}) =>
  write((tx) => addPlanItem(tx, doing(world), year, planned(given)));

async function publishedAct(tx: TenantTx, number: number, adoptedOn: string, draftActId: string | null = null) {
  const body = await tx
    .insertInto("bodies")
    .values({
      slug: `keshilli-${number}`,
      kind: "committee",
      name: json({ sq: "Këshilli" }),
      contacts: json({}),
      folded_text: "",
      state: "published",
      public_from: world.clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return tx
    .insertInto("acts")
    .values({
      slug: `vendim-${number}-2026`,
      type: "decision",
      nature: "normative",
      number,
      series: "2026",
      title: json({ sq: "Vendimi" }),
      subject: "taxes",
      body_id: body.id,
      draft_act_id: draftActId,
      adopted_on: adoptedOn,
      prefect_state: "to_deposit",
      folded_text: "",
      state: "published",
      public_from: world.clock.now(),
    } as never)
    .returning("id")
    .executeTakeFirstOrThrow();
}

describe("The plan of a year", () => {
  it("tells month by month what was adopted, what is late, under way, to come and dropped, with the way to each", async () => {
    await write((tx) => createPlan(tx, doing(world), { year: 2026, adoptingAct: { sq: "Vendimi nr. 90" } }));
    const draft = await publishDraft(world, lisi);
    const fromDraft = await publishDraft(world, lisi, { title: { sq: "Për buxhetin", en: "On the budget" } });
    await write(async (tx) => {
      await startConsultation(tx, doing(world), draft.id);
      const named = await publishedAct(tx, 1, "2026-01-20");
      await publishedAct(tx, 2, "2026-03-02", fromDraft.id);
      await markDecided(tx, doing(world), fromDraft.id, "adopted");
      const at = async (given: Partial<PlanItemInput>) => addPlanItem(tx, doing(world), 2026, planned(given));
      await at({ month: 12, title: { sq: "Kalendari", en: "Calendar" }, isConsulted: false });
      await at({ month: 1, title: { sq: "Me akt", en: "With an act" }, actId: named.id });
      await at({ month: 2, title: { sq: "Përmes projektaktit", en: "Through its draft" }, draftActId: fromDraft.id });
      await at({ month: 2, title: { sq: "I harruar", en: "Forgotten" } });
      await at({ month: 3, title: { sq: "Në konsultim", en: "In consultation" }, draftActId: draft.id });
      const dropped = await at({ month: 1, title: { sq: "I lënë", en: "Given up" } });
      await dropPlanItem(tx, doing(world), dropped.id, {
        on: "2026-01-15",
        reason: { sq: "S’ka fonde.", en: "No funds." },
      });
      await publishPlan(tx, doing(world), 2026);
    });
    expect((await items()).map(({ month, title, state }) => [month, title.en, state])).toEqual([
      [1, "With an act", "adopted"],
      [1, "Given up", "dropped"],
      [2, "Through its draft", "adopted_late"],
      [2, "Forgotten", "late"],
      [3, "In consultation", "under_way"],
      [12, "Calendar", "upcoming"],
    ]);
    const { total, tally, years, adoptingAct } = await plan();
    expect({ total, years, adoptingAct }).toEqual({ total: 6, years: [2026], adoptingAct: { sq: "Vendimi nr. 90" } });
    expect(tally).toContainEqual({ state: "late", count: 1 });
    const albanian = await (await lisi.get("/plani-i-vendimmarrjes")).text();
    for (const words of [
      "Plani i vitit 2026",
      "Miratuar me vonesë",
      "S’ka fonde.",
      'href="/aktet/vendim-2-2026"',
      "Vendimi nr. 90",
    ])
      expect(albanian).toContain(words);
    const english = await (await lisi.get("/en/decision-plan?year=2026")).text();
    for (const words of [
      "Plan of 2026",
      "Adopted late",
      "No funds.",
      `href="/en/draft-acts/${draft.slug}"`,
      "December 2026",
    ])
      expect(english).toContain(words);
  });

  it("changes by itself when a month has passed", async () => {
    const before = world.clock.now();
    world.clock.moveTo("2026-12-31T23:30:00Z");
    expect((await items("?year=2026")).find(({ title }) => title.en === "Calendar")!.state).toBe("late");
    world.clock.moveTo(before);
  });

  it("shows no act and no draft that is not public", async () => {
    await write(async (tx) => {
      await tx.updateTable("acts").set({ state: "draft" }).where("slug", "=", "vendim-1-2026").execute();
    });
    expect((await items()).find(({ title }) => title.en === "With an act")).toMatchObject({ state: "late", act: null });
    await write((tx) =>
      tx.updateTable("acts").set({ state: "published" }).where("slug", "=", "vendim-1-2026").execute(),
    );
  });

  it("is open data with the state of today", async () => {
    const { total, items: rows } = await lisi.json<{ total: number; items: Record<string, unknown>[] }>(
      "/plani-i-vendimmarrjes.json?year=2026",
    );
    expect(total).toBe(6);
    expect(rows.map((row) => row.state)).toEqual([
      "adopted",
      "dropped",
      "adopted_late",
      "late",
      "under_way",
      "upcoming",
    ]);
    expect(rows[1]).toMatchObject({ dropped_on: "2026-01-15", dropped_reason_en: "No funds.", month: 1 });
    expect((await lisi.get("/plani-i-vendimmarrjes.csv?year=abc")).status).toBe(422);
  });

  it("belongs to its council", async () => {
    expect((await krasta.get(api)).status).toBe(404);
    expect(await (await krasta.get("/plani-i-vendimmarrjes.json")).text()).not.toContain("Vendimi nr. 90");
    const { id } = (await items())[0]!;
    const there = krasta.db.write((tx) => dropPlanItem(tx, doing(world), id, { reason: { sq: "Jo" } }));
    expect(await refusal(there)).toEqual({ code: "plan.item_not_found" });
  });

  it("is this year's where none is named, and another year's on request", async () => {
    await write((tx) => createPlan(tx, doing(world), { year: 2025 }));
    await add(2025, { month: 6 });
    await write((tx) => publishPlan(tx, doing(world), 2025));
    expect((await plan()).year).toBe(2026);
    expect(await plan("?year=2025")).toMatchObject({ year: 2025, years: [2026, 2025], total: 1 });
    const nothing = await lisi.get("/en/decision-plan?year=2019");
    expect(nothing.status).toBe(404);
    expect(await nothing.text()).toContain("There is no plan for 2019.");
  });
});

describe("A plan that is not public", () => {
  it("is seen by nobody, appears at its time, and goes again when it is taken back", async () => {
    await write((tx) => createPlan(tx, doing(world), { year: 2027 }));
    await add(2027, { title: { sq: "Për të ardhmen" } });
    expect((await lisi.get(`${api}?year=2027`)).status).toBe(404);
    expect(await (await lisi.get("/plani-i-vendimmarrjes.json")).text()).not.toContain("Për të ardhmen");
    const tomorrow = new Date(world.clock.now().getTime() + 86_400_000);
    await write((tx) => publishPlan(tx, doing(world), 2027, tomorrow));
    expect((await lisi.get(`${api}?year=2027`)).status).toBe(404);
    const before = world.clock.now();
    world.clock.moveTo(tomorrow);
    expect((await lisi.get(`${api}?year=2027`)).status).toBe(200);
    await write((tx) => withdrawPlan(tx, doing(world), 2027));
    expect((await lisi.get(`${api}?year=2027`)).status).toBe(404);
    world.clock.moveTo(before);
  });

  it("may still lose an act; what the public has read stays and is dropped with a reason", async () => {
    await write((tx) => createPlan(tx, doing(world), { year: 2024 }));
    const first = await add(2024);
    const second = await add(2024);
    await write((tx) => removePlanItem(tx, doing(world), first.id));
    await write((tx) => publishPlan(tx, doing(world), 2024));
    expect(await refusal(write((tx) => removePlanItem(tx, doing(world), second.id)))).toEqual({
      code: "plan.item_stays",
    });
    await write((tx) => dropPlanItem(tx, doing(world), second.id, { reason: { sq: "Arsyeja" } }));
    expect((await items("?year=2024")).map(({ state }) => state)).toEqual(["dropped"]);
    await write((tx) => resumePlanItem(tx, doing(world), second.id));
    await write((tx) => changePlanItem(tx, doing(world), second.id, { month: 5 }));
    await write((tx) => changePlan(tx, doing(world), 2024, { note: { sq: "I rishikuar." } }));
    expect(await plan("?year=2024")).toMatchObject({ note: { sq: "I rishikuar." }, months: [{ month: 5 }] });
  });
});

describe("What cannot be planned", () => {
  it.each<[string, (tx: TenantTx) => Promise<unknown>, object]>([
    ["a year twice", (tx) => createPlan(tx, doing(world), { year: 2026 }), { code: "plan.year_taken" }],
    [
      "a year out of reach",
      (tx) => createPlan(tx, doing(world), { year: 1999 }),
      { code: "http.invalid_input", fields: [{ path: "year", code: "filter.not_a_year" }] },
    ],
    [
      "a thirteenth month",
      (tx) => addPlanItem(tx, doing(world), 2026, planned({ month: 13 })),
      { code: "http.invalid_input", fields: [{ path: "month", code: "filter.not_a_month" }] },
    ],
    [
      "a place that no column holds",
      (tx) => addPlanItem(tx, doing(world), 2026, planned({ position: 3_000_000_000 })),
      { code: "http.invalid_input", fields: [{ path: "position", code: "number.too_large" }] },
    ],
    [
      "an act of a stranger",
      (tx) => addPlanItem(tx, doing(world), 2026, planned({ actId: crypto.randomUUID() })),
      { code: "http.invalid_input", fields: [{ path: "actId", code: "plan.act_unknown" }] },
    ],
    [
      "a draft that does not exist",
      (tx) => addPlanItem(tx, doing(world), 2026, planned({ draftActId: crypto.randomUUID() })),
      { code: "http.invalid_input", fields: [{ path: "draftActId", code: "plan.draft_unknown" }] },
    ],
    ["an item of no plan", (tx) => addPlanItem(tx, doing(world), 2001, planned()), { code: "plan.no_such_year" }],
    ["a public plan again", (tx) => publishPlan(tx, doing(world), 2026), { code: "plan.already_public" }],
  ])("%s", async (_, work, expected) => {
    expect(await refusal(write(work))).toEqual(expected);
  });

  it("is a plan without any act, nor giving up what was adopted, or tomorrow", async () => {
    await write((tx) => createPlan(tx, doing(world), { year: 2023 }));
    expect(await refusal(write((tx) => publishPlan(tx, doing(world), 2023)))).toEqual({ code: "plan.without_items" });
    const [adopted, , late] = await items();
    const drop = (id: string, on?: string) =>
      write((tx) => dropPlanItem(tx, doing(world), id, { reason: { sq: "Jo" }, ...(on && { on }) }));
    expect(await refusal(drop(adopted!.id))).toEqual({ code: "plan.item_adopted" });
    expect(await refusal(drop(late!.id, "2026-03-06"))).toMatchObject({
      fields: [{ path: "on", code: "plan.dropped_later" }],
    });
  });
});

describe("The plan counts", () => {
  const of = (year: number, withoutEnglish = 0) => ({ year, items: 9, withoutEnglish });
  it.each([
    [[], "2026-03-05", "none"],
    [[of(2025)], "2026-03-05", "partial"],
    [[of(2025)], "2026-02-28", "full"],
    [[of(2025), of(2026)], "2026-03-05", "full"],
    [[of(2026, 2)], "2026-03-05", "partial"],
  ] as const)("with %j on %s as %s", (plans, today, level) => {
    expect(planVerdict(plans, today).readiness).toBe(level);
  });

  it("on the board as what the public sees", async () => {
    const { elements } = await lisi.json<{ elements: { code: string; readiness: string; reason: { en: string } }[] }>(
      "/api/v1/elements",
    );
    expect(elements.find(({ code }) => code === "I.3.1")).toMatchObject({
      readiness: "full",
      reason: { en: "The plan for 2026 is published with 6 acts, in both languages." },
    });
  });
});

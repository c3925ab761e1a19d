import fc from "fast-check";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addCouncilBody, enact, refusal } from "../../../tests/support/acts.ts";
import { doing } from "../../../tests/support/content.ts";
import { createWorld, type TestCouncil, type TestWorld } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import type { Doing } from "../audit/audit.service.ts";
import { Act } from "./acts.schema.ts";
import { changeAct } from "./acts.service.ts";
import type { PrefectStep } from "./acts.shared.ts";
import { announceAct } from "./announcing.service.ts";
import {
  depositAct,
  noteNoAnswer,
  recordCourt,
  recordNoObjection,
  recordReconsideration,
  recordReturn,
  recordRuling,
  takeBackStep,
} from "./prefect.service.ts";
import { stateAfter } from "./prefect-review.ts";

let world: TestWorld;
let lisi: TestCouncil;
beforeAll(async () => {
  world = await createWorld();
  ({ lisi } = world);
  await addCouncilBody(lisi);
  await addCouncilBody(world.krasta);
  world.clock.moveTo(new Date("2026-06-01T10:00:00+02:00"));
});
afterAll(() => world.end());

const reasons = { sq: "Mungon baza ligjore.", en: "The legal basis is missing." };
/** The commands of the review, by the step that each takes. */
const commands: Record<PrefectStep, (tx: TenantTx, by: Doing, id: string, day: string) => Promise<unknown>> = {
  deposited: (tx, by, id, day) => depositAct(tx, by, id, { day, protocolNumber: "118" }),
  no_objection: (tx, by, id, day) => recordNoObjection(tx, by, id, { day }),
  no_answer: (tx, by, id, day) => noteNoAnswer(tx, by, id, { day }),
  returned: (tx, by, id, day) => recordReturn(tx, by, id, { day, reasons }),
  reconsidered: (tx, by, id, day) => recordReconsideration(tx, by, id, { day, outcome: "kept" }),
  court: (tx, by, id, day) => recordCourt(tx, by, id, { day }),
  ruled: (tx, by, id, day) => recordRuling(tx, by, id, { day, outcome: "invalid" }),
};
const take = (id: string, step: PrefectStep, day: string, council = lisi) =>
  council.db.write((tx) => commands[step](tx, doing(world), id, day));
/** An act of 27 February that was announced on 4 March. */
const announced = async (given = {}) => {
  const made = await enact(world, lisi, given);
  await lisi.db.write((tx) => announceAct(tx, doing(world), made.id, { announcedOn: "2026-03-04" }));
  return made;
};
const actAt = async (slug: string) => v.parse(Act, await lisi.json(`/api/v1/acts/${slug}`));

describe("The prefect's review", () => {
  it("goes from the deposit to the answer, each with its day, its number and its clock of the law", async () => {
    const { id, slug } = await announced();
    expect((await actAt(slug)).prefect.clocks).toMatchObject([{ rule: "P1", dueOn: "2026-03-17", closedOn: null }]);
    await take(id, "deposited", "2026-03-06");
    expect(await actAt(slug)).toMatchObject({
      prefect: {
        steps: [{ step: "deposited", day: "2026-03-06", protocolNumber: "118" }],
        clocks: [
          { rule: "P1", closedOn: "2026-03-06", overdue: false },
          { rule: "P3", startsOn: "2026-03-06", dueOn: "2026-03-17" },
        ],
      },
    });
    await take(id, "no_objection", "2026-03-20");
    const act = await actAt(slug);
    expect(act.prefectState).toBe("no_objection");
    expect(act.prefect.clocks[1]).toMatchObject({ closedOn: "2026-03-20", overdue: true });
  });

  it("does not suspend the act: it comes into force while the prefect has it", async () => {
    const { id, slug } = await announced();
    await take(id, "deposited", "2026-03-06");
    expect(await actAt(slug)).toMatchObject({ force: "in_force", inForceOn: "2026-03-14" });
  });

  it("shows silence by itself once the period is over, without anybody noting it", async () => {
    const then = world.clock.now();
    world.clock.moveTo(new Date("2026-03-06T12:00:00+01:00"));
    const { id, slug } = await announced();
    await take(id, "deposited", "2026-03-06");
    const stateAt = async (instant: string) => {
      world.clock.moveTo(new Date(instant));
      const { prefectState } = await actAt(slug);
      const { total } = await lisi.json<{ total: number }>("/api/v1/acts?prefect=no_answer");
      return [prefectState, total];
    };
    expect(await stateAt("2026-03-17T23:59:59+01:00")).toEqual(["deposited", 0]);
    expect(await stateAt("2026-03-18T00:00:00+01:00")).toEqual(["no_answer", 1]);
    world.clock.moveTo(then);
  });

  it("lets silence be noted only after the last day, and an answer still come late", async () => {
    const { id, slug } = await announced();
    await take(id, "deposited", "2026-03-06");
    expect(await refusal(take(id, "no_answer", "2026-03-17"))).toEqual({ code: "acts.period_runs" });
    await take(id, "no_answer", "2026-03-18");
    await take(id, "returned", "2026-03-25");
    expect((await actAt(slug)).prefectState).toBe("returned");
  });

  it("is returned only once; then the Council decides again, deposits anew, and only the court is left", async () => {
    const { id, slug } = await announced();
    await take(id, "deposited", "2026-03-06");
    await take(id, "returned", "2026-03-12");
    await take(id, "reconsidered", "2026-03-26");
    await take(id, "deposited", "2026-03-30");
    expect(await refusal(take(id, "returned", "2026-04-02"))).toEqual({ code: "acts.returned_once" });
    await take(id, "court", "2026-04-02");
    await take(id, "ruled", "2026-05-20");
    const act = await actAt(slug);
    expect(act).toMatchObject({ prefectState: "invalid", force: "annulled" });
    expect(act.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["deposited", "returned", "reconsidered", "court", "ruled"]),
    );
  });

  it("ends the act on the day on which the Council repeals it after a return", async () => {
    const { id, slug } = await announced();
    await take(id, "deposited", "2026-03-06");
    await take(id, "returned", "2026-03-12");
    await lisi.db.write((tx) =>
      recordReconsideration(tx, doing(world), id, { day: "2026-03-26", outcome: "repealed", reasons }),
    );
    expect(await actAt(slug)).toMatchObject({ repealedOn: "2026-03-26", force: "repealed" });
    await lisi.db.write((tx) => takeBackStep(tx, doing(world), id));
    expect(await actAt(slug)).toMatchObject({ repealedOn: null, force: "in_force", prefectState: "returned" });
  });

  it("refuses an answer before the deposit, a deposit before the announcement, and days out of order", async () => {
    const { id } = await announced();
    expect(await refusal(take(id, "no_objection", "2026-03-06"))).toEqual({ code: "acts.step_answer" });
    expect(await refusal(take(id, "deposited", "2026-03-03"))).toMatchObject({
      fields: [{ path: "day", code: "acts.before_announcement" }],
    });
    await take(id, "deposited", "2026-03-06");
    expect(await refusal(take(id, "no_objection", "2026-03-05"))).toMatchObject({
      fields: [{ path: "day", code: "acts.before_last_step" }],
    });
    expect(await refusal(take(id, "no_objection", "2026-06-02"))).toMatchObject({
      fields: [{ path: "day", code: "acts.not_yet" }],
    });
    const { id: unannounced } = await enact(world, lisi);
    expect(await refusal(take(unannounced, "deposited", "2026-03-06"))).toEqual({ code: "acts.not_announced" });
  });

  it("asks nothing of individual acts", async () => {
    const { id, slug } = await enact(world, lisi, { nature: "individual" });
    expect(await refusal(take(id, "deposited", "2026-03-06"))).toEqual({ code: "acts.no_deposit_needed" });
    expect((await actAt(slug)).prefectState).toBe("not_required");
  });

  it("keeps what an act is while it runs, and follows a corrected announcement", async () => {
    const { id, slug } = await announced();
    await take(id, "deposited", "2026-03-06");
    const change = { nature: "individual" as const };
    expect(await refusal(lisi.db.write((tx) => changeAct(tx, doing(world), id, change)))).toEqual({
      code: "acts.under_review",
    });
    const announce = (announcedOn: string) => lisi.db.write((tx) => announceAct(tx, doing(world), id, { announcedOn }));
    expect(await refusal(announce("2026-03-07"))).toMatchObject({
      fields: [{ path: "announcedOn", code: "acts.after_deposit" }],
    });
    await announce("2026-03-02");
    expect(await actAt(slug)).toMatchObject({
      inForceOn: "2026-03-12",
      prefect: { clocks: [{ rule: "P1", startsOn: "2026-03-02", dueOn: "2026-03-12" }, { rule: "P3" }] },
    });
  });

  it("is no business of a neighbour: its commands do not find the act", async () => {
    const { id } = await announced();
    expect(await refusal(take(id, "deposited", "2026-03-06", world.krasta))).toEqual({ code: "acts.not_found" });
  });

  it("takes exactly the steps that may follow, whatever is tried in whatever order", async () => {
    const attempts = fc.array(fc.constantFrom<PrefectStep>(...(Object.keys(commands) as PrefectStep[])), {
      minLength: 4,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(attempts, async (tried) => {
        const { id } = await announced();
        let day = Temporal.PlainDate.from("2026-03-04");
        for (const step of tried) {
          // Beyond the period for an answer, so that only the order decides.
          day = day.add({ days: 14 });
          if (day.toString() > "2026-06-01") break;
          await take(id, step, day.toString()).catch((error) => {
            expect(error).toBeInstanceOf(AppError);
          });
          const [act, steps] = await lisi.db.read((tx) =>
            Promise.all([
              tx.selectFrom("acts").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
              tx.selectFrom("prefect_steps").selectAll().where("act_id", "=", id).orderBy("position").execute(),
            ]),
          );
          expect(act.prefect_state).toBe(stateAfter("normative", steps));
          expect(steps.map(({ position }) => position)).toEqual(steps.map((_, at) => at + 1));
          expect(steps.filter((one) => one.step === "returned").length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 15 },
    );
  });
});

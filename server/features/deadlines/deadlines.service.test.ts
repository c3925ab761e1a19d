import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type TestCouncil, type TestWorld, testNow } from "../../../tests/support/world.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Doing } from "../audit/audit.service.ts";
import { addDayOff, confirmDayOff, moveDayOff, removeDayOff, withdrawDay } from "./days-off.service.ts";
import { findDeadlines, findOpenDeadlines } from "./deadlines.queries.ts";
import { closeDeadline, openDeadline } from "./deadlines.service.ts";
import { type CouncilPeriod, endCouncilPeriod, setCouncilPeriod } from "./periods.service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const doing: Doing = { actor: { kind: "system", name: "sekretaria" }, now: new Date(testNow) };
const reason = { sq: "Vendim i Këshillit të Ministrave", en: "Decision of the Council of Ministers" };
const source = "VKM nr. 1, datë 06.03.2026";
const name = { sq: "Pushim shtesë", en: "Extra day off" };
const newId = () => crypto.randomUUID();

/** What is done here leaves nothing behind for the next test. */
class Undone extends Error {}
async function trying(council: TestCouncil, work: (tx: TenantTx) => Promise<void>) {
  const tried = council.db.write(async (tx) => {
    await work(tx);
    throw new Undone();
  });
  await expect(tried).rejects.toThrow(Undone);
}

const request = (tx: TenantTx, startsOn = "2026-03-05", subjectId = newId()) =>
  openDeadline(tx, doing, { subject: "information-request", subjectId, rule: "I1", startsOn });
const dueOf = async (tx: TenantTx, id: string) =>
  (await findOpenDeadlines(tx)).find((deadline) => deadline.id === id)?.dueOn;
const audit = (tx: TenantTx, subject: string) =>
  tx
    .selectFrom("audit_log")
    .select(["action", "subject_id", "actor", "before", "after"])
    .where("subject", "=", subject)
    .orderBy("id")
    .execute();
const version = async (tx: TenantTx) =>
  Number(
    (await tx.selectFrom("content_versions").select("version").where("area", "=", "deadlines").executeTakeFirst())
      ?.version ?? 0,
  );

describe("A clock that runs for a thing", () => {
  it("is kept with its last day and how that was found, until it is stopped", async () => {
    await trying(world.lisi, async (tx) => {
      const subjectId = newId();
      const { id } = await request(tx, "2026-03-05", subjectId);
      const [kept] = await findDeadlines(tx, "information-request", subjectId);
      expect(kept).toMatchObject({ id, rule: "I1", startsOn: "2026-03-05", dueOn: "2026-03-24", closedAt: null });
      expect(kept!.steps.map(({ is }) => is)).toEqual([
        "statute",
        "event",
        "first",
        "weekends",
        "skipped",
        "skipped",
        "skipped",
        "ends",
        "estimated",
      ]);
      expect(await closeDeadline(tx, doing, id)).toEqual({ dueOn: "2026-03-24", dueAt: null });
      expect(await findOpenDeadlines(tx)).toEqual([]);
      await expect(closeDeadline(tx, doing, id)).rejects.toMatchObject({ code: "deadlines.not_open" });
    });
  });

  it("runs once for one event, and may run again when it was stopped", async () => {
    await trying(world.lisi, async (tx) => {
      const subjectId = newId();
      const { id } = await request(tx, "2026-03-05", subjectId);
      await expect(request(tx, "2026-03-05", subjectId)).rejects.toMatchObject({ code: "deadlines.already_open" });
      await closeDeadline(tx, doing, id);
      await request(tx, "2026-03-05", subjectId);
    });
  });

  it("in hours has a last instant", async () => {
    await trying(world.lisi, async (tx) => {
      const startsAt = new Date("2026-03-27T09:00:00Z");
      const { id } = await openDeadline(tx, doing, { subject: "act", subjectId: newId(), rule: "I3", startsAt });
      const [kept] = await findOpenDeadlines(tx);
      expect(kept).toMatchObject({ id, dueOn: "2026-03-29", dueAt: new Date("2026-03-29T09:00:00Z") });
      await expect(
        openDeadline(tx, doing, { subject: "act", subjectId: newId(), rule: "I3", startsOn: "2026-03-27" }),
      ).rejects.toMatchObject({ code: "deadlines.hour_needed" });
    });
  });

  it("may be given more time than the law gives for comments, never less", async () => {
    await trying(world.lisi, async (tx) => {
      const draft = { subject: "draft-act", subjectId: newId(), rule: "K3", startsOn: "2026-06-01" };
      const ground = { sq: "Njoftimi i projektaktit" };
      // 20 working days end on 29 June, 25 on 6 July.
      expect((await openDeadline(tx, doing, { ...draft, period: { number: 25, unit: "working", ground } })).dueOn).toBe(
        "2026-07-06",
      );
      const short = { ...draft, subjectId: newId(), period: { number: 19, unit: "working" as const, ground } };
      await expect(openDeadline(tx, doing, short)).rejects.toMatchObject({ code: "deadlines.period_too_short" });
    });
  });
});

describe("When a day off is added", () => {
  it("what runs over it is due later, what ended before or was stopped is not, and the audit says why", async () => {
    await trying(world.lisi, async (tx) => {
      const moving = await request(tx);
      const early = await request(tx, "2026-02-20");
      const stopped = await request(tx);
      await closeDeadline(tx, doing, stopped.id);
      const before = await version(tx);

      const moved = await addDayOff(tx, doing, { day: "2026-03-17", name, reason, source });

      expect(moved).toEqual([
        expect.objectContaining({
          id: moving.id,
          subject: "information-request",
          rule: "I1",
          from: "2026-03-24",
          to: "2026-03-25",
        }),
      ]);
      expect(await dueOf(tx, moving.id)).toBe("2026-03-25");
      expect(await dueOf(tx, early.id)).toBe("2026-03-06");
      expect(await audit(tx, "deadline")).toEqual([
        {
          action: "deadline.moved",
          subject_id: moving.id,
          actor: doing.actor,
          before: { dueOn: "2026-03-24", dueAt: null },
          after: { dueOn: "2026-03-25", dueAt: null, because: { change: "day-off.added", reason } },
        },
      ]);
      expect(await audit(tx, "day-off")).toEqual([
        expect.objectContaining({
          action: "day-off.added",
          subject_id: "2026-03-17",
          before: null,
          after: { day: "2026-03-17", change: "added", name, nonWorking: true, reason, source },
        }),
      ]);
      expect(await version(tx)).toBe(before + 1);
    });
  });

  it("the explanation names it", async () => {
    await trying(world.lisi, async (tx) => {
      const subjectId = newId();
      await request(tx, "2026-03-05", subjectId);
      await addDayOff(tx, doing, { day: "2026-03-17", name, reason, source });
      const [kept] = await findDeadlines(tx, "information-request", subjectId);
      expect(kept!.steps).toContainEqual({ is: "skipped", day: "2026-03-17", because: [{ name, inLieuOf: null }] });
    });
  });

  it("one for the staff alone moves nothing, and what does not change is not touched", async () => {
    await trying(world.lisi, async (tx) => {
      const { id } = await request(tx);
      const later = { ...doing, now: new Date("2026-03-06T10:00:00Z") };
      expect(await addDayOff(tx, later, { day: "2026-03-17", name, reason, source, nonWorking: false })).toEqual([]);
      const [kept] = await findOpenDeadlines(tx);
      expect(kept).toMatchObject({ id, dueOn: "2026-03-24", computedAt: doing.now });
    });
  });

  it("taken back, everything is as it was", async () => {
    await trying(world.lisi, async (tx) => {
      const { id } = await request(tx);
      await addDayOff(tx, doing, { day: "2026-03-17", name, reason, source });
      expect(await withdrawDay(tx, doing, "2026-03-17", { sq: "U shënua gabim" })).toHaveLength(1);
      expect(await dueOf(tx, id)).toBe("2026-03-24");
      expect((await audit(tx, "deadline")).map(({ before, after }) => [before, after])).toEqual([
        [expect.objectContaining({ dueOn: "2026-03-24" }), expect.objectContaining({ dueOn: "2026-03-25" })],
        [expect.objectContaining({ dueOn: "2026-03-25" }), expect.objectContaining({ dueOn: "2026-03-24" })],
      ]);
    });
  });

  it("impossible entries are refused by name", async () => {
    await trying(world.lisi, async (tx) => {
      const grounds = { reason, source };
      const refusals: [() => Promise<unknown>, string][] = [
        [() => addDayOff(tx, doing, { day: "2026-03-16", name, ...grounds }), "deadlines.already_day_off"],
        [() => addDayOff(tx, doing, { day: "2017-03-16", name, ...grounds }), "deadlines.unknown_year"],
        [() => confirmDayOff(tx, doing, { day: "2026-03-17", ...grounds }), "deadlines.not_day_off"],
        [() => removeDayOff(tx, doing, { day: "2026-03-17", ...grounds }), "deadlines.not_day_off"],
        [() => withdrawDay(tx, doing, "2026-03-17", reason), "deadlines.nothing_entered"],
        [() => moveDayOff(tx, doing, { day: "2026-03-20", to: "2026-03-23", ...grounds }), "deadlines.already_day_off"],
      ];
      for (const [refused, code] of refusals) await expect(refused()).rejects.toMatchObject({ code });
      await confirmDayOff(tx, doing, { day: "2026-03-20", ...grounds });
      await expect(removeDayOff(tx, doing, { day: "2026-03-20", ...grounds })).rejects.toMatchObject({
        code: "deadlines.already_entered",
      });
    });
  });

  it("a clock that is just being started is not missed", async () => {
    const subjectId = newId();
    let adding: Promise<unknown> | undefined;
    const waits = async () => {
      const { rows } = await world.services.pool.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows.length > 0;
    };
    await world.krasta.db.write(async (tx) => {
      await request(tx, "2026-03-05", subjectId);
      let isOver = false;
      adding = world.krasta.db
        .write((other) => addDayOff(other, doing, { day: "2026-03-18", name, reason, source }))
        .finally(() => {
          isOver = true;
        });
      while (!isOver && !(await waits())) await sleep(10);
    });
    expect(await adding).toEqual([expect.objectContaining({ subjectId, to: "2026-03-25" })]);
  });
});

describe("Bajram", () => {
  it("confirmed, it is no longer in doubt and nothing moves", async () => {
    await trying(world.lisi, async (tx) => {
      await request(tx);
      expect(await confirmDayOff(tx, doing, { day: "2026-03-20", reason, source })).toEqual([]);
      const [kept] = await findOpenDeadlines(tx);
      expect(kept!.certainty.estimatedDays).toEqual([]);
      expect(await audit(tx, "deadline")).toEqual([]);
    });
  });

  it("a day earlier it moves what ends in between, in one step", async () => {
    await trying(world.lisi, async (tx) => {
      // 13 · 17 18 19: three working days after 13 March end on 19 March.
      const early = await openDeadline(tx, doing, {
        subject: "act",
        subjectId: newId(),
        rule: "I6",
        startsOn: "2026-03-13",
      });
      const late = await request(tx);
      const moved = await moveDayOff(tx, doing, { day: "2026-03-20", to: "2026-03-19", reason, source });
      expect(moved).toEqual([expect.objectContaining({ id: early.id, from: "2026-03-19", to: "2026-03-20" })]);
      expect(await dueOf(tx, late.id)).toBe("2026-03-24");
    });
  });

  it("on a Saturday it gives the next working day that is free", async () => {
    await trying(world.lisi, async (tx) => {
      // 22 March is a Sunday holiday with Monday 23 off already, so Saturday 21 gives Tuesday 24.
      const { id } = await request(tx);
      await moveDayOff(tx, doing, { day: "2026-03-20", to: "2026-03-21", reason, source });
      // 6 · 9 10 11 12 13 · 17 18 19 20 — the tenth is Friday 20 March.
      expect(await dueOf(tx, id)).toBe("2026-03-20");
      const days = await tx.selectFrom("council_days").select(["day", "change"]).orderBy("day").execute();
      expect(days).toEqual([
        { day: "2026-03-20", change: "removed" },
        { day: "2026-03-21", change: "added" },
        { day: "2026-03-24", change: "added" },
      ]);
    });
  });
});

describe("A council's own periods", () => {
  const ground = { sq: "Rregullorja e Këshillit, neni 20", en: "the rules of procedure, Article 20" };
  const own: CouncilPeriod = {
    rule: "I1",
    number: 7,
    unit: "working",
    basis: "council",
    ground,
    validFrom: "2026-01-01",
  };

  it("shorten what runs, for events from their first day on, and the audit says by which rule", async () => {
    await trying(world.lisi, async (tx) => {
      const before = await request(tx, "2025-12-29");
      const after = await request(tx);
      const { id, moved } = await setCouncilPeriod(tx, doing, own);
      expect(moved).toEqual([expect.objectContaining({ id: after.id, from: "2026-03-24", to: "2026-03-17" })]);
      expect(await dueOf(tx, before.id)).toBe("2026-01-14");
      expect(await audit(tx, "deadline")).toEqual([
        expect.objectContaining({
          after: expect.objectContaining({ because: { change: "period.set", reason: ground } }),
        }),
      ]);
      expect(await endCouncilPeriod(tx, doing, { id, validTo: "2026-02-28", reason })).toHaveLength(1);
      expect(await dueOf(tx, after.id)).toBe("2026-03-24");
    });
  });

  it("the one that began last holds", async () => {
    await trying(world.lisi, async (tx) => {
      await setCouncilPeriod(tx, doing, own);
      await setCouncilPeriod(tx, doing, { ...own, number: 5, validFrom: "2026-03-01" });
      expect((await request(tx)).dueOn).toBe("2026-03-12");
      await expect(setCouncilPeriod(tx, doing, own)).rejects.toMatchObject({ code: "deadlines.period_already_set" });
    });
  });

  it.each([
    ["answers take longer than the law allows", { rule: "I1", number: 11 }, "deadlines.period_too_long"],
    ["comments get less time than the law gives", { rule: "K3", number: 19 }, "deadlines.period_too_short"],
    ["notice is shorter, in whatever unit", { rule: "L3", number: 4 }, "deadlines.period_too_short"],
    ["the units do not compare", { rule: "K3", number: 25, unit: "calendar" }, "deadlines.unit_differs"],
    ["the prefect is bound by a council", { rule: "P3", number: 5 }, "deadlines.period_fixed"],
    ["a day of the year becomes a length", { rule: "B5", number: 5 }, "deadlines.period_fixed"],
    ["it ends before it begins", { validTo: "2025-12-31" }, "deadlines.period_ends_early"],
    ["a notice is counted in hours", { rule: "K14b", number: 24, unit: "hours" }, "deadlines.no_hours_back"],
  ] as [string, Partial<CouncilPeriod>, string][])("are refused where %s", async (_, change, code) => {
    await trying(world.lisi, async (tx) => {
      await expect(setCouncilPeriod(tx, doing, { ...own, ...change })).rejects.toMatchObject({ code });
    });
  });

  it("are accepted where they give people more, also when five days become five working days", async () => {
    await trying(world.lisi, async (tx) => {
      for (const better of [
        { rule: "K3", number: 30 },
        { rule: "L3", number: 5 },
        { rule: "P1", number: 5, unit: "calendar" },
        { rule: "K14a", number: 3 },
      ] as Partial<CouncilPeriod>[])
        await setCouncilPeriod(tx, doing, { ...own, ...better });
    });
  });

  it("a reading of the official text corrects a rule either way", async () => {
    await trying(world.lisi, async (tx) => {
      const text = { sq: "Ligji nr. 78/2023, neni 8" };
      await setCouncilPeriod(tx, doing, { ...own, rule: "I12", number: 4, unit: "months", basis: "law", ground: text });
      const { dueOn, certainty } = await openDeadline(tx, doing, {
        subject: "act",
        subjectId: newId(),
        rule: "I12",
        startsOn: "2026-03-05",
      });
      expect([dueOn, certainty.period]).toEqual(["2026-07-06", "set"]);
    });
  });
});

describe("Two councils", () => {
  it("one's day off and one's period move nothing in the other", async () => {
    const [lisi, krasta] = [world.lisi.db, world.krasta.db];
    const there = await krasta.write((tx) => request(tx, "2026-06-01"));
    await trying(world.lisi, async (tx) => {
      const here = await request(tx, "2026-06-01");
      await addDayOff(tx, doing, { day: "2026-06-10", name, reason, source });
      expect(await dueOf(tx, here.id)).toBe("2026-06-16");
      expect((await findOpenDeadlines(tx)).map(({ id }) => id)).toEqual([here.id]);
      await expect(closeDeadline(tx, doing, there.id)).rejects.toMatchObject({ code: "deadlines.not_open" });
    });
    expect(await krasta.read((tx) => dueOf(tx, there.id))).toBe("2026-06-15");
    expect(await lisi.read((tx) => findOpenDeadlines(tx))).toEqual([]);
  });

  it("one does not wait for the other's lock", async () => {
    await trying(world.lisi, async (tx) => {
      await addDayOff(tx, doing, { day: "2026-06-11", name, reason, source });
      await trying(world.krasta, async (other) => {
        await sql`set local lock_timeout = '2s'`.execute(other);
        await addDayOff(other, doing, { day: "2026-06-11", name, reason, source });
      });
    });
  });
});

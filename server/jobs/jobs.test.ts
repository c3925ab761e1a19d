import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import pino from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { fixedClock } from "../clock.ts";
import { openBoss, openJobsPool, relayWaiting } from "../db/jobs-db.ts";
import { openOperatorDb } from "../db/operator-db.ts";
import { openPool, type Pool } from "../db/pool.ts";
import { type TenantId, tenantDb } from "../db/tenant-db.ts";
import { municipalityBySlug } from "../features/tenants/municipalities.ts";
import { addCouncil, councilOf } from "../features/tenants/tenants.service.ts";
import { createJobs, type Jobs, type JobsOptions } from "./jobs.ts";
import { type Effect, enqueue, forgetDone } from "./outbox.ts";

let database: TestDatabase;
let pool: Pool;
let owner: pg.Pool;
let korce: TenantId;
let berat: TenantId;
const clock = fixedClock("2026-03-05T09:00:00Z");
const running: Jobs[] = [];
/** Every effect that was had: whose, and about which row. */
const had: { tenant: TenantId; subject: string }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.appUrl, { max: 8 });
  owner = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  owner.on("error", () => {});
  const operator = openOperatorDb(database.appUrl);
  const parts = { operator, pool, baseDomain: "portali.al", now: clock.now() };
  korce = (await addCouncil(parts, councilOf(municipalityBySlug("korce")!))).id;
  berat = (await addCouncil(parts, councilOf(municipalityBySlug("berat")!))).id;
  await operator.destroy();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
  had.length = 0;
});
afterAll(async () => {
  await pool.end();
  await owner.end();
  await database.drop();
});

/** Notes in the audit of the council that it is bound to, in its transaction. */
const noting: Effect = async (tx, subjectId) => {
  await tx
    .insertInto("audit_log")
    .values({ actor: "{}", action: "effect", subject: "test", subject_id: subjectId, before: null, after: null })
    .execute();
};
const collecting: Effect = async (tx, subject) => {
  const { id } = await tx
    .selectFrom("tenant_settings")
    .select("tenant_id as id" as never)
    .executeTakeFirstOrThrow();
  had.push({ tenant: id as TenantId, subject });
};

async function start(effect: Effect, other: Partial<JobsOptions> = {}) {
  const jobs = createJobs({
    databaseUrl: database.appUrl,
    pool,
    clock,
    logger: pino({ level: "silent" }),
    effects: { mail: effect },
    schedules: [],
    pace: { look: 0.5, retry: 1, cron: 1 },
    ...other,
  });
  running.push(jobs);
  await jobs.start();
  return jobs;
}

const cause = async (council: TenantId, count = 1) => {
  const subjects = Array.from({ length: count }, () => crypto.randomUUID());
  await tenantDb(pool, council).write(async (tx) => {
    for (const subject of subjects) await enqueue(tx, "mail", subject);
  });
  return subjects;
};
const effectsOn = (council: TenantId, subject: string) =>
  tenantDb(pool, council).read(async (tx) => {
    const rows = await tx.selectFrom("audit_log").where("subject_id", "=", subject).select("id").execute();
    return rows.length;
  });
const lineOf = (council: TenantId, subject: string) =>
  tenantDb(pool, council).read((tx) =>
    tx.selectFrom("outbox").where("subject_id", "=", subject).selectAll().executeTakeFirst(),
  );
const patience = { timeout: 15_000, interval: 100 };

describe("What a transaction causes", () => {
  it("happens once it has committed, and is noted as done with what it wrote", async () => {
    await start(noting);
    const [subject] = await cause(korce);
    await expect.poll(() => effectsOn(korce, subject!), patience).toBe(1);
    expect(await lineOf(korce, subject!)).toMatchObject({ done_at: clock.now(), relayed_at: expect.any(Date) });
  });

  it("waits for its time where it has one", async () => {
    await start(noting);
    const subject = crypto.randomUUID();
    const before = clock.now();
    const dueAt = new Date(before.getTime() + 3_600_000);
    await tenantDb(pool, korce).write((tx) => enqueue(tx, "mail", subject, dueAt));
    const [other] = await cause(korce);
    await expect.poll(() => effectsOn(korce, other!), patience).toBe(1);
    expect(await lineOf(korce, subject)).toMatchObject({ relayed_at: null, done_at: null });
    clock.moveTo(dueAt);
    await expect.poll(() => effectsOn(korce, subject), patience).toBe(1);
    clock.moveTo(before);
  });

  it("does not happen when the transaction fails", async () => {
    await start(collecting);
    await expect(
      tenantDb(pool, korce).write(async (tx) => {
        await enqueue(tx, "mail", crypto.randomUUID());
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    const [after] = await cause(korce);
    await expect.poll(() => had.map((one) => one.subject), patience).toEqual([after]);
  });

  it("is not lost when the process dies right after the commit", async () => {
    const subject = crypto.randomUUID();
    const from = (file: string) => JSON.stringify(join(import.meta.dirname, file));
    const child = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { openPool } from ${from("../db/pool.ts")}; import { tenantDb } from ${from("../db/tenant-db.ts")};
         import { enqueue } from ${from("outbox.ts")};
         const db = tenantDb(openPool(${JSON.stringify(database.appUrl)}, { max: 1 }), "${korce}");
         await db.write((tx) => enqueue(tx, "mail", "${subject}"));
         process.kill(process.pid, "SIGKILL");`,
      ],
      { stdio: "inherit" },
    );
    const [, signal] = await once(child, "exit");
    expect(signal).toBe("SIGKILL");
    expect(await lineOf(korce, subject)).toMatchObject({ relayed_at: null, done_at: null });
    await start(noting);
    await expect.poll(() => effectsOn(korce, subject), patience).toBe(1);
  });

  it("happens once for each line, however many processes relay and work, each in its own council", async () => {
    await Promise.all([start(collecting), start(collecting)]);
    const [ofKorce, ofBerat] = await Promise.all([cause(korce, 12), cause(berat, 12)]);
    await expect.poll(() => had.length, patience).toBeGreaterThanOrEqual(24);
    await sleep(1_200);
    const subjects = (tenant: TenantId) => had.filter((one) => one.tenant === tenant).map((one) => one.subject);
    expect(subjects(korce).sort()).toEqual(ofKorce.sort());
    expect(subjects(berat).sort()).toEqual(ofBerat.sort());
  });

  it("is tried again when it fails, and nothing of the failed attempt stays", async () => {
    let attempts = 0;
    await start(async (tx, subject, signal, tenant) => {
      await noting(tx, subject, signal, tenant);
      attempts += 1;
      if (attempts < 3) throw new Error("not yet");
    });
    const [subject] = await cause(berat);
    await expect.poll(() => attempts, patience).toBe(3);
    await expect.poll(() => effectsOn(berat, subject!), patience).toBe(1);
  });

  it("goes on after the database has cut all of the jobs' connections", async () => {
    await start(collecting);
    const cut = await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'e-keshilli jobs'",
    );
    expect(cut.rowCount).toBeGreaterThan(0);
    const [subject] = await cause(korce);
    await expect.poll(() => had.map((one) => one.subject), patience).toEqual([subject]);
  });

  it("that is under way is finished before the process ends", async () => {
    let begun = false;
    const jobs = await start(async (tx, subject, signal, tenant) => {
      begun = true;
      await sleep(700);
      await noting(tx, subject, signal, tenant);
    });
    const [subject] = await cause(korce);
    await expect.poll(() => begun, patience).toBe(true);
    await jobs.stop();
    expect(await effectsOn(korce, subject!)).toBe(1);
  });

  it("is forgotten some time after it was done; what waits is kept", async () => {
    const [done, waiting] = await cause(berat, 2);
    await tenantDb(pool, berat).write((tx) =>
      tx
        .updateTable("outbox")
        .set({ done_at: new Date("2026-01-01") })
        .where("subject_id", "=", done!)
        .execute(),
    );
    await tenantDb(pool, berat).write((tx) => forgetDone(tx, new Date("2026-02-01")));
    expect(await lineOf(berat, done!)).toBeUndefined();
    expect(await lineOf(berat, waiting!)).toBeDefined();
    await tenantDb(pool, berat).write((tx) => tx.deleteFrom("outbox").execute());
  });
});

describe("A job that is given up", () => {
  it("is counted for the operator", async () => {
    const jobs = await start(async () => {
      throw new Error("never");
    });
    const before = await jobs.deadLetters();
    await cause(korce);
    // Its twentieth attempt is hours away: the last is made of its first.
    await expect
      .poll(
        async () =>
          (await owner.query("update pgboss.job set retry_limit = 0 where name = 'mail' and state = 'retry'")).rowCount,
        patience,
      )
      .toBe(1);
    await expect.poll(() => jobs.deadLetters(), patience).toBe(before + 1);
  });
});

describe("Handing over", () => {
  it("by many at once makes one job of each line", async () => {
    const jobs = await start(collecting);
    await jobs.stop();
    const subjects = await cause(korce, 40);
    const relays = openJobsPool(database.appUrl);
    const boss = await openBoss(database.appUrl, {}).start();
    const counts = await Promise.all([1, 2].map(() => relayWaiting(relays, boss, ["mail"], 30, clock.now())));
    await relayWaiting(relays, boss, ["mail"], 30, clock.now());
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(30);
    const { rows } = await owner.query(
      "select data ->> 'rowId' as row, data from pgboss.job where name = 'mail' and state = 'created'",
    );
    expect(rows).toHaveLength(subjects.length);
    expect(new Set(rows.map(({ row }) => row)).size).toBe(subjects.length);
    // A job carries whose it is and which row it is about, and nothing else.
    for (const { data } of rows) expect(Object.keys(data).sort()).toEqual(["rowId", "tenantId"]);
    await boss.stop();
    await relays.end();
    await owner.query("delete from pgboss.job where name = 'mail'");
  });

  it("leaves lines whose topic this process does not know to those who know it", async () => {
    await start(collecting);
    const subject = crypto.randomUUID();
    await tenantDb(pool, korce).write((tx) => enqueue(tx, "from-a-newer-version" as never, subject));
    const [known] = await cause(korce);
    await expect.poll(() => had.map((one) => one.subject), patience).toEqual([known]);
    expect(await lineOf(korce, subject)).toMatchObject({ relayed_at: null });
  });
});

describe("Another council's row", () => {
  it("is never reached, whatever a job says", async () => {
    await start(collecting);
    const subject = crypto.randomUUID();
    // Of a topic that nobody relays, so that only the forged job could reach it.
    await tenantDb(pool, berat).write((tx) => enqueue(tx, "unrelayed" as never, subject));
    const { id } = (await lineOf(berat, subject))!;
    await owner.query("insert into pgboss.job (name, data) values ('mail', $1)", [{ tenantId: korce, rowId: id }]);
    const [after] = await cause(korce);
    await expect.poll(() => had.map((one) => one.subject), patience).toContain(after);
    await expect
      .poll(
        async () =>
          (await owner.query("select state from pgboss.job where data ->> 'rowId' = $1", [id])).rows.map(
            (row) => row.state,
          ),
        patience,
      )
      .toEqual(["completed"]);
    expect(had.map((one) => one.subject)).toEqual([after]);
    expect(await lineOf(berat, subject)).toMatchObject({ done_at: null });
  });

  it("shows the jobs' role its envelope alone, and the application nothing of the jobs", async () => {
    const jobs = openJobsPool(database.appUrl);
    await expect(jobs.query("select tenant_id, id, topic from outbox")).resolves.toBeDefined();
    for (const sql of [
      "select subject_id from outbox",
      "select * from mails",
      "select * from publications",
      "delete from outbox",
      "update outbox set topic = 'x'",
      "insert into outbox (topic, subject_id) values ('mail', gen_random_uuid())",
      "alter table pgboss.job add column x text",
      "create table pgboss.x ()",
      "drop table pgboss.job",
      "update tenants set state = 'live'",
    ]) {
      await expect(jobs.query(sql), sql).rejects.toThrow(/permission denied|must be owner|app\.tenant_id/);
    }
    await jobs.end();
    for (const sql of ["select * from pgboss.job", "select * from pgboss.queue", "delete from pgboss.schedule"]) {
      await expect(pool.query(sql), sql).rejects.toThrow(/permission denied/);
    }
  });
});

describe("What is done by the clock", () => {
  it("is done for every council, within each, in the time of Tirana; what is no more is forgotten", async () => {
    const done: string[] = [];
    const nightly = {
      name: "nightly-test",
      cron: "20 3 * * *",
      work: async (db: Parameters<JobsOptions["schedules"][0]["work"]>[0]) => {
        done.push(
          await db.read(async (tx) => {
            const { id } = await tx
              .selectFrom("tenant_settings")
              .select("tenant_id as id" as never)
              .executeTakeFirstOrThrow();
            return id as string;
          }),
        );
      },
    };
    await start(collecting, { schedules: [nightly] });
    const schedules = () => owner.query("select name, cron, timezone from pgboss.schedule");
    expect((await schedules()).rows).toEqual([{ name: "nightly-test", cron: "20 3 * * *", timezone: "Europe/Tirane" }]);
    // As if it were twenty past three.
    await owner.query("insert into pgboss.job (name) values ('nightly-test')");
    await expect.poll(() => done.toSorted(), patience).toEqual([korce, berat].sort());
    await start(collecting, { schedules: [] });
    expect((await schedules()).rows).toEqual([]);
  });
});

import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { countJobs, findTenantIds, openBoss, openJobsPool, relayWaiting } from "../db/jobs-db.ts";
import type { Pool } from "../db/pool.ts";
import { type TenantDb, type TenantId, tenantDb } from "../db/tenant-db.ts";
import { zone } from "../local-time.ts";
import { doOnce, type Effect, isWaiting, type Topic } from "./outbox.ts";
import { type Relay, startRelay } from "./relay.ts";

/** Something that is done for every council by the clock. */
export interface CouncilSchedule {
  /** Lower-case words joined by hyphens; it stays, since the database knows it. */
  name: string;
  /** Five fields, in the time of Tirana. What was missed because nothing ran is caught up once. */
  cron: string;
  work: CouncilWork;
  /** Seconds that it may take for one council; 120 where nothing is said. */
  longest?: number;
}

/** Done by the clock for the portal as a whole, where no council is concerned. */
export interface PortalSchedule extends Pick<CouncilSchedule, "name" | "cron"> {
  /** It must bear to be done twice. */
  work(now: Date): Promise<void>;
}

/** Done for one council in transactions of its own. It must bear to be done twice. */
export type CouncilWork = (db: TenantDb, now: Date, signal: AbortSignal, tenantId: TenantId) => Promise<void>;

/** Work that somebody asks for through the outbox and that takes too long for one transaction. */
export interface CouncilTask {
  work: CouncilWork;
  longest?: number;
}

/** A task for whose effect readers wait. */
export interface PromptTask extends CouncilTask {
  /** Seconds between two looks for it. */
  look: number;
}

export interface JobsOptions {
  /** The application's login. */
  databaseUrl: string;
  /** The application's pool: effects are had within one council. */
  pool: Pool;
  clock: Clock;
  logger: Logger;
  effects: Partial<Record<Topic, Effect>>;
  tasks?: Partial<Record<Topic, CouncilTask | PromptTask>>;
  schedules: readonly CouncilSchedule[];
  ofPortal?: readonly PortalSchedule[];
  /** Seconds between two looks for work and between the first attempts; the defaults suit production. */
  pace?: { look?: number; retry?: number; cron?: number };
}

export interface Jobs {
  start(): Promise<void>;
  /** Takes no more work and waits for what is under way, 20 seconds at most; what is not done then is done later. */
  stop(): Promise<void>;
  /** How many jobs have been given up after all attempts, for the operator's numbers. */
  deadLetters(): Promise<number>;
}

const deadLetterQueue = "dead-letters";

/** Twenty attempts, at the end an hour apart: most of a day, so that a mail server may be down over night. */
const attempts = { retryLimit: 20, retryBackoff: true, retryDelayMax: 3_600, expireInSeconds: 120 };
const day = 86_400;
const kept = { retentionSeconds: 14 * day, deleteAfterSeconds: day };

/** Each holds a connection of the application's pool for as long as it takes. */
const atOnce = 3;

type Does<T extends object> = (job: JobWithMetadata<T>) => Promise<void>;
interface OutboxJob {
  tenantId: TenantId;
  rowId: string;
}
interface CouncilJob {
  tenantId: TenantId;
}

/**
 * Does what councils' transactions have caused and what the clock asks for. Any number of processes may do so at once.
 * A job says no more than whose it is and which row it is about; it is done with that council's handle alone.
 */
export function createJobs(options: JobsOptions): Jobs {
  const { databaseUrl, pool, clock, logger, effects, tasks = {}, schedules, ofPortal = [], pace = {} } = options;
  const known = [...Object.keys(effects), ...Object.keys(tasks)];
  const { look = 1, retry = 10, cron = 30 } = pace;
  // While there is more, the next are fetched at once.
  const workOptions = {
    includeMetadata: true,
    perJobResults: true,
    pollingIntervalSeconds: look,
    burstWhenBatchFull: true,
    batchSize: atOnce,
  } as const;
  const lookOf = (task: CouncilTask | PromptTask) => ("look" in task ? Math.min(task.look, look) : look);
  let boss: PgBoss;
  let jobsPool: Pool;
  let relay: Relay | undefined;
  let stopping: Promise<void> | undefined;

  /** Does one job. Of a failure the database keeps the name alone: texts may tell whom a mail was for. */
  async function attempt<T extends object>(job: JobWithMetadata<T>, does: Does<T>): Promise<JobResult> {
    try {
      await does(job);
      return { id: job.id, status: "completed" };
    } catch (error) {
      const { name: queue, data, retryCount, retryLimit, id } = job;
      const about = { err: error, queue, job: id, about: data as object, attempt: retryCount + 1 };
      if (retryCount < retryLimit) logger.warn(about, "A job failed and will be tried again");
      else logger.error(about, "A job failed for the last time");
      return { id, status: "failed", output: { name: (error as Error).name } };
    }
  }

  async function work<T extends object>(
    queue: string,
    does: Does<T>,
    longest = attempts.expireInSeconds,
    every = look,
  ) {
    const options = { ...attempts, expireInSeconds: longest, ...kept, retryDelay: retry, deadLetter: deadLetterQueue };
    await boss.createQueue(queue, options);
    const watching = { ...workOptions, pollingIntervalSeconds: every };
    await boss.work<T, void, typeof workOptions>(queue, watching, (jobs) =>
      Promise.all(jobs.map((job) => attempt(job, does))),
    );
  }

  const doEffect = (effect: Effect) => async (job: JobWithMetadata<OutboxJob>) => {
    const { tenantId, rowId } = job.data;
    const outcome = await tenantDb(pool, tenantId).write((tx) =>
      doOnce(tx, rowId, clock.now(), (subject) => effect(tx, subject, job.signal, tenantId)),
    );
    if (outcome === "absent") logger.warn({ tenant: tenantId, row: rowId }, "A job is about a row that is not there");
  };

  const doTask = (does: CouncilWork) => async (job: JobWithMetadata<OutboxJob>) => {
    const { tenantId, rowId } = job.data;
    const db = tenantDb(pool, tenantId);
    if (!(await db.read((tx) => isWaiting(tx, rowId)))) return;
    await does(db, clock.now(), job.signal, tenantId);
    await db.write((tx) => doOnce(tx, rowId, clock.now(), async () => {}));
  };

  /** By the clock one job comes, which makes one for each council: they fail and are tried again each by itself. */
  async function keepSchedule({ name, cron: times, work: does, longest }: CouncilSchedule) {
    const councilQueue = `${name}-council`;
    await work<CouncilJob>(
      councilQueue,
      ({ data, signal }) => does(tenantDb(pool, data.tenantId), clock.now(), signal, data.tenantId),
      longest,
    );
    await work(name, async () => {
      const tenants = await findTenantIds(jobsPool);
      await boss.insert(
        councilQueue,
        tenants.map((tenantId) => ({ data: { tenantId } })),
      );
    });
    await boss.schedule(name, times, null, { tz: zone, missed: "once" });
  }

  async function stop() {
    await relay?.stop();
    await boss?.stop({ graceful: true, timeout: 20_000 });
    await jobsPool?.end();
  }

  return {
    async start() {
      const lost = (error: Error) => logger.warn({ err: error }, "The jobs' database connection failed");
      jobsPool = openJobsPool(databaseUrl, lost);
      boss = openBoss(databaseUrl, { cronMonitorIntervalSeconds: cron });
      boss.on("error", lost);
      boss.on("warning", ({ message, data }) => logger.warn({ data }, message));
      await boss.start();
      await boss.createQueue(deadLetterQueue, { retentionSeconds: 365 * day });
      for (const [topic, effect] of Object.entries(effects)) await work<OutboxJob>(topic, doEffect(effect));
      for (const [topic, task] of Object.entries(tasks))
        await work<OutboxJob>(topic, doTask(task.work), task.longest, lookOf(task));
      for (const schedule of schedules) await keepSchedule(schedule);
      for (const { name, cron: times, work: does } of ofPortal) {
        await work(name, () => does(clock.now()));
        await boss.schedule(name, times, null, { tz: zone, missed: "once" });
      }
      for (const { name } of await boss.getSchedules()) {
        if (![...schedules, ...ofPortal].some((schedule) => schedule.name === name)) await boss.unschedule(name);
      }
      relay = startRelay(
        (limit) => relayWaiting(jobsPool, boss, known, limit, clock.now()),
        Math.min(look, ...Object.values(tasks).map(lookOf)) * 1_000,
        (error) => logger.warn({ err: error }, "The outbox cannot be relayed"),
      );
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
    deadLetters: () => countJobs(jobsPool, deadLetterQueue),
  };
}

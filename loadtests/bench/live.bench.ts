import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../server/clock.ts";
import { loadConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/db/open-database.ts";
import { openPool } from "../../server/db/pool.ts";
import { registryDb } from "../../server/db/registry-db.ts";
import { tenantDb } from "../../server/db/tenant-db.ts";
import { dayIn } from "../../server/local-time.ts";
import { seedCouncils, seedSlug } from "../../server/seed/seed-councils.ts";
import { ensureWebBuild } from "../../server/start/ensure-web-build.ts";
import { sittingMeeting } from "../sitting-meeting.ts";
import type { Bench, Figure } from "./base/bench.ts";
import type { ChildServer } from "./base/child-server.ts";
import type { LoadResult } from "./base/load-plan.ts";
import { median, spreadOf } from "./base/rounds.ts";
import { Viewers } from "./base/viewers.ts";
import { browserHeaders } from "./browser-headers.ts";
import type { LiveReport } from "./live.server.ts";

const host = `${seedSlug(1)}.localhost`;
const most = 15_000;
/** Files that a process needs beside its viewers. */
const spare = 1_000;
const updates = 12;
/** Of the part about those who do not read: so many read, so many do not, and so much is told between two updates. */
const readers = 200;
const notReading = 20;
const fillings = 10;
const reading = {
  connections: 2,
  targets: ["/", "/aktet", "/mbledhjet", "/anetaret"].map((path) => ({ path, headers: browserHeaders(host) })),
};
/** Seconds in which everybody is back who waits no longer than they were told. */
const returning = 10;
const module = new URL("./live.server.ts", import.meta.url);
const collects = ["--expose-gc", "--min-semi-space-size=8", "--max-semi-space-size=8"];

/** As many as the machine lets one process hold. */
function viewersHere(): number {
  const files = Number(execFileSync("sh", ["-c", "ulimit -n"], { encoding: "utf8" }));
  return Math.min(most, (Number.isFinite(files) ? files : most + spare) - spare);
}

/** A council that sits, in a database of its own, and its secretary's next steps. */
async function sittingCouncil(directory: string) {
  const config = loadConfig({ DATA_DIR: `${directory}/live`, LOG_LEVEL: "error", DEMO: "0" });
  const database = await openDatabase(config, { purpose: "own" });
  const now = systemClock.now();
  await seedCouncils(database, { councils: 1, years: 1, baseDomain: config.baseDomain, now, today: dayIn(now) });
  const pool = openPool(database.appUrl, { max: 2 });
  const { id: tenantId } = await registryDb(pool)
    .selectFrom("tenants")
    .select("id")
    .where("slug", "=", seedSlug(1))
    .executeTakeFirstOrThrow();
  const db = tenantDb(pool, tenantId);
  const meeting = await sittingMeeting(db);
  await meeting.open();
  let newest = await meeting.openVote();
  return {
    databaseUrl: database.appUrl,
    slug: meeting.slug,
    newest: () => newest,
    /** One member votes. */
    async next() {
      newest = await meeting.castNext();
      return newest;
    },
    async close() {
      await pool.end();
      await database.close();
    },
  };
}

const at = (times: readonly number[], share: number) =>
  times[Math.min(Math.floor(times.length * share), times.length - 1)]!;
const failed = ({ requests, statuses, errors }: LoadResult) =>
  requests - (statuses["200"] ?? 0) + Object.values(errors).reduce((sum, count) => sum + count, 0);

export default {
  name: "live",
  about: "thousands follow a meeting: an update to all against bare node:http, memory, a restart, pages meanwhile",
  async run(context) {
    await ensureWebBuild();
    const viewers = viewersHere();
    context.say(`${viewers} viewers`);
    const council = await sittingCouncil(context.directory);
    const crowd = new Viewers();
    const start = (kind: "product" | "bare", port = 0) =>
      context.startServer(module, {
        arguments: [kind, String(port), council.databaseUrl, `${context.directory}/files`, council.slug],
        nodeOptions: collects,
      });
    const figures: Figure[] = [];

    /** How long after the process knew of it an update reached the last but one of a hundred. */
    async function told(server: ChildServer, next: () => Promise<number>) {
      const latencies: number[] = [];
      for (let round = 0; round < updates; round++) {
        const number = await next();
        const { times } = await crowd.seen(number);
        if (times.length !== viewers) throw new Error(`${times.length} of ${viewers} saw the update ${number}.`);
        const { toldAt } = await server.report<LiveReport>();
        latencies.push(at(times, 0.99) - toldAt);
        await sleep(150);
      }
      // The first finds code that has not run yet.
      return latencies.slice(2);
    }
    const held = async (server: ChildServer, join: () => Promise<number>) => {
      const before = (await server.memory()).rss;
      const seconds = await join();
      await sleep(1_000);
      return { seconds, bytes: ((await server.memory()).rss - before) / viewers };
    };

    try {
      const bare = await start("bare");
      const ofBare = await held(bare, () => crowd.join({ port: bare.port, host, path: "/", viewers, since: 0 }));
      let bareNumber = 0;
      const bareLatencies = await told(bare, async () => {
        await fetch(`http://127.0.0.1:${bare.port}/step`);
        return ++bareNumber;
      });
      await crowd.leave();
      bare.stop();

      let server = await start("product");
      const { port } = server;
      const since = council.newest();
      const path = `/api/v1/live/${council.slug}/stream?since=${since}`;
      const ofProduct = await held(server, () => crowd.join({ port, host, path, viewers, since }));
      const latencies = await told(server, council.next);

      // Pages while everybody is told of a vote each half second.
      let isVoting = true;
      const voting = (async () => {
        while (isVoting) {
          await council.next();
          await sleep(500);
        }
      })();
      const load = await context.load({ port, seconds: 8, ...reading });
      isVoting = false;
      await voting;
      await crowd.seen(council.newest());

      // The process goes, votes go on, and another one comes in its place.
      const before = await crowd.counts();
      server.stop();
      const gone = performance.now();
      for (let missed = 0; missed < 5; missed++) await council.next();
      await sleep(1_500);
      server = await start("product", port);
      // Pages are asked for from the moment that it listens, while the viewers come back.
      const beginning = context.load({ port, seconds: returning, ...reading });
      const last = await council.next();
      const { times } = await crowd.seen(last, 60_000);
      const back = (performance.now() - gone) / 1_000;
      const loadOfReturn = await beginning;
      const after = await crowd.counts();

      // A few read nothing any more, while much is told: what waits for them, and what the others wait.
      await crowd.leave();
      server.stop();
      server = await start("product");
      const from = council.newest();
      const again = `/api/v1/live/${council.slug}/stream?since=${from}`;
      await crowd.join({ port: server.port, host, path: again, viewers: readers, since: from });
      async function amongFillings() {
        const waited: number[] = [];
        for (let round = 0; round < updates; round++) {
          for (let filling = 0; filling < fillings; filling++) {
            await fetch(`http://127.0.0.1:${server.port}/fill`);
            await sleep(30);
          }
          const number = await council.next();
          const seen = await crowd.seen(number);
          if (seen.times.length !== readers) throw new Error(`${seen.times.length} of ${readers} saw ${number}.`);
          waited.push(at(seen.times, 0.99) - (await server.report<LiveReport>()).toldAt);
        }
        return waited.slice(2);
      }
      const alone = await amongFillings();
      const memoryBefore = (await server.memory()).rss;
      await crowd.stick(notReading);
      const beside = await amongFillings();
      const grown = ((await server.memory()).rss - memoryBefore) / 1_000_000;
      const { dropped = 0 } = await server.report<LiveReport>();

      const ratio = median(latencies) / median(bareLatencies);
      figures.push(
        { what: "viewers in one process", value: viewers, unit: "" },
        { what: "all of them are there after", value: ofProduct.seconds, unit: "s" },
        { what: "an update at p99 of the viewers", value: median(latencies), unit: "ms", spread: spreadOf(latencies) },
        {
          what: "the same of bare node:http",
          value: median(bareLatencies),
          unit: "ms",
          spread: spreadOf(bareLatencies),
        },
        { what: "product ÷ bare", value: ratio, unit: "", atMost: 1.5 },
        { what: "resident memory a viewer", value: ofProduct.bytes / 1_000, unit: "kB", atMost: 20 },
        { what: "the same of bare node:http", value: ofBare.bytes / 1_000, unit: "kB" },
        { what: "pages meanwhile, p99", value: load.milliseconds.p99, unit: "ms", below: 100 },
        { what: "pages that failed", value: failed(load), unit: "", atMost: 0 },
        { what: "back after a restart", value: times.length, unit: "viewers", atLeast: viewers },
        { what: "the last of them after", value: back, unit: "s" },
        { what: "of them in the busiest second", value: after.returnedInOneSecond, unit: "viewers" },
        { what: "pages while they come back", value: loadOfReturn.requests, unit: "", atLeast: 1 },
        { what: "of these, p99", value: loadOfReturn.milliseconds.p99, unit: "ms" },
        { what: "of these failed", value: failed(loadOfReturn), unit: "", atMost: 0 },
        { what: "updates that anybody missed", value: after.gaps, unit: "", atMost: 0 },
        {
          what: "who got everything instead of what they missed",
          value: after.wholes - before.wholes,
          unit: "",
          atMost: 0,
        },
        { what: "viewers who read nothing any more", value: notReading, unit: "" },
        { what: "of these let go", value: dropped, unit: "", atLeast: notReading, atMost: notReading },
        { what: "told to each meanwhile", value: updates * fillings * 0.1, unit: "MB" },
        { what: "memory grown by them", value: grown, unit: "MB", atMost: 8 },
        { what: "an update at p99 without them", value: median(alone), unit: "ms", spread: spreadOf(alone) },
        { what: "the same beside them", value: median(beside), unit: "ms", spread: spreadOf(beside) },
        { what: "beside ÷ without", value: median(beside) / median(alone), unit: "", atMost: 1.5 },
      );
      return figures;
    } finally {
      crowd.stop();
      await council.close();
    }
  },
} satisfies Bench;

import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { sessionCookieName } from "./auth/cookie.ts";
import { systemClock } from "./clock.ts";
import { compose, upkeepOf } from "./compose.ts";
import { ConfigError, loadConfig } from "./config.ts";
import { EmbeddedDatabaseError } from "./db/embedded/embedded-postgres.ts";
import { openDatabase } from "./db/open-database.ts";
import { demoAccounts } from "./demo/demo-accounts.ts";
import { demoClock } from "./demo/demo-clock.ts";
import { fillDemo } from "./demo/fill-demo.ts";
import { Streams } from "./features/following/streams.ts";
import { createAccessLog, logDestination } from "./http/access-log.ts";
import { createFront } from "./http/page-cache/front.ts";
import { portalJobs } from "./jobs/portal-jobs.ts";
import { ensureWebBuild } from "./start/ensure-web-build.ts";
import { createLiveBuild } from "./start/live-build.ts";
import { Progress } from "./start/progress.ts";
import { closeServer, listen, StartRefused } from "./start/serve.ts";
import { onStopSignal } from "./start/stop-signal.ts";
import { welcome } from "./start/welcome.ts";
import { checkStorageAtStart } from "./storage/check-at-start.ts";

const isDevelopment = process.argv.includes("--dev");

async function start() {
  const config = loadConfig();
  const progress = new Progress();
  const output = logDestination();
  const logger = pino({ level: config.logLevel }, output);
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
    output.flushSync();
  };
  onStopSignal(close);
  try {
    // The port is taken first: nothing else is begun for a start that cannot serve.
    let answer: Parameters<typeof createServer>[1] = (_request, response) => {
      response.writeHead(503, { "retry-after": "2", "content-type": "text/plain; charset=utf-8" }).end("…");
    };
    const server = createServer((request, response) => answer!(request, response));
    // Who takes nothing of what is sent, and sends nothing, is let go.
    server.timeout = 120_000;
    const port = await listen(server, config.port, config.host);
    closing.push(() => closeServer(server));

    const [database, live] = await Promise.all([
      progress.step("Preparing the database", () =>
        openDatabase(config, { purpose: config.role === "all" ? "own" : "join" }),
      ),
      isDevelopment ? createLiveBuild(server) : progress.step("Building the web", ensureWebBuild),
    ]);
    closing.push(() => database.close());
    if (live) closing.push(() => live.close());
    const clock = config.demo ? demoClock(config.demoDate) : systemClock;
    const composition = await compose({
      config,
      databaseUrl: database.appUrl,
      logger,
      clock,
      publicPort: config.trustProxy > 0 ? null : port,
      liveBuild: live?.build,
    });
    closing.push(() => composition.close());
    const { app, services, metrics } = composition;
    await checkStorageAtStart(services.storage, config);
    if (config.demo) await progress.step("Filling the example councils", () => fillDemo(services, database));
    await composition.start();
    if (config.role === "all" || config.role === "jobs") {
      const jobs = portalJobs({
        ...{ config, databaseUrl: database.appUrl, pool: services.pool, operators: services.operators, clock, logger },
        upkeep: upkeepOf(composition),
        search: services.search,
      });
      await jobs.start();
      closing.push(() => jobs.stop());
    }

    const log = createAccessLog(output, logger.levelVal);
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    const front = createFront({
      cache: services.pageCache,
      sites: { get: (host) => services.registry.keyOf(host) },
      fallback: live
        ? (request, response) => live.handle(request, response, () => void listener(request, response))
        : listener,
      accessLog: (answered) => {
        log(answered);
        metrics.answered(answered);
      },
      sessionCookie: sessionCookieName(config.publicScheme),
    });
    const streams = new Streams({ rooms: services.rooms, registry: services.registry, config, accessLog: log });
    // Processes that only serve pages leave the streams to those that are there for them.
    const servesStreams = config.role !== "web";
    answer = (request, response) => (servesStreams && streams.handle(request, response)) || front(request, response);
    welcome(services, config.demo ? await demoAccounts(services) : []);
  } catch (error) {
    await close();
    throw error;
  }
}

start().catch((error: unknown) => {
  const isSentence = [ConfigError, StartRefused, EmbeddedDatabaseError].some((known) => error instanceof known);
  process.stderr.write(`${isSentence ? (error as Error).message : ((error as Error)?.stack ?? error)}\n`);
  process.exit(1);
});

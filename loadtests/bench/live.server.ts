import { createServer, type ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { systemClock } from "../../server/clock.ts";
import { compose } from "../../server/compose.ts";
import { loadConfig } from "../../server/config.ts";
import { Streams } from "../../server/features/following/streams.ts";
import { createAccessLog, logDestination } from "../../server/http/access-log.ts";
import { createFront } from "../../server/http/page-cache/front.ts";
import { siteHeaders } from "../../server/http/security-headers.ts";
import { serve } from "./base/serve.ts";

/**
 * What holds the viewers. `product` is the whole application as `npm start` runs it; `bare` is `node:http` with the same
 * headers and an update of the same size, written to all.
 * Arguments: which, the port (0 is any), and of the product the database, a folder for its files, and the meeting.
 */
const [kind, port, databaseUrl, dataDir, slug] = process.argv.slice(2) as ["product" | "bare", ...string[]];

export interface LiveReport {
  /** When the last update was known to this process, in milliseconds of the machine's clock. */
  toldAt: number;
  viewers: number;
  /** Of the product: who was let go because they did not read. */
  dropped?: number;
}

/** Less than what may wait for a viewer, so that nobody who reads is let go for it. */
const fillingBytes = 100_000;

const instant = () => performance.timeOrigin + performance.now();
const headers = {
  ...siteHeaders("http"),
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

function bare() {
  const viewers = new Set<ServerResponse>();
  let number = 0;
  let toldAt = 0;
  const server = createServer((request, response) => {
    if (request.url === "/step") {
      number += 1;
      toldAt = instant();
      const change = JSON.stringify({ number, now: { vote: { ballots: ".".repeat(31), filling: "x".repeat(250) } } });
      const update = Buffer.from(`id: ${number}\nevent: step\ndata: ${change}\n\n`);
      for (const viewer of viewers) viewer.write(update);
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, headers);
    response.write(`retry: 3000\n\nid: ${number}\nevent: hello\ndata: {}\n\n`);
    viewers.add(response);
    response.once("close", () => viewers.delete(response));
  });
  server.timeout = 120_000;
  serve(server, (): LiveReport => ({ toldAt, viewers: viewers.size }), Number(port));
}

async function product() {
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SECRET_KEY: "for-the-bench-only-for-the-bench-only",
    LOG_LEVEL: "error",
  });
  const { app, services, start, close } = await compose({
    config,
    databaseUrl: databaseUrl!,
    logger: pino({ level: "error" }, logDestination(2)),
    clock: systemClock,
    publicPort: null,
  });
  await start();
  const { registry, rooms, pageCache } = services;
  const tenant = registry.tenants[0]!;
  const accessLog = createAccessLog(logDestination("/dev/null"));
  const streams = new Streams({ rooms, registry, config, accessLog });
  const front = createFront({
    cache: pageCache,
    sites: { get: (host) => registry.keyOf(host) },
    fallback: getRequestListener(app.fetch, { overrideGlobalObjects: false }),
    accessLog,
    sessionCookie: "session",
  });
  const { room } = (await rooms.find(tenant.id, slug!))!;
  const tell = room.channel.tell.bind(room.channel);
  let toldAt = 0;
  room.channel.tell = () => {
    toldAt = instant();
    tell();
  };
  const server = createServer((request, response) => {
    // Something large for everybody, as an evening of updates is: what does not read has it waiting.
    if (request.url === "/fill") {
      room.channel.tellAll(Buffer.from(`:${"x".repeat(fillingBytes)}\n\n`));
      response.writeHead(204).end();
      return;
    }
    if (!streams.handle(request, response)) front(request, response);
  });
  server.timeout = 120_000;
  const report = (): LiveReport => ({ toldAt, viewers: room.channel.viewers, dropped: room.channel.dropped });
  serve(server, report, Number(port));
  process.once("SIGTERM", () => close().finally(() => process.exit()));
}

if (kind === "bare") bare();
else await product();

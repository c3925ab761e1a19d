import { createServer, type RequestListener } from "node:http";
import { performance } from "node:perf_hooks";
import { systemClock } from "../../server/clock.ts";
import { createAccessLog, logDestination } from "../../server/http/access-log.ts";
import { ContentVersions } from "../../server/http/page-cache/content-versions.ts";
import { createFront } from "../../server/http/page-cache/front.ts";
import { type CachedPage, PageCache } from "../../server/http/page-cache/page-cache.ts";
import { nextRequestId } from "../../server/http/request-notes.ts";
import { siteHeaders } from "../../server/http/security-headers.ts";
import { serve } from "./base/serve.ts";
import { samplePage } from "./sample-page.ts";

/**
 * Arguments: what answers, and the file of the access log. All three give the same bytes and headers:
 * `front` the product's, `bare` and `bare-logged` one fixed answer to whatever is asked.
 */
const [kind, logFile] = process.argv.slice(2) as ["front" | "bare" | "bare-logged", string];

const site = "0198c2a4-6f0e-7c1b-9d5e-000000000001";
const cache = new PageCache({
  build: "bench",
  versions: new ContentVersions(),
  clock: systemClock,
  maximumBytes: 64 * 2 ** 20,
  siteHeaders: siteHeaders("http"),
});
const page = (await cache.page({ site, path: "/aktet", query: "viti=2026" }, async () =>
  samplePage({ title: "Aktet", version: 1 }),
)) as CachedPage;
const { headers, body } = page.representations.br!;
const accessLog = createAccessLog(logDestination(logFile));

const listeners: Record<typeof kind, () => RequestListener> = {
  front: () =>
    createFront({
      cache,
      sites: new Map([["valbardhe.localhost", site]]),
      accessLog,
      sessionCookie: "session",
      fallback: (_request, response) => response.writeHead(404, { "Content-Length": 0 }).end(),
    }),
  bare: () => {
    const all = [...headers, "X-Request-Id", nextRequestId()];
    return (_request, response) => {
      response.writeHead(200, all);
      response.end(body);
    };
  },
  "bare-logged": () => (request, response) => {
    const begun = performance.now();
    const requestId = nextRequestId();
    response.writeHead(200, [...headers, "X-Request-Id", requestId]);
    response.end(body);
    accessLog({
      requestId,
      method: request.method!,
      host: "valbardhe.localhost:3000",
      target: request.url!,
      status: 200,
      bytes: body.length,
      milliseconds: performance.now() - begun,
      site,
      cache: null,
    });
  },
};
serve(createServer(listeners[kind]()));

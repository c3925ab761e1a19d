import { getRequestListener } from "@hono/node-server";
import { systemClock } from "../../server/clock.ts";
import { createAccessLog, logDestination } from "../../server/http/access-log.ts";
import { ContentVersions } from "../../server/http/page-cache/content-versions.ts";
import { createFront } from "../../server/http/page-cache/front.ts";
import { PageCache } from "../../server/http/page-cache/page-cache.ts";
import { pageResponse } from "../../server/http/page-cache/page-response.ts";
import { serve } from "./base/serve.ts";
import { samplePage } from "./sample-page.ts";

const [logFile] = process.argv.slice(2) as [string];
const site = "0198c2a4-6f0e-7c1b-9d5e-000000000001";
const sites = new Map([["valbardhe.localhost", site]]);
const cache = new PageCache({
  build: "bench",
  versions: new ContentVersions(),
  clock: systemClock,
  maximumBytes: 64 * 2 ** 20,
});
const notFound = { ...samplePage({ title: "Nuk u gjet", version: 1 }), status: 404, html: "<h1>Nuk u gjet</h1>" };

/** Knows `/aktet` on one host; asks the cache for every other address of that host too, as a route with a slug does. */
const application = getRequestListener(async (request) => {
  const { hostname, pathname } = new URL(request.url);
  const known = sites.get(hostname);
  if (!known) return pageResponse(notFound, request);
  const page = await cache.page({ site: known, path: pathname, query: "" }, async () =>
    pathname === "/aktet" ? samplePage({ title: "Aktet", version: 1 }) : notFound,
  );
  return pageResponse(page, request);
});

serve(
  createFront({
    cache,
    sites,
    fallback: application,
    accessLog: createAccessLog(logDestination(logFile)),
    sessionCookie: "session",
  }),
  () => cache.stats(),
);

import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { systemClock } from "../../server/clock.ts";
import { createAccessLog, logDestination } from "../../server/http/access-log.ts";
import { ContentVersions } from "../../server/http/page-cache/content-versions.ts";
import { createFront } from "../../server/http/page-cache/front.ts";
import { PageCache } from "../../server/http/page-cache/page-cache.ts";
import { pageResponse } from "../../server/http/page-cache/page-response.ts";
import { siteHeaders } from "../../server/http/security-headers.ts";
import { serve } from "./base/serve.ts";
import { samplePage } from "./sample-page.ts";

/** Arguments: the file of the access log, and how often all pages change, in milliseconds; `0` is never. */
const [logFile, period] = process.argv.slice(2) as [string, string];

const site = "0198c2a4-6f0e-7c1b-9d5e-000000000001";
const versions = new ContentVersions();
versions.set(site, "publications", 1);
const cache = new PageCache({
  build: "bench",
  versions,
  clock: systemClock,
  maximumBytes: 64 * 2 ** 20,
  siteHeaders: siteHeaders("http"),
});

/** What a render of the application costs: a few milliseconds of waiting for the database and of this thread. */
const waiting = 2;
const working = 3;
const rendersOf = new Map<string, number>();

async function render(path: string) {
  const version = versions.current(site)?.get("publications") ?? 0;
  const rendering = `${path} ${version}`;
  rendersOf.set(rendering, (rendersOf.get(rendering) ?? 0) + 1);
  await wait(waiting);
  const until = performance.now() + working;
  let page = samplePage({ title: path, version });
  while (performance.now() < until) page = samplePage({ title: path, version });
  return page;
}

const application = getRequestListener(async (request) => {
  const { pathname } = new URL(request.url);
  return pageResponse(await cache.page({ site, path: pathname, query: "" }, () => render(pathname)), request);
});

if (Number(period) > 0) {
  setInterval(
    () => versions.set(site, "publications", (versions.current(site)?.get("publications") ?? 0) + 1),
    Number(period),
  );
}
const front = createFront({
  cache,
  sites: new Map([["valbardhe.localhost", site]]),
  fallback: application,
  accessLog: createAccessLog(logDestination(logFile)),
  sessionCookie: "session",
});

export interface Invalidations {
  versions: number;
  renders: number;
  /** The largest number of times that one page was rendered for one version. */
  mostPerVersion: number;
  stale: number;
}

serve(
  front,
  (): Invalidations => ({
    versions: versions.current(site)?.get("publications") ?? 0,
    renders: cache.stats().renders,
    mostPerVersion: Math.max(0, ...rendersOf.values()),
    stale: cache.stats().stale,
  }),
);

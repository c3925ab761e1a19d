import { globSync } from "node:fs";
import { join } from "node:path";
import { inspectRoutes } from "hono/dev";
import { expect, it } from "vitest";
import { createWorld } from "../support/world.ts";

/** Each feature lists its own in a file beside this one. */
async function featureRoutes(): Promise<Record<string, string>> {
  const files = globSync("public-routes/*.ts", { cwd: import.meta.dirname });
  const modules = await Promise.all(files.map((file) => import(join(import.meta.dirname, file))));
  return Object.assign({}, ...modules.map((module) => module.default));
}

/** Every route that anybody may ask, and why. A route that is not here must be guarded by a policy. */
const forEverybody: Record<string, string> = {
  ...(await featureRoutes()),
  "GET /healthz": "a watcher has no account",
  "GET /readyz": "a watcher has no account",
  "GET /metrics": "answers only who does not come through the proxy",
  "GET /assets/:name": "the browser's own files, the same for everybody",
  "GET /api/v1/councils": "the directory of councils is public",
  "GET /api/v1/council": "how a council introduces itself",
  "GET /api/v1/publications": "published rows only",
  "GET /api/v1/publications/latest": "published rows only",
  "GET /api/v1/publications/:element/:slug": "published rows only; a withdrawn one says so",
  "GET /api/v1/albums": "published albums only",
  "GET /api/v1/albums/:slug": "published albums only",
  "GET /api/v1/pages/:element": "published procedures only",
  "GET /api/v1/elements": "how complete a site is, is public",
  "GET /api/v1/elements/levels": "how complete a site is, is public",
  "GET /api/v1/elements/:code": "what an element is",
  "GET /api/v1/deadlines/rules": "the law's periods",
  "GET /api/v1/deadlines/compute": "a calculator over public rules",
  "GET /api/v1/holidays": "the days off",
  "GET /api/v1/openapi.json": "the description of what is public",
  "GET /api/*": "says that nothing is there",
  "GET /foto/:id/:file{[1-9][0-9]{0,4}\\.webp}": "photos of what is published",
  "GET /dokumente/:id/:fileName": "public files of what is published",
  "GET /dokumente/:id/v/:version{[1-9][0-9]{0,5}}/:fileName": "public files of what is published",
  "GET /:path{.+\\.atom}": "feeds of what is published",
  "GET /:path{.+\\.schema\\.json}": "what the columns of open data mean",
  "GET /:path{.+\\.(csv|xlsx|json)}": "published rows as open data",
  "GET /robots.txt": "for machines",
  "GET /sitemap.xml": "for machines",
  "GET /.well-known/security.txt": "for those who find a weakness",
  "GET /manifest.webmanifest": "for telephones",
  "GET /en/manifest.webmanifest": "for telephones",
  "GET /icon.svg": "the emblem",
  "GET /:icon{icon-\\d+\\.png}": "the emblem",
  "GET /sw.js": "the page for when there is no connection",
  "GET /*": "the pages themselves, rendered from the routes above",
};

/** Guarded each by a policy of its own: see workspace-routes.test.ts and console-routes.test.ts. */
const ofWorkspace = /^[A-Z]+ (\/en)?\/admin(\/|$)|^[A-Z]+ \/api\/v1\/admin\/|^[A-Z]+ (\/konsola|\/en\/console)(\/|$)/;

it("every route is on the list of what anybody may ask, or is guarded", async () => {
  const world = await createWorld();
  try {
    const routes = inspectRoutes(world.app)
      .filter((route) => !route.isMiddleware)
      .map(({ method, path }) => `${method === "HEAD" ? "GET" : method} ${path}`);
    const unlisted = [...new Set(routes)].filter((route) => !(route in forEverybody) && !ofWorkspace.test(route));
    const gone = Object.keys(forEverybody).filter((route) => !routes.includes(route));
    expect({ unlisted, gone }).toEqual({ unlisted: [], gone: [] });
  } finally {
    await world.end();
  }
});

import { createMiddleware } from "hono/factory";
import type { Pool } from "pg";
import { tenantDb } from "../db/tenant-db.ts";
import { findSettings } from "../features/settings/settings.queries.ts";
import type { RequestScope } from "../http/scope.ts";
import { matchPage } from "./page-routes.shared.ts";

const isEnglish = (path: string) => path === "/en" || path.startsWith("/en/");
const isWorkspace = (path: string) => path === "/en/admin" || path.startsWith("/en/admin/");

/** The same in Albanian: a page, or a feed or table that stands at a page's address; `null` where there is none. */
function inAlbanian(path: string): string | null {
  if (path === "/en") return "/";
  const ending = /\.[a-z]{2,5}$/.exec(path)?.[0] ?? "";
  const match = matchPage(path) ?? matchPage(path.slice(0, path.length - ending.length));
  return match && match.paths.sq + (matchPage(path) ? "" : ending);
}

/**
 * A council that does not offer English leads English addresses to the same in Albanian; it may offer English again, so
 * that they are not given up for good. What has no other address is not found, in Albanian.
 */
export const onlyAlbanian = (pool: Pool) =>
  createMiddleware<RequestScope>(async (c, next) => {
    const { site } = c.var;
    const { path } = c.req;
    if (c.env?.resolved || site.kind !== "council" || !isEnglish(path) || isWorkspace(path)) return next();
    const { languages } = await tenantDb(pool, site.tenant.id).read(findSettings);
    if (languages.includes("en")) return next();
    c.set("locale", "sq");
    const there = inAlbanian(path);
    if (there) return c.redirect(there + new URL(c.req.url).search, 302);
    await next();
  });

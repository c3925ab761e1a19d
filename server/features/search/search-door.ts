import { createMiddleware } from "hono/factory";
import type { Pool } from "../../db/pool.ts";
import { tenantDb } from "../../db/tenant-db.ts";
import type { RequestScope } from "../../http/scope.ts";
import { plainPages } from "../../pages/page-routes.shared.ts";
import { cleanQuestion } from "../../search/languages.ts";
import { soleReference, straightTo } from "./straight-to.ts";

/** “VKB 112/2026” and nothing else leads from the search straight to the act; everything else is searched. */
export const searchDoor = (pool: Pool) =>
  createMiddleware<RequestScope>(async (c, next) => {
    const { site, now } = c.var;
    const { pathname, searchParams } = new URL(c.req.url);
    const locale = pathname === plainPages.search.en ? "en" : "sq";
    const asked = [...searchParams].filter(([, value]) => value !== "");
    const isAlone = pathname === plainPages.search[locale] && asked.length === 1 && asked[0]![0] === "q";
    const reference = site.kind === "council" && isAlone ? soleReference(cleanQuestion(asked[0]![1])) : null;
    if (site.kind !== "council" || reference === null) return next();
    const url = await tenantDb(pool, site.tenant.id).read((tx) => straightTo(tx, reference, now));
    if (!url) return next();
    return c.redirect(url[locale], 302);
  });

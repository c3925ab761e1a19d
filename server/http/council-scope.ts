import { createMiddleware } from "hono/factory";
import type { Pool } from "../db/pool.ts";
import { tenantDb } from "../db/tenant-db.ts";
import { AppError } from "./errors.ts";
import type { CouncilScope } from "./scope.ts";

/** Gives the routes of a council's host their council and its database; on other hosts they do not exist. */
export const councilScope = (pool: Pool) =>
  createMiddleware<CouncilScope>(async (c, next) => {
    const { site } = c.var;
    if (site.kind !== "council") throw new AppError("http.not_found", 404);
    c.set("tenant", site.tenant);
    c.set("db", c.env?.resolved?.db ?? tenantDb(pool, site.tenant.id));
    await next();
  });

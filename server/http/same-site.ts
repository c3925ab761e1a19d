import { createMiddleware } from "hono/factory";
import { AppError } from "./errors.ts";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Pages are shared copies and carry no token, so what changes something must prove that it comes from this very site:
 * by `Sec-Fetch-Site`, else by an `Origin` equal to the host asked.
 */
export const sameSiteOnly = createMiddleware(async (c, next) => {
  if (!safe.has(c.req.method)) {
    const fetchSite = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const host = c.req.header("host");
    const proven = fetchSite
      ? fetchSite === "same-origin"
      : Boolean(origin && host && URL.canParse(origin) && new URL(origin).host === host.toLowerCase());
    if (!proven) throw new AppError("http.cross_site", 403);
  }
  await next();
});

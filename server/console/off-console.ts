import { createMiddleware } from "hono/factory";
import { consoleHome } from "../features/operators/operators.paths.shared.ts";
import { AppError } from "../http/errors.ts";
import type { RequestScope } from "../http/scope.ts";

const beginnings: Readonly<Record<string, string>> = {
  "/": consoleHome.sq,
  "/en": consoleHome.en,
  "/en/": consoleHome.en,
};

/** At the operator's host there is the console and nothing else: no public site, no council, no search engine. */
export const offConsole = createMiddleware<RequestScope>(async (c, next) => {
  if (c.var.site.kind !== "operator" || c.req.path === "/icon.svg") return next();
  const beginning = beginnings[c.req.path];
  if (beginning) return c.redirect(beginning, 303);
  if (c.req.path === "/robots.txt") return c.text("User-agent: *\nDisallow: /\n");
  throw new AppError("http.not_found", 404);
});

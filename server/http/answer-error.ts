import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import Negotiator from "negotiator";
import { withoutTokens } from "../auth/tokens.ts";
import { publicPolicy } from "../pages/content-security-policy.ts";
import { errorDocument, type PlainError, plainErrorStyle } from "../pages/error-document.ts";
import { databaseIsAway } from "./database-away.ts";
import { AppError } from "./errors.ts";
import { problemOf } from "./problem.ts";
import type { RequestScope } from "./scope.ts";
import { siteHeaders } from "./security-headers.ts";
import type { Services } from "./services.ts";

const plainByCode: Record<string, PlainError> = {
  "http.unknown_host": "unknown_host",
  "http.suspended": "suspended",
  "http.unavailable": "unavailable",
  "http.not_found": "not_found",
  "http.internal": "broken",
};
const errorPolicy = publicPolicy([], plainErrorStyle);

function named(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException)
    return new AppError(error.status === 413 ? "http.body_too_large" : "http.malformed", error.status);
  return databaseIsAway(error) ? new AppError("http.unavailable", 503) : new AppError("http.internal", 500);
}

/** Whoever takes anything is a reader of pages: link previews and search engines say no more than that. */
function prefersPage(accept: string | undefined): boolean {
  const negotiator = new Negotiator({ headers: { accept } });
  return negotiator.mediaType(["text/html", "application/problem+json", "application/json"]) === "text/html";
}

/** One answer for every failure: a problem document for programs, a page for people; never a stack or a path. */
export function answerError(
  error: unknown,
  c: Context<RequestScope>,
  { logger, config }: Pick<Services, "logger" | "config">,
): Response {
  const failure = named(error);
  const { requestId, locale, site } = c.var;
  if (failure.status >= 500 && failure.code !== "http.suspended")
    logger.error({ err: error, requestId, path: withoutTokens(c.req.path), code: failure.code }, "A request failed");

  const headers = new Headers({
    ...siteHeaders(config.publicScheme),
    "cache-control": "no-store",
    "x-request-id": requestId ?? "",
  });
  headers.set("vary", "Accept-Language");
  headers.set("content-language", locale ?? "sq");
  if (failure.status === 405) headers.set("allow", "GET, HEAD");
  if (failure.status === 503) headers.set("retry-after", failure.code === "http.suspended" ? "3600" : "10");

  const wantsPage = !c.req.path.startsWith("/api/") && prefersPage(c.req.header("accept"));
  const status = failure.status as 500;
  if (!wantsPage) {
    headers.set("content-type", "application/problem+json");
    return new Response(JSON.stringify(problemOf(failure, locale ?? "sq", requestId ?? "")), { status, headers });
  }
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("content-security-policy", errorPolicy);
  const tenant = failure.code === "http.suspended" && site?.kind === "council" ? site.tenant : undefined;
  const kind = plainByCode[failure.code] ?? "refused";
  const reason = kind === "refused" ? problemOf(failure, locale, requestId).title : undefined;
  return new Response(errorDocument(kind, locale ?? "sq", reason, tenant), { status, headers });
}

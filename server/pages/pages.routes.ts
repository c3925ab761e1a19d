import { Hono } from "hono";
import { AppError } from "../http/errors.ts";
import type { RenderedPage } from "../http/page-cache/page.ts";
import type { CachedPage } from "../http/page-cache/page-cache.ts";
import { pageResponse } from "../http/page-cache/page-response.ts";
import { notesOf } from "../http/request-notes.ts";
import type { RequestScope, ResolvedRequest } from "../http/scope.ts";
import type { Services } from "../http/services.ts";
import { canonicalQuery, matchPage, type PageMatch } from "./page-routes.shared.ts";
import { pageRenderer } from "./render-page.ts";

type CallRoute = (request: Request, resolved: ResolvedRequest) => Promise<Response>;

/** The address that a page should have had: without a closing slash, English home with one. */
function betterPath(path: string): string | null {
  if (path === "/en") return "/en/";
  if (path === "/" || path === "/en/" || !path.endsWith("/")) return null;
  // Counted, since an expression for the slashes at the end tries every slash of a long address in vain.
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end) || "/";
}

/** Every address that people read. Registered last: what no route answers is a page, or is not found. */
export function pages(services: Services, callRoute: CallRoute) {
  const { pageCache, pool, registry, origins, config, webBuild } = services;
  const { renderPage } = pageRenderer({
    pool,
    registry,
    origins,
    baseDomain: config.baseDomain,
    build: webBuild,
    callRoute,
  });

  return new Hono<RequestScope>().on(["GET", "HEAD"], "*", async (c) => {
    const { site, locale, requestId } = c.var;
    if (site.kind === "moved" || site.kind === "operator") throw new AppError("http.not_found", 404);
    const { path } = c.req;
    const better = betterPath(path);
    if (better && matchPage(better)) return c.redirect(better + new URL(c.req.url).search, 301);

    const match = site.kind === "apex" ? matchApex(path) : matchPage(path);
    const query = match ? canonicalQuery(match, new URL(c.req.url).searchParams) : "";
    const render = (at: string) => renderPage({ site, match, locale, path: at, query, requestId });
    const noted = c.env?.incoming && notesOf(c.env.incoming);
    if (noted) {
      noted.site = site.key;
      noted.cache = "miss";
    }
    if (match)
      return pageResponse(await pageCache.page({ site: site.key, path, query }, () => render(path)), c.req.raw);
    return answerNothing(
      await pageCache.page({ site: site.key, path: `nothing ${locale}`, query: "" }, () =>
        asKept(render(nowhere[locale])),
      ),
    );
  });
}

/** Where the page stands that serves for all addresses that lead nowhere: nothing of what the first one asked is in it. */
const nowhere = { sq: "/404", en: "/en/404" } as const;

/** One page serves for all addresses that lead nowhere, so that guessing costs no rendering. */
async function asKept(page: Promise<RenderedPage>): Promise<RenderedPage> {
  return { ...(await page), status: 200 };
}

function answerNothing(page: CachedPage | RenderedPage): Response {
  const { body, headers } = pageResponse(page, { headers: new Headers() });
  headers.delete("etag");
  headers.set("cache-control", "no-store");
  return new Response(body, { status: 404, headers });
}

function matchApex(path: string): PageMatch | null {
  const match = matchPage(path);
  return match?.page === "home" || match?.page === "search" ? match : null;
}

import { Hono, type HonoRequest } from "hono";
import { sessionCookieName } from "./auth/cookie.ts";
import { operatorConsole } from "./console/console.ts";
import { offConsole } from "./console/off-console.ts";
import { acts } from "./features/acts/acts.routes.ts";
import { albums } from "./features/albums/albums.routes.ts";
import { photos } from "./features/albums/photos.routes.ts";
import { bodies } from "./features/bodies/bodies.routes.ts";
import { calendar } from "./features/calendar/calendar.routes.ts";
import { calendarFeeds } from "./features/calendar/calendar-feeds.routes.ts";
import { deadlines, holidays } from "./features/deadlines/deadlines.routes.ts";
import { discovery } from "./features/discovery/discovery.routes.ts";
import { describeApi } from "./features/discovery/openapi.ts";
import { documents } from "./features/documents/documents.routes.ts";
import { draftActs } from "./features/draft-acts/draft-acts.routes.ts";
import { elections } from "./features/elections/elections.routes.ts";
import { elementRoutes } from "./features/elements/elements.routes.ts";
import { feeds } from "./features/feeds/feeds.routes.ts";
import { embed } from "./features/following/embed.routes.ts";
import { following } from "./features/following/following.routes.ts";
import { home } from "./features/home/home.routes.ts";
import { meetings } from "./features/meetings/meetings.routes.ts";
import { openData } from "./features/open-data/open-data.routes.ts";
import { RegisterTotals } from "./features/open-data/register-totals.ts";
import { packages } from "./features/packages/packages.routes.ts";
import { procedures } from "./features/pages/pages.routes.ts";
import { pay } from "./features/pay/pay.routes.ts";
import { people } from "./features/people/people.routes.ts";
import { plan } from "./features/plan/plan.routes.ts";
import { publications } from "./features/publications/publications.routes.ts";
import { readiness } from "./features/readiness/readiness.routes.ts";
import { recordings } from "./features/recordings/recordings.routes.ts";
import { catalogues } from "./features/registers/catalogues.routes.ts";
import { exportPaths } from "./features/registers/exports.openapi.ts";
import { registers } from "./features/registers/registers.routes.ts";
import { searchCouncils } from "./features/search/councils-search.routes.ts";
import { search } from "./features/search/search.routes.ts";
import { searchDoor } from "./features/search/search-door.ts";
import { council } from "./features/settings/council.routes.ts";
import { emblemPicture } from "./features/settings/emblem.routes.ts";
import { councils } from "./features/tenants/councils.routes.ts";
import { preferredLocale } from "./http/accept-language.ts";
import { answerError } from "./http/answer-error.ts";
import { assetRoutes } from "./http/assets/assets.routes.ts";
import { councilScope } from "./http/council-scope.ts";
import { AppError } from "./http/errors.ts";
import { health } from "./http/health/health.routes.ts";
import type { Metrics } from "./http/metrics/metrics.ts";
import { sameSiteOnly } from "./http/same-site.ts";
import type { CouncilScope, RequestScope, ResolvedRequest } from "./http/scope.ts";
import { publicActor, requestIdOf } from "./http/scope.ts";
import { siteHeaders } from "./http/security-headers.ts";
import type { Services } from "./http/services.ts";
import { smallBodiesOnly } from "./http/small-bodies.ts";
import { mailbox } from "./mail/mailbox.routes.ts";
import { onlyAlbanian } from "./pages/only-albanian.ts";
import { noNotes } from "./pages/page-notes.ts";
import { plainPages } from "./pages/page-routes.shared.ts";
import { pages } from "./pages/pages.routes.ts";
import { previewer } from "./pages/preview.ts";
import { workspace, workspaceApi } from "./workspace/workspace.ts";

/** An address with a control character: nothing of ours has one in its name, and the database takes none in a text. */
const namesNothing = /^[^?]*%(?:[01][\da-f]|7f)/i;

/**
 * Whether somebody who is signed in sends what was typed before the council got another address: led on, the browser would
 * ask for the page without it, and the session is good at this host alone.
 */
const isFromOpenForm = ({ method, path, raw }: HonoRequest, { publicScheme }: Services["config"]): boolean =>
  method !== "GET" &&
  method !== "HEAD" &&
  /^(\/en)?\/admin\/|^\/api\/v1\/admin\//.test(path) &&
  (raw.headers.get("cookie") ?? "").includes(`${sessionCookieName(publicScheme)}=`);

/** The whole application. Routes below `/api/v1` are also what the pages are rendered from, in process. */
export function createApp(services: Services, metrics: Metrics) {
  const { clock, config, origins, pool, registry } = services;
  const headers = Object.entries(siteHeaders(config.publicScheme));
  const app = new Hono<RequestScope>();

  app.use(async (c, next) => {
    c.set("requestId", c.env?.resolved?.requestId ?? requestIdOf(c.env) ?? crypto.randomUUID());
    c.set("locale", c.env?.resolved?.locale ?? preferredLocale(c.req.path, c.req.header("accept-language")));
    c.set("now", clock.now());
    await next();
    if (c.env?.resolved) return;
    // What an answer says for itself stays: addresses of the workspace can be secret.
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.set("X-Request-Id", c.var.requestId);
  });
  app.route("/", health(services, metrics));
  app.route("/assets", assetRoutes(services.assets));

  app.use(async (c, next) => {
    const resolved = c.env?.resolved;
    c.set("actor", publicActor);
    c.set("notes", resolved?.notes ?? noNotes);
    const site = resolved?.site ?? registry.siteOf(c.req.header("host") ?? "");
    if (!site) throw new AppError("http.unknown_host", 404);
    // A target that names a host itself overrules the header (RFC 9112, 3.2.2): where they differ, caches are being lied to.
    const target = c.env?.incoming?.url ?? "/";
    const isElsewhere = !target.startsWith("/") && registry.siteOf(new URL(target).host) !== site;
    if (isElsewhere) throw new AppError("http.unknown_host", 421);
    c.set("site", site);
    if (namesNothing.test(c.req.url)) throw new AppError("http.not_found", 404);
    await next();
  });

  app.use(async (c, next) => {
    const { site } = c.var;
    if (site.kind === "moved") {
      const { pathname, search } = new URL(c.req.url);
      if (!isFromOpenForm(c.req, config))
        return c.redirect(`${origins.of(site.tenant.primaryHost)}${pathname}${search}`, 301);
      c.set("site", { kind: "council", key: site.tenant.id, tenant: site.tenant });
    }
    if ("tenant" in site && site.tenant.state === "suspended") throw new AppError("http.suspended", 503);
    await next();
  });
  app.use(onlyAlbanian(pool));
  for (const path of Object.values(plainPages.search)) app.get(path, searchDoor(pool));
  app.use(sameSiteOnly);
  app.use(smallBodiesOnly);

  const inCouncil = councilScope(pool);
  const totals = new RegisterTotals();
  const ofCouncil = new Hono<CouncilScope>()
    .use(inCouncil)
    .route("/council", council)
    .route("/deadlines", deadlines)
    .route("/holidays", holidays)
    .route("/publications", publications)
    .route("/albums", albums)
    .route("/pages", procedures)
    .route("/elements", elementRoutes(origins))
    .route("/readiness", readiness)
    .route("/home", home)
    .route("/people", people)
    .route("/bodies", bodies)
    .route("/elections", elections)
    .route("/pay", pay)
    .route("/draft-acts", draftActs)
    .route("/plan", plan)
    .route("/meetings", meetings)
    .route("/live", following(services.rooms))
    .route("/recordings", recordings)
    .route("/calendar", calendar)
    .route("/acts", acts)
    .route("/registers", registers(origins, totals))
    .route("/search", search(services.search, pool, services.logger));
  const describe = describeApi(ofCouncil, exportPaths);
  ofCouncil.get("/openapi.json", async (c) =>
    c.json(await describe(), 200, { "cache-control": "public, max-age=300" }),
  );

  const callRoute = (request: Request, resolved: ResolvedRequest) =>
    Promise.resolve(app.request(request, undefined, { resolved }));
  const lent = { preview: previewer(services, callRoute) };
  app.route("/", operatorConsole(services));
  app.use(offConsole);
  app.route("/api/v1/admin", workspaceApi(services, inCouncil, lent));
  app.route("/", workspace(services, inCouncil, lent));
  app.route("/api/v1/councils/search", searchCouncils(services));
  app.route("/api/v1/councils", councils(registry, origins));
  app.route("/api/v1", ofCouncil);
  if (config.demo && !config.smtpUrl) app.route("/zhvillim/posta", mailbox(config));
  app.route("/foto", new Hono<CouncilScope>().use(inCouncil).route("/", photos(services.storage)));
  app.route("/stema", new Hono<CouncilScope>().use(inCouncil).route("/", emblemPicture(services.storage)));
  app.route("/dokumente", new Hono<CouncilScope>().use(inCouncil).route("/", documents(services.storage)));
  app.get("/api/*", () => {
    throw new AppError("http.not_found", 404);
  });
  app.route("/", feeds(inCouncil, origins, config.baseDomain));
  app.route("/", calendarFeeds(inCouncil, services));
  app.route("/", packages(inCouncil, services));
  app.route("/", embed(inCouncil, services));
  app.route("/", catalogues(inCouncil, origins, totals));
  app.route("/", openData(inCouncil, origins));
  app.route("/", discovery(services));
  app.route("/", pages(services, callRoute));
  app.notFound((c) => {
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    throw isRead ? new AppError("http.not_found", 404) : new AppError("http.method_not_allowed", 405);
  });
  app.onError((error, c) => answerError(error, c, services));
  return app;
}
export type Application = ReturnType<typeof createApp>;

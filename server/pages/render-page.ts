import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { contentVersionsIn } from "../db/content-versions.ts";
import { snapshotDb, type TenantDb, type TenantTx, tenantDb } from "../db/tenant-db.ts";
import { findSettings } from "../features/settings/settings.queries.ts";
import { defaultTheme, themeCss } from "../features/settings/theme.ts";
import type { Origins } from "../features/tenants/origins.ts";
import type { TenantRegistry } from "../features/tenants/registry.ts";
import type { Site } from "../features/tenants/tenant.ts";
import type { RenderedPage } from "../http/page-cache/page.ts";
import { phrases } from "../http/phrases.ts";
import type { ResolvedRequest } from "../http/scope.ts";
import { type Locale, locales } from "../locale.shared.ts";
import { developmentPolicy, publicPolicy, releaseScripts } from "./content-security-policy.ts";
import { htmlDocument, type PageAssets } from "./document.ts";
import { inOrder } from "./in-order.ts";
import { pageModules } from "./page-modules.ts";
import { CollectedNotes } from "./page-notes.ts";
import type { PageMatch } from "./page-routes.shared.ts";
import { otherLanguageStyle } from "./preview-language.ts";
import type { WebBuild } from "./web-build.ts";

export interface PageRequest {
  site: Extract<Site, { kind: "apex" | "council" }>;
  /** `null` renders the page that says that there is nothing. */
  match: PageMatch | null;
  locale: Locale;
  path: string;
  /** Canonical query without `?`. */
  query: string;
  requestId: string;
}

export interface PageRendererParts {
  pool: Pool;
  registry: TenantRegistry;
  origins: Origins;
  baseDomain: string;
  build: () => WebBuild | Promise<WebBuild>;
  /** Calls the application in process. */
  callRoute(request: Request, resolved: ResolvedRequest): Promise<Response>;
}

/** The line above a page that nobody but its editor sees; it stands in the page's own style, so that no other carries it. */
const noticeStyle =
  ".notice-above{margin:0;padding:.6rem 1rem;background:var(--warn);color:var(--paper);font:600 1rem/1.4 var(--sans);text-align:center}@media print{.notice-above{display:none}}" +
  otherLanguageStyle;

/** Renders whole documents; one database snapshot holds all of a page's data and the versions it is filed under. */
export function pageRenderer({ pool, registry, origins, baseDomain, build, callRoute }: PageRendererParts) {
  async function renderWith(
    page: PageRequest,
    db: TenantDb | null,
    areas: (names: Set<string>) => Promise<Record<string, number>>,
    noticeAbove?: string,
  ) {
    const { site, match, locale, path, query, requestId } = page;
    const notes = new CollectedNotes();
    const nonce = randomBytes(16).toString("hex");
    const web = await build();
    const fetchApi: typeof fetch = inOrder((...[input, init]: Parameters<typeof fetch>) =>
      callRoute(new Request(input, init), { site, db, locale, notes, requestId }),
    );
    const origin = origins.of(site.kind === "council" ? site.tenant.primaryHost : baseDomain);
    const settings = db ? db.read(findSettings) : null;
    const fragment = await web.renderFragment({
      url: `http://internal${path}${query && `?${query}`}`,
      origin,
      page: { locale, site: site.kind },
      fetchApi,
      nonce,
    });
    notes.shows("settings");
    const released = releaseScripts(fragment.hydration + fragment.body, nonce);
    const split = released.html.indexOf("</script>") + "</script>".length;
    const { theme = defaultTheme, languages = locales } = (await settings) ?? {};
    const isBilingual = languages.length > 1;
    const style = themeCss(theme) + (noticeAbove ? noticeStyle : "");
    const siteName =
      site.kind === "council"
        ? (site.tenant.names.council[locale] ?? site.tenant.names.council.sq)
        : phrases(locale, "common")("apex.name");
    const search = query && `?${query}`;
    const address = (path: string) => origin + path + search;
    const html = htmlDocument({
      locale,
      title: fragment.head.title || siteName,
      description: fragment.head.description,
      siteName,
      canonical: match && address(match.paths[locale]),
      alternates: match && isBilingual ? { sq: address(match.paths.sq), en: address(match.paths.en) } : {},
      indexed:
        !noticeAbove &&
        fragment.status === 200 &&
        (site.kind === "apex" || (site.tenant.state === "live" && !site.tenant.isExample)),
      image: `${origin}/icon-512.png`,
      themeCss: style,
      themeColour: theme.brand,
      structuredData: fragment.head.structuredData,
      feeds: fragment.head.feeds,
      assets: assetsOf(web, page, noticeAbove !== undefined),
      siteKind: site.kind,
      noticeAbove,
      fragment: released.html.slice(split),
      hydration: released.html.slice(0, split),
    });
    const rendered: RenderedPage = {
      status: fragment.status,
      html,
      language: locale,
      contentSecurityPolicy: web.isLive ? developmentPolicy : publicPolicy(released.hashes, style, notes.embedded),
      areas: await areas(notes.areas),
      validUntil: notes.until,
      isPassing: notes.passing,
    };
    return rendered;
  }

  /**
   * The page for when there is no connection appears at any address and has nowhere to fetch its script from; and a
   * script would ask for what a rehearsed page shows, which is not there.
   */
  function assetsOf(web: WebBuild, { site, match, locale }: PageRequest, isRehearsed: boolean): PageAssets {
    const assets = web.assetsFor(pageModules(site.kind, match, locale), locale);
    return isRehearsed || match?.page === "offline" ? { ...assets, script: null, preload: [] } : assets;
  }

  /**
   * A page as it would be, from a transaction that is taken back, with a line above it that says so. It is kept nowhere:
   * it has no versions.
   */
  const renderRehearsal = (page: PageRequest, tx: TenantTx, noticeAbove: string): Promise<RenderedPage> =>
    renderWith(page, snapshotDb(tx), async () => ({}), noticeAbove);

  async function renderPage(page: PageRequest): Promise<RenderedPage> {
    if (page.site.kind === "apex") return renderWith(page, null, async () => ({ registry: registry.version }));
    const { id, version: registered } = page.site.tenant;
    return tenantDb(pool, id).snapshot(async (tx) => {
      const versions = contentVersionsIn(tx);
      return renderWith(page, snapshotDb(tx), async (names) => {
        const all = await versions;
        const shown = [...names].map((name) => [name, all.get(name) ?? 0] as const);
        return { ...Object.fromEntries(shown), registry: registered };
      });
    });
  }
  return { renderPage, renderRehearsal };
}

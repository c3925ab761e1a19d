import { buffer } from "node:stream/consumers";
import { Hono } from "hono";
import { tenantDb } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import type { RequestScope } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import type { Locale } from "../../locale.shared.ts";
import { plainPages } from "../../pages/page-routes.shared.ts";
import { fileKey } from "../../storage/storage.ts";
import { findSettings } from "../settings/settings.queries.ts";
import { defaultTheme } from "../settings/theme.ts";
import type { Site } from "../tenants/tenant.ts";
import { type IconOf, iconPng, iconSizes, iconSvg } from "./icons.ts";
import { serviceWorker } from "./service-worker.ts";
import { sitemapEntries, sitemapXml } from "./sitemap.ts";

const hour = "public, max-age=3600";

/** What machines ask a site for before they read it: sitemap, robots, icons, the installable application. */
export function discovery({ pool, origins, config, storage, webBuild }: Services) {
  const originOf = (site: Site) => origins.of("tenant" in site ? site.tenant.primaryHost : config.baseDomain);
  const themeOf = async (site: Site) =>
    site.kind === "council" ? (await tenantDb(pool, site.tenant.id).read(findSettings)).theme : defaultTheme;
  /** What an icon shows. A picture that cannot be had just now leaves the drawing in its place. */
  async function iconOf(site: Site): Promise<IconOf> {
    const { emblem, brand, picture } = await themeOf(site);
    if (!picture || site.kind !== "council") return { emblem, brand, picture: null };
    const object = await storage.get(fileKey(site.tenant.id, picture.sha256)).catch(() => null);
    return { emblem, brand, picture: object && { ...picture, bytes: await buffer(object.body) } };
  }
  const nameOf = (site: Site, locale: Locale) =>
    "tenant" in site ? (site.tenant.names.council[locale] ?? site.tenant.names.council.sq) : "e-Këshilli";

  async function manifest(site: Site, locale: Locale) {
    const theme = await themeOf(site);
    return {
      name: nameOf(site, locale),
      short_name: "tenant" in site ? site.tenant.names.place[locale] || site.tenant.names.place.sq : "e-Këshilli",
      lang: locale,
      id: plainPages.home[locale],
      start_url: plainPages.home[locale],
      scope: "/",
      display: "standalone",
      background_color: "#fbfaf6",
      theme_color: theme.brand,
      icons: iconSizes.flatMap((size) =>
        ["any", "maskable"].map((purpose) => ({
          src: `/icon-${size}.png`,
          sizes: `${size}x${size}`,
          type: "image/png",
          purpose,
        })),
      ),
    };
  }

  return new Hono<RequestScope>()
    .get("/robots.txt", (c) => {
      const { site } = c.var;
      const closed = site.kind === "council" && site.tenant.isExample;
      const lines = [
        "User-agent: *",
        closed ? "Disallow: /" : "Disallow: /admin",
        `Sitemap: ${originOf(site)}/sitemap.xml`,
      ];
      return c.text(`${lines.join("\n")}\n`, 200, { "cache-control": hour });
    })
    .get("/sitemap.xml", async (c) => {
      const { site, now } = c.var;
      const { entries, languages } =
        site.kind === "council"
          ? await tenantDb(pool, site.tenant.id).read(async (tx) => ({
              entries: await sitemapEntries(tx, now),
              languages: (await findSettings(tx)).languages,
            }))
          : { entries: [{ paths: plainPages.home }], languages: undefined };
      return c.body(sitemapXml(entries, originOf(site), languages), 200, {
        "content-type": "application/xml; charset=utf-8",
        "cache-control": "public, max-age=300",
      });
    })
    .get("/.well-known/security.txt", (c) => {
      const expires = new Date(c.var.now.getTime() + 180 * 86_400_000);
      expires.setUTCHours(0, 0, 0, 0);
      const lines = [
        `Contact: mailto:siguria@${config.baseDomain}`,
        `Expires: ${expires.toISOString()}`,
        "Preferred-Languages: sq, en",
        `Canonical: ${originOf(c.var.site)}/.well-known/security.txt`,
      ];
      return c.text(`${lines.join("\n")}\n`, 200, { "cache-control": hour });
    })
    .get("/manifest.webmanifest", async (c) =>
      c.body(JSON.stringify(await manifest(c.var.site, "sq")), 200, {
        "content-type": "application/manifest+json",
        "cache-control": hour,
      }),
    )
    .get("/en/manifest.webmanifest", async (c) =>
      c.body(JSON.stringify(await manifest(c.var.site, "en")), 200, {
        "content-type": "application/manifest+json",
        "cache-control": hour,
      }),
    )
    .get("/icon.svg", async (c) => {
      return c.body(await iconSvg(await iconOf(c.var.site)), 200, {
        "content-type": "image/svg+xml",
        "cache-control": hour,
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      });
    })
    .get("/:icon{icon-\\d+\\.png}", async (c) => {
      const size = iconSizes.find((known) => c.req.param("icon") === `icon-${known}.png`);
      if (!size) throw new AppError("http.not_found", 404);
      return c.body(new Uint8Array(await iconPng(await iconOf(c.var.site), size)), 200, {
        "content-type": "image/png",
        "cache-control": hour,
      });
    })
    .get("/sw.js", async (c) => {
      const build = await webBuild();
      const { styles, fonts } = build.assetsFor([], "sq");
      return c.body(serviceWorker(build.id, [...styles, ...fonts]), 200, {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "no-cache",
      });
    });
}

import { type TenantTx, tenantDb } from "../db/tenant-db.ts";
import { previewedDocument } from "../features/documents/documents.paths.shared.ts";
import type { InBoth } from "../features/elements/catalogue.shared.ts";
import { previewedPhotos } from "../features/photos/photos.paths.shared.ts";
import type { Tenant } from "../features/tenants/tenant.ts";
import { AppError } from "../http/errors.ts";
import { pageResponse } from "../http/page-cache/page-response.ts";
import { phrases } from "../http/phrases.ts";
import type { ResolvedRequest } from "../http/scope.ts";
import type { Services } from "../http/services.ts";
import type { Locale } from "../locale.shared.ts";
import { canonicalQuery, matchPage } from "./page-routes.shared.ts";
import { type InOtherLanguage, withOtherLanguage } from "./preview-language.ts";
import { pageRenderer } from "./render-page.ts";

export interface PreviewRequest {
  tenant: Tenant;
  /** In which language the page is shown. */
  locale: Locale;
  requestId: string;
  /** Makes the page what it would be, and says where it would stand. All of it is taken back. */
  prepare(tx: TenantTx): Promise<InBoth>;
  /** Without it the page’s links lead to the public page. */
  inOtherLanguage?: InOtherLanguage;
}

const picture = /<(?:img|source|video)\b[^>]*>/g;
const paper = /(<a\b[^>]*\bhref=")\/dokumente\/([0-9a-f-]{36})\/(?=[^"/]+")/g;
/**
 * Photos and papers that are not public yet have nothing at their public address: whoever sees the preview fetches them where
 * they may.
 */
const withFiles = (html: string) =>
  html
    .replace(picture, (tag) => tag.replaceAll("/foto/", previewedPhotos))
    .replace(paper, (_, link: string, id: string) => link + previewedDocument(id));

type CallRoute = (request: Request, resolved: ResolvedRequest) => Promise<Response>;

/**
 * Shows a page of the public site as it would be after something that has not been done. It neither comes from the kept
 * pages nor goes there, and may be stored by nobody.
 */
export function previewer({ pool, registry, origins, config, webBuild }: Services, callRoute: CallRoute) {
  const { renderRehearsal } = pageRenderer({
    ...{ pool, registry, origins, callRoute },
    baseDomain: config.baseDomain,
    build: webBuild,
  });
  return async ({ tenant, locale, requestId, prepare, inOtherLanguage }: PreviewRequest): Promise<Response> => {
    const site = { kind: "council", key: tenant.id, tenant } as const;
    const other = locale === "sq" ? "en" : "sq";
    const page = await tenantDb(pool, tenant.id).rehearse(prepare, async (tx, address) => {
      const { pathname, searchParams } = new URL(address[locale], "http://internal");
      const match = matchPage(pathname);
      if (!match) throw new AppError("editing.no_page", 404);
      const query = canonicalQuery(match, searchParams);
      const said = phrases(locale, "plain")("preview");
      const shown = await renderRehearsal({ site, match, locale, path: pathname, query, requestId }, tx, said);
      const there = match.paths[other] + (query && `?${query}`);
      return { ...shown, html: inOtherLanguage ? withOtherLanguage(shown.html, there, inOtherLanguage) : shown.html };
    });
    const response = pageResponse({ ...page, html: withFiles(page.html) }, { headers: new Headers() });
    response.headers.set("x-robots-tag", "noindex");
    return response;
  };
}
export type Previewer = ReturnType<typeof previewer>;

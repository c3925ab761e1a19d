import type { Site } from "../features/tenants/tenant.ts";
import type { Locale } from "../locale.shared.ts";
import type { PageMatch } from "./page-routes.shared.ts";
import { isTextView, namespacesOf, type View, viewOf } from "./views.shared.ts";

const modules: Partial<Record<View, string>> = {
  home: "features/home/home-page.tsx",
  part: "features/elements/part-page.tsx",
  element: "features/elements/element-page.tsx",
  readiness: "features/elements/readiness-page.tsx",
  siteMap: "features/elements/site-map-page.tsx",
  collection: "features/publications/collection-page.tsx",
  publication: "features/publications/publication-page.tsx",
  albums: "features/albums/albums-page.tsx",
  album: "features/albums/album-page.tsx",
  socialLinks: "features/contacts/social-links-page.tsx",
  mediaContacts: "features/contacts/media-contacts-page.tsx",
  offline: "features/errors/offline-page.tsx",
  directory: "features/directory/directory-page.tsx",
};

/**
 * The split-off sources of a page, its phrases among them, so that the browser asks for them at once and not after the
 * entry has run.
 */
export function pageModules(site: Site["kind"], match: PageMatch | null, locale: Locale): string[] {
  const view = site === "apex" && match ? "directory" : viewOf(match);
  const source = isTextView(view) ? `features/texts/${view}.${locale}.tsx` : modules[view];
  const phrases = (namespacesOf[view] ?? []).map((namespace) => `i18n/${locale}/${namespace}.ts`);
  return [...(source ? [source] : []), ...phrases];
}

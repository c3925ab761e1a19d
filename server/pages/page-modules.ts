import type { Site } from "../features/tenants/tenant.ts";
import type { Locale } from "../locale.shared.ts";
import type { PageMatch } from "./page-routes.shared.ts";
import { apexView, isTextView, phrasesOf, viewOf } from "./views.shared.ts";

/**
 * The split-off sources of a page, its phrases among them, so that the browser asks for them at once and not after the
 * entry has run.
 */
export function pageModules(site: Site["kind"], match: PageMatch | null, locale: Locale): string[] {
  const view = site === "apex" && match ? apexView(match) : viewOf(match);
  const source = `features/${view}${isTextView(view) ? `.${locale}` : ""}.tsx`;
  const phrases = phrasesOf(view).map((file) => `i18n/${locale}/${file}.ts`);
  return match ? [source, ...phrases] : phrases;
}

import { elementByCode, partOf } from "../../../server/features/elements/catalogue.shared.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { type PageMatch, plainPages } from "../../../server/pages/page-routes.shared.ts";

export const otherLocale = (locale: Locale): Locale => (locale === "sq" ? "en" : "sq");

/** The same page in the other language; the home page where there is no such page. */
export const pathIn = (locale: Locale, match: PageMatch | null): string => (match?.paths ?? plainPages.home)[locale];

/** The part of the navigation to which a page belongs. */
export function partCodeOf(match: PageMatch | null): string | undefined {
  if (match?.page === "part") return match.code;
  return match?.code && partOf(elementByCode(match.code as never)).code;
}

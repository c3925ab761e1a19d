import type { Locale } from "../locale.shared.ts";

/** The language for an error where the address names none: English only where it is asked for before Albanian. */
export function preferredLocale(path: string, acceptLanguage: string | undefined): Locale {
  if (path === "/en" || path.startsWith("/en/")) return "en";
  if (!path.startsWith("/api/")) return "sq";
  const wanted = acceptLanguage?.toLowerCase() ?? "";
  const english = wanted.search(/\ben\b/);
  const albanian = wanted.search(/\bsq\b/);
  return english >= 0 && (albanian < 0 || english < albanian) ? "en" : "sq";
}

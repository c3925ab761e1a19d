import type { PageMatch } from "./page-routes.shared.ts";

/** The split-off source of each page, so that the browser asks for it at once and not after the entry has run. */
export function pageModule(match: PageMatch | null): string | undefined {
  switch (match?.page) {
    case "home":
      return "features/home/home-page.tsx";
    default:
      return undefined;
  }
}

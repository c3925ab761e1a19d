import type { InBoth } from "../features/elements/catalogue.shared.ts";
import type { WorkspaceRoute } from "./feature.ts";

/**
 * Finds the page that an address belongs to, where the other language leads: itself, or the nearest page above it, since
 * an address that only takes forms is no place to go.
 * @param home where nothing else is above
 */
export function pageAbove(routes: readonly WorkspaceRoute[], home: InBoth): (path: InBoth) => InBoth {
  const pages = new Map(routes.filter(({ method }) => method === "GET").map(({ path }) => [path.sq, path]));
  return ({ sq }) => {
    for (let at: string = sq; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const page = pages.get(at);
      if (page) return page;
    }
    return home;
  };
}

import type { InBoth } from "../elements/catalogue.shared.ts";
import { type CatalogueElement, isElementCode } from "../elements/catalogue.shared.ts";
import { boardPaths } from "./readiness.paths.shared.ts";

/** Where an element is fulfilled: a place of the workspace, or its public page that says how it is done on paper. */
export interface Place {
  path: InBoth;
  isWorkspace: boolean;
}

/** Elements that no register fills. */
const known: Record<string, InBoth> = {
  "B.I.2": boardPaths.board,
};

export function placeOf({ code, path }: Pick<CatalogueElement, "code" | "path">): Place {
  const place = isElementCode(code) ? known[code] : undefined;
  return place ? { path: place, isWorkspace: true } : { path, isWorkspace: false };
}

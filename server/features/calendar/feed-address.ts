import { queryOf } from "../../http/list-query.ts";
import type { CatalogueElement, InBoth } from "../elements/catalogue.shared.ts";

/** Paths of a calendar to subscribe to: the page's own with `.ics`, narrowed as it is. */
export function feedUrl({ path }: CatalogueElement, narrowed: { body: string | null; kind: string | null }): InBoth {
  const query = queryOf(narrowed);
  return { sq: `${path.sq}.ics${query}`, en: `${path.en}.ics${query}` };
}

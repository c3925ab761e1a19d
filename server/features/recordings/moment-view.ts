import type { InBoth } from "../elements/catalogue.shared.ts";
import { itemUrl } from "../elements/item-urls.shared.ts";
import { momentOf } from "./chapters.shared.ts";
import type { Moment } from "./recordings.queries.ts";

/** A recording stands at the address of its meeting in the library. */
export const recordingUrl = (slug: string): InBoth => itemUrl("V.1.3", slug);

/** A moment as pages and programs get it. */
export function momentView(moment: Moment | undefined): { url: InBoth; starts: number } | null {
  if (!moment) return null;
  const { sq, en } = recordingUrl(moment.slug);
  const { starts } = moment;
  return { url: { sq: momentOf(sq, starts), en: momentOf(en, starts) }, starts };
}

import { hitsPerPage } from "./search.shared.ts";

interface Counted {
  total: number;
  hits: readonly unknown[];
}

export const pagesOf = (total: number, most: number): number => Math.min(Math.ceil(total / hitsPerPage), most);

/**
 * The page of results that was asked for; one beyond the last, as of a link from when there were more, is the last one.
 * @param most further on nobody is led
 */
export async function pageOfResults<Found extends Counted>(
  asked: number | null,
  most: number,
  ask: (offset: number) => Promise<Found>,
): Promise<{ page: number; found: Found }> {
  const offsetOf = (page: number) => (page - 1) * hitsPerPage;
  const page = Math.min(asked ?? 1, most);
  const found = await ask(offsetOf(page));
  const last = pagesOf(found.total, most);
  if (found.hits.length > 0 || page <= last || last === 0) return { page: last === 0 ? 1 : page, found };
  return { page: last, found: await ask(offsetOf(last)) };
}

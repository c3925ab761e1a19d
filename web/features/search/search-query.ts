import type { CouncilsSearchApi } from "../../../server/features/search/councils-search.routes.ts";
import type { SearchApi } from "../../../server/features/search/search.routes.ts";
import type { CouncilsSearch, SearchPage } from "../../../server/features/search/search.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { base, body, pageQuery, read } from "../../lib/api.ts";
import { readApi } from "../../lib/read-api.ts";

type Found<T> = { found?: T; problem?: Problem; isAway?: boolean };

// Here and not beside the others: no other page asks them.
const searchApi = readApi<SearchApi>(`${base}/search`, read);
const councilsSearchApi = readApi<CouncilsSearchApi>(`${base}/councils/search`, read);

const refusals = [400, 404, 422];

/** A page of results; why it was refused; or that the search cannot be reached. */
async function foundIn<T>(answer: { ok: boolean; status: number; json(): Promise<T> }): Promise<Found<T>> {
  if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
  if (answer.status === 503) return { isAway: true };
  return { found: (await body(answer))! };
}

/** `query` has known names only. */
export const getSearch = pageQuery(async (query: string, locale: Locale): Promise<Found<SearchPage>> => {
  const asked = Object.fromEntries(new URLSearchParams(query));
  return foundIn<SearchPage>(await searchApi.index.$get({ query: { ...asked, lang: locale } }));
}, "search");

export const searchCouncils = pageQuery(async (query: string, locale: Locale): Promise<Found<CouncilsSearch>> => {
  const asked = Object.fromEntries(new URLSearchParams(query));
  return foundIn<CouncilsSearch>(await councilsSearchApi.index.$get({ query: { ...asked, lang: locale } }));
}, "councils-search");

import type {
  Publication,
  PublicationList,
  WithdrawnPublication,
} from "../../../server/features/publications/publications.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import { type Answer, body, pageQuery, publicationsApi } from "../../lib/api.ts";

export interface ListAnswer {
  list?: PublicationList;
  problem?: Problem;
}
export interface PublicationAnswer {
  publication?: Publication;
  withdrawn?: WithdrawnPublication;
}

const refusals = [400, 404, 422];

/** A page of a collection, or why it was refused. `query` has known names only. */
export const getPublications = pageQuery(async (element: string, query: string): Promise<ListAnswer> => {
  const answer = await publicationsApi.index.$get({
    query: { element, ...Object.fromEntries(new URLSearchParams(query)) },
  });
  if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
  return { list: (await body(answer))! };
}, "publications");

/** One publication; what is left of it when it was withdrawn; `null` where there was none. */
export const getPublication = pageQuery(async (element: string, slug: string): Promise<PublicationAnswer | null> => {
  const answer = await publicationsApi[":element"][":slug"].$get({ param: { element, slug } });
  if (answer.status === 410) return { withdrawn: (await answer.json()) as WithdrawnPublication };
  const publication = await body(answer as Answer<Publication>);
  return publication && { publication };
}, "publication");

/** What became public last in chosen collections, or in all of parts I–V. */
export const getLatest = pageQuery(
  async (limit: number, elements?: string) =>
    (await body(await publicationsApi.latest.$get({ query: { limit: String(limit), elements } })))?.items ?? [],
  "latest",
);

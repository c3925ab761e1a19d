import type { ElementCode } from "../../../server/features/elements/catalogue.shared.ts";
import { collections } from "../../../server/features/publications/publications.pages.shared.ts";
import type { PublicationSummary } from "../../../server/features/publications/publications.schema.ts";
import { albumsApi, body, elementsApi, homeApi, pageQuery, publicationsApi } from "../../lib/api.ts";
import type { Readiness } from "../../ui/readiness-tag.tsx";

const news = ["V.1.1", "II.7.1"];
const statements = ["V.1.2"];
/** Every other collection of the public parts. */
const documents = collections.filter(
  (code) => !code.startsWith("B.") && !news.includes(code) && !statements.includes(code),
);

const latest = async (elements: readonly string[], limit: number, documents?: "none") =>
  (await body(
    await publicationsApi.latest.$get({ query: { limit: String(limit), elements: elements.join(","), documents } }),
  ))!.items;

/** What a headline does not show need not travel with the page. */
const headline = (item: PublicationSummary): PublicationSummary => ({ ...item, documents: [], tags: [] });

/** All that the home page shows of the council's content, in one answer. */
export const getHome = pageQuery(async () => {
  const [work, newest, papers, said, gallery, board] = await Promise.all([
    homeApi.index.$get().then(body),
    latest(news, 5, "none"),
    latest(documents, 5),
    latest(statements, 3, "none"),
    albumsApi.index.$get({ query: {} }).then(body),
    elementsApi.levels.$get().then(body),
  ]);
  return {
    work: work!,
    news: newest.map(headline),
    statements: said.map(headline),
    documents: papers.map((item) => ({ ...item, tags: [], fields: {}, documents: item.documents.slice(0, 1) })),
    albums: gallery!.items.slice(0, 3),
    readiness: board!.levels as Record<ElementCode, Readiness>,
  };
}, "home");
export type Home = Awaited<ReturnType<typeof getHome>>;

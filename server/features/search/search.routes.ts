import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { Logger } from "pino";
import * as v from "valibot";
import type { Pool } from "../../db/pool.ts";
import { type TenantTx, tenantDb } from "../../db/tenant-db.ts";
import { jsonOf, problem } from "../../http/describe.ts";
import { phrases } from "../../http/phrases.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import type { SearchHit, SearchResults } from "../../search/search-document.ts";
import type { SearchEngine } from "../../search/search-engine.ts";
import { foundHit } from "./found-hit.ts";
import { countMiss } from "./misses.service.ts";
import { pageOfResults, pagesOf } from "./page-of-results.ts";
import { SearchPage, Suggestions } from "./search.schema.ts";
import { hitsPerPage, stayHere, suggestionsShown } from "./search.shared.ts";
import { type SearchQuery, searchQuery } from "./search-filters.ts";
import { stillPublic } from "./still-public.ts";
import { soleReference, straightTo } from "./straight-to.ts";

/** Further on nobody reads: whoever is there asks for something else. */
const mostPages = 50;
/** What an address can hold of a question that is typed. */
const longestTyped = 100;

const given = v.optional(v.string());
const nothing: SearchResults = {
  ...{ total: 0, hits: [], didYouMean: null },
  facets: { kind: [], year: [], body: [], topic: [] },
};

const bodyId = async (tx: TenantTx, slug: string | null) =>
  slug && ((await tx.selectFrom("bodies").select("id").where("slug", "=", slug).executeTakeFirst())?.id ?? "none");

/** The bodies of the facet that have a name in public. */
async function namedBodies(tx: TenantTx, counts: SearchResults["facets"]["body"], now: Date) {
  if (counts.length === 0) return [];
  const ids = counts.map(({ value }) => value);
  const rows = await tx
    .selectFrom("bodies")
    .where("id", "in", ids)
    .where("state", "=", "published")
    .where("public_from", "<=", now)
    .select(["id", "slug", "name"])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return counts.flatMap(({ value, count }) => {
    const body = byId.get(value);
    return body ? [{ value: body.slug, label: body.name, count }] : [];
  });
}

const isNarrowed = ({ kind, year, body, topic, from, until, page }: SearchQuery) =>
  [kind, year, body, topic, from, until, page].some((value) => value !== null);

/** What is found in everything public of a council. */
export const search = (engine: SearchEngine, pool: Pool, logger: Logger) =>
  new Hono<CouncilScope>()
    .get(
      "/",
      describeRoute({
        tags: ["search"],
        summary:
          "What is found in everything public, the text inside documents too, with how many there are of each kind",
        responses: {
          200: jsonOf(SearchPage),
          400: problem("A filter that the search does not have"),
          422: problem("A filter with a value that it cannot have, or a question of more than 200 letters"),
          503: problem("The search cannot be reached"),
        },
      }),
      validated("query", v.objectWithRest({ q: given }, given)),
      async (c) => {
        const { db, notes, now, tenant } = c.var;
        const asked = searchQuery(new URL(c.req.url).searchParams);
        const site = asked.lang ?? c.var.locale;
        const q = asked.q ?? "";
        notes.isPassing();
        const body = await db.read((tx) => bodyId(tx, asked.body));
        const { kind, year, topic, from, until, sort } = asked;
        const { page, found } = await pageOfResults(asked.page, mostPages, async (offset) =>
          q
            ? engine.search(tenant.id, {
                ...{ text: q, site, now, order: sort ?? "best", limit: hitsPerPage, offset },
                filters: { kind, year, body, topic, from, until },
              })
            : nothing,
        );
        const reference = isNarrowed(asked) || asked[stayHere] ? null : soleReference(q);
        const [shown, bodies, straight] = await db.read((tx) =>
          Promise.all([
            stillPublic(tx, found.hits, now),
            namedBodies(tx, found.facets.body, now),
            reference ? straightTo(tx, reference, now) : null,
          ]),
        );
        const hits = found.hits.flatMap((hit: SearchHit) => {
          const standing = shown.get(hit.subject);
          return standing ? [foundHit(hit, standing, site, q)] : [];
        });
        // What went a moment ago is not counted either, as far as this page tells.
        const total = found.total - (found.hits.length - hits.length);
        if (q && found.total === 0 && !isNarrowed(asked))
          countMiss(tenantDb(pool, tenant.id), q, site, now).catch((error: unknown) =>
            logger.warn({ err: error }, "A search that found nothing could not be counted"),
          );
        return c.json(
          {
            ...{ q, total, page, hits, straightTo: straight, didYouMean: found.didYouMean },

            isSimpler: found.isSimpler ?? false,
            pages: pagesOf(total, mostPages),
            sort: sort ?? ("best" as const),
            facets: {
              kind: [...found.facets.kind],
              year: [...found.facets.year],
              topic: [...found.facets.topic],
              body: bodies,
            },
          } satisfies SearchPage,
          200,
        );
      },
    )
    .get(
      "/suggestions",
      describeRoute({
        tags: ["search"],
        summary: "Titles that begin as somebody types",
        responses: { 200: jsonOf(Suggestions), 503: problem("The search cannot be reached") },
      }),
      validated("query", v.objectWithRest({ q: given, lang: given }, given)),
      async (c) => {
        const { db, notes, now, tenant } = c.var;
        notes.isPassing();
        const { q = "", lang } = c.req.valid("query");
        const site = lang === "en" || lang === "sq" ? lang : c.var.locale;
        const t = phrases(site, "search");
        const request = { text: q.slice(0, longestTyped), site, now, limit: suggestionsShown };
        const found = await engine.suggest(tenant.id, request);
        const shown = await db.read((tx) => stillPublic(tx, found, now));
        const suggestions = found
          .filter(({ subject }) => shown.has(subject))
          .map(({ kind, title, titleRanges, language, url, date }) => ({
            ...{ kind, title, language, date, label: t(`one.${kind}`) },
            url: { sq: url.sq, en: url.en },
            titleRanges: titleRanges.map(({ start, end }) => ({ start, end })),
          }))
          // What shows the words that were typed comes before what was found by another name of it.
          .sort((one, other) => Math.sign(other.titleRanges.length) - Math.sign(one.titleRanges.length));
        return c.json({ suggestions, said: t("suggested", { count: suggestions.length }) } satisfies Suggestions, 200);
      },
    );
export type SearchApi = ReturnType<typeof search>;

import { Hono } from "hono";
import { describeRoute, resolver } from "hono-openapi";
import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { jsonOf, problem } from "../../http/describe.ts";
import { problemOf } from "../../http/problem.ts";
import type { CouncilScope } from "../../http/scope.ts";
import { validated } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import { documentsOfPublications } from "../documents/documents.queries.ts";
import { isWithdrawn } from "../lifecycle/lifecycle.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { publicationKind, publicElements } from "./kinds.shared.ts";
import { filterQuery, listFilters } from "./list-filters.ts";
import { exportUrl, listedFields, publicationUrl, summaryView } from "./publication-view.ts";
import { noSuchPage, notACollection, publicationNotFound, withdrawn } from "./publications.errors.ts";
import { countFacets, findAtAddress, findLatest, findNeighbours, findPage } from "./publications.queries.ts";
import {
  LatestPublications,
  LatestQuery,
  Publication,
  PublicationList,
  perPage,
  WithdrawnPublication,
} from "./publications.schema.ts";

const given = v.optional(v.string());
/** Beside these, each filter field of the element's kind; what is unknown is refused by name. */
const ListQuery = v.objectWithRest({ element: v.string(), q: given, year: given, tag: given, page: given }, given);

function kindOf(element: string) {
  const kind = publicationKind(element);
  if (!kind) throw notACollection(element);
  return kind;
}

async function withDocuments(tx: TenantTx, ids: string[], now: Date) {
  const documents = await documentsOfPublications(tx, ids, now);
  return (id: string) => documents.get(id) ?? [];
}

export const publications = new Hono<CouncilScope>()
  .get(
    "/",
    describeRoute({
      tags: ["publications"],
      summary: "A page of one collection of documents, narrowed by its filters",
      responses: {
        200: jsonOf(PublicationList),
        400: problem("A filter that the collection does not have"),
        404: problem("No such collection, or no such page of it"),
        422: problem("A filter's value is wrong"),
      },
    }),
    validated("query", ListQuery),
    async (c) => {
      const { db, notes, now } = c.var;
      const { element } = c.req.valid("query");
      const kind = kindOf(element);
      const filters = listFilters(kind, new URL(c.req.url).searchParams, ["element"]);
      notes.shows("publications");
      const list = await db.read(async (tx) => {
        const [rows, facets, scheduled] = await Promise.all([
          findPage(tx, kind, filters, now),
          countFacets(tx, kind, filters, now),
          nextScheduled(tx, now),
        ]);
        notes.holdsUntil(scheduled);
        const pages = Math.max(Math.ceil(facets.total / perPage), 1);
        if (filters.page > pages) throw noSuchPage(pages);
        const documentsOf = await withDocuments(
          tx,
          rows.map((row) => row.id),
          now,
        );
        const byCount = facets.of("tag").sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, "sq"));
        const years = facets.of("year").map(({ value, count }) => ({ value: Number(value), count }));
        const query = filterQuery(filters);
        // There is no end of words and of tags that nobody used; kept, they would push everybody's pages out.
        if (filters.q !== null || (query && facets.total === 0)) notes.isPassing();
        return {
          element,
          total: facets.total,
          page: filters.page,
          pages,
          perPage,
          filters: { q: filters.q, year: filters.year, tag: filters.tag, fields: filters.fields },
          items: rows.map((row) => summaryView(row, listedFields(kind, row.fields), documentsOf(row.id))),
          facets: {
            years: years.sort((a, b) => b.value - a.value),
            tags: byCount,
            fields: Object.fromEntries(
              kind.fields
                .filter((field) => field.filter)
                .map(({ name, choices = [] }) => [
                  name,
                  facets.of(`field ${name}`).sort((a, b) => choices.indexOf(a.value) - choices.indexOf(b.value)),
                ]),
            ),
          },
          exports: {
            json: exportUrl(element, "json", query),
            csv: exportUrl(element, "csv", query),
            xlsx: exportUrl(element, "xlsx", query),
            atom: exportUrl(element, "atom"),
          },
        } satisfies PublicationList;
      });
      return c.json(list, 200);
    },
  )
  .get(
    "/latest",
    describeRoute({
      tags: ["publications"],
      summary: "What became public last, over chosen collections",
      responses: { 200: jsonOf(LatestPublications), 404: problem("No such collection"), 422: problem("A wrong limit") },
    }),
    validated("query", LatestQuery),
    async (c) => {
      const { db, notes, now } = c.var;
      const { limit = 6, elements, documents } = c.req.valid("query");
      const chosen = elements === undefined ? publicElements : elements.split(",").map((code) => kindOf(code).element);
      notes.shows("publications");
      const items = await db.read(async (tx) => {
        const [rows, scheduled] = await Promise.all([findLatest(tx, chosen, limit, now), nextScheduled(tx, now)]);
        notes.holdsUntil(scheduled);
        const documentsOf = await withDocuments(tx, documents === "none" ? [] : rows.map((row) => row.id), now);
        return rows.map((row) => summaryView(row, listedFields(kindOf(row.element), row.fields), documentsOf(row.id)));
      });
      return c.json({ items } satisfies LatestPublications, 200);
    },
  )
  .get(
    "/:element/:slug",
    describeRoute({
      tags: ["publications"],
      summary: "One publication with its text, typed fields and files",
      responses: {
        200: jsonOf(Publication),
        404: problem("Nothing stands at this address"),
        410: {
          description: "It was withdrawn: when and why",
          content: { "application/problem+json": { schema: resolver(WithdrawnPublication) } },
        },
      },
    }),
    async (c) => {
      const { db, notes, now, locale, requestId } = c.var;
      const { element, slug } = c.req.param();
      kindOf(element);
      notes.shows("publications");
      const answer = await db.read(async (tx) => {
        const [row, scheduled] = await Promise.all([findAtAddress(tx, element, slug, now), nextScheduled(tx, now)]);
        notes.holdsUntil(scheduled);
        if (!row) throw publicationNotFound();
        if (isWithdrawn(row, now)) return { withdrawn: row };
        const [documents, { newer, older }] = await Promise.all([
          documentsOfPublications(tx, [row.id], now),
          findNeighbours(tx, element, row, now),
        ]);
        const neighbour = (near: typeof newer) =>
          near ? { slug: near.slug, title: near.title, url: publicationUrl(element, near.slug) } : null;
        const publication: Publication = {
          ...summaryView(row, row.fields),
          body: row.body,
          updatedAt: row.updated_at.toISOString(),
          documents: documents.get(row.id) ?? [],
          newer: neighbour(newer),
          older: neighbour(older),
        };
        return { publication };
      });
      if (answer.publication) return c.json(answer.publication, 200);
      const { withdrawn_at, withdrawn_reason } = answer.withdrawn;
      const gone: WithdrawnPublication = {
        ...problemOf(withdrawn(dayIn(withdrawn_at!)), locale, requestId),
        code: "publications.withdrawn",
        element,
        slug,
        withdrawnAt: withdrawn_at!.toISOString(),
        reason: withdrawn_reason!,
      };
      return c.json(gone, 410, { "content-type": "application/problem+json", "cache-control": "no-cache" });
    },
  );
export type PublicationsApi = typeof publications;

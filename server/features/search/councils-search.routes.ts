import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import * as v from "valibot";
import { registryDb } from "../../db/registry-db.ts";
import { type TenantId, tenantDb } from "../../db/tenant-db.ts";
import { jsonOf, problem } from "../../http/describe.ts";
import type { RequestScope } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import { validated } from "../../http/validated.ts";
import { agreeingCouncils } from "../../search/agreement.ts";
import type { CouncilHit } from "../../search/search-document.ts";
import type { Tenant } from "../tenants/tenant.ts";
import { foundHit } from "./found-hit.ts";
import { pageOfResults, pagesOf } from "./page-of-results.ts";
import { CouncilsSearch } from "./search.schema.ts";
import { hitsPerPage } from "./search.shared.ts";
import { councilsQuery } from "./search-filters.ts";
import type { Shown } from "./source.ts";
import { stillPublic } from "./still-public.ts";

const mostPages = 20;
const given = v.optional(v.string());

/** On the apex: what is found in all councils that agree to it. Each hit is asked of its own council's database again. */
export function searchCouncils({ registry, origins, search, pool }: Services) {
  const listed = (tenant: Tenant) => ({
    slug: tenant.slug,
    url: origins.of(tenant.primaryHost),
    names: tenant.names,
    county: tenant.county,
    isExample: tenant.isExample,
    state: tenant.state,
  });

  /** Of each council, what of its hits the public may see now. */
  async function shownOf(hits: readonly CouncilHit[], now: Date): Promise<ReadonlyMap<CouncilHit, Shown>> {
    const shown = new Map<CouncilHit, Shown>();
    await Promise.all(
      [...Map.groupBy(hits, ({ council }) => council)].map(async ([council, own]) => {
        const standing = await tenantDb(pool, council).read((tx) => stillPublic(tx, own, now));
        for (const hit of own) {
          const one = standing.get(hit.subject);
          if (one) shown.set(hit, one);
        }
      }),
    );
    return shown;
  }

  return new Hono<RequestScope>().get(
    "/",
    describeRoute({
      tags: ["councils"],
      summary: "What is found in everything public of all councils that agree to be searched together",
      responses: {
        200: jsonOf(CouncilsSearch),
        400: problem("A filter that the search does not have"),
        422: problem("A filter with a value that it cannot have, or a question of more than 200 letters"),
      },
    }),
    validated("query", v.objectWithRest({ q: given }, given)),
    async (c) => {
      const { now, notes } = c.var;
      const {
        q: typed,
        kind,
        year,
        from,
        until,
        sort,
        county,
        council,
        lang,
        page: askedPage,
      } = councilsQuery(new URL(c.req.url).searchParams);
      notes.isPassing();
      const site = lang ?? c.var.locale;
      const q = typed ?? "";
      const agreeing = new Set<TenantId>(await agreeingCouncils(registryDb(pool)));
      const served = registry.tenants.filter(({ id, state }) => state !== "suspended" && agreeing.has(id));
      const here = served.filter((one) => (!county || one.county === county) && (!council || one.slug === council));
      const { page, found } = await pageOfResults(askedPage, mostPages, (offset) =>
        search.searchCouncils(
          here.map(({ id }) => id),
          {
            ...{ text: q, site, now, order: sort ?? "best", limit: hitsPerPage, offset },
            filters: { kind, year, from, until },
          },
        ),
      );
      const shown = await shownOf(found.hits, now);
      const byId = new Map(served.map((tenant) => [tenant.id, tenant]));
      const hits = found.hits.flatMap((hit) => {
        const standing = shown.get(hit);
        const tenant = byId.get(hit.council);
        if (!standing || !tenant) return [];
        const one = foundHit(hit, standing, site, q);
        return [{ ...one, url: origins.of(tenant.primaryHost) + one.url[site], council: tenant.slug }];
      });
      const counts = new Map(found.councils.map(({ value, count }) => [value, count]));
      const total = found.total - (found.hits.length - hits.length);
      return c.json(
        {
          ...{ q, total, page, hits, kind: [...found.kind] },
          pages: pagesOf(total, mostPages),
          isSimpler: found.isSimpler ?? false,
          councils: served
            .map((tenant) => ({ ...listed(tenant), count: counts.get(tenant.id) ?? 0 }))
            .sort((one, other) => other.count - one.count || one.slug.localeCompare(other.slug)),
        } satisfies CouncilsSearch,
        200,
      );
    },
  );
}
export type CouncilsSearchApi = ReturnType<typeof searchCouncils>;

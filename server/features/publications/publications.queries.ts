import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { says } from "../../search/register-text.ts";
import type { PublicationKind } from "./kinds.shared.ts";
import type { ListFilters } from "./list-filters.ts";
import { perPage } from "./publications.schema.ts";

/** The first and last year that a publication is about. */
const firstYear = sql<number>`coalesce(year, extract(year from coalesce(date, period_from))::integer)`;
const lastYear = sql<number>`coalesce(year, extract(year from coalesce(date, period_to))::integer)`;

const isPublic = (now: Date) => sql<SqlBool>`(state = 'published' and public_from <= ${now})`;

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;

/** One condition for each filter that is set, by the facet that it belongs to. */
function facetConditions(kind: PublicationKind, filters: ListFilters): Map<string, RawBuilder<SqlBool>> {
  const conditions = new Map<string, RawBuilder<SqlBool>>();
  if (filters.year !== null)
    conditions.set("year", sql`(${filters.year}::integer between ${firstYear} and ${lastYear})`);
  if (filters.tag !== null) conditions.set("tag", sql`(${filters.tag}::text = any (tags))`);
  for (const { name, kind: fieldKind } of kind.fields) {
    const choice = filters.fields[name];
    if (choice === undefined) continue;
    conditions.set(
      `field ${name}`,
      fieldKind === "choices"
        ? sql`coalesce(jsonb_exists(fields -> ${name}::text, ${choice}::text), false)`
        : sql`coalesce(fields ->> ${name}::text = ${choice}::text, false)`,
    );
  }
  return conditions;
}

const inText = ({ asked }: ListFilters) => says([sql`folded_text`], asked);

const listed = (tx: TenantTx) =>
  tx
    .selectFrom("publications as p")
    .leftJoin("publication_photos as photo", "photo.publication_id", "p.id")
    .select(["p.id", "p.element", "p.slug", "p.title", "p.summary", "p.date", "p.year", "p.period_from", "p.period_to"])
    .select(["p.sort_date", "p.tags", "p.fields", "p.public_from", "p.updated_at"])
    .select(["photo.caption", "photo.alternative", "photo.width", "photo.height", "photo.renditions"]);
export type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>["executeTakeFirstOrThrow"]>>;

const collection = (kind: PublicationKind, filters: ListFilters, now: Date): Expression<SqlBool> =>
  all([
    sql<SqlBool>`element = ${kind.element}`,
    isPublic(now),
    inText(filters),
    ...facetConditions(kind, filters).values(),
  ]);

/** The newest first; the id decides between those of one day, so that pages never overlap. */
export const findPage = (tx: TenantTx, kind: PublicationKind, filters: ListFilters, now: Date) =>
  listed(tx)
    .where(collection(kind, filters, now))
    .orderBy("p.sort_date", "desc")
    .orderBy("p.id", "desc")
    .limit(perPage)
    .offset((filters.page - 1) * perPage)
    .execute();

/** A batch of the filtered collection for open data, after the row where the one before it ended. */
export const findBatch = (
  tx: TenantTx,
  kind: PublicationKind,
  filters: ListFilters,
  now: Date,
  after: Pick<ListedRow, "sort_date" | "id"> | null,
  size: number,
) =>
  listed(tx)
    .select("p.body")
    .where(collection(kind, filters, now))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(p.sort_date, p.id) < (${after?.sort_date}::date, ${after?.id}::uuid)`),
    )
    .orderBy("p.sort_date", "desc")
    .orderBy("p.id", "desc")
    .limit(size)
    .execute();

/** How many publications the filters leave. */
export async function countMatching(tx: TenantTx, kind: PublicationKind, filters: ListFilters, now: Date) {
  const { total } = await tx
    .selectFrom("publications as p")
    .where(collection(kind, filters, now))
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return total;
}

/** How many publications each collection has, and when the last of them became public, changed or was withdrawn. */
export async function sizesOfCollections(tx: TenantTx, now: Date) {
  const { rows } = await sql<{ element: string; total: number; changedAt: Date }>`
    select element, count(*) filter (where state = 'published') as total,
      max(greatest(updated_at, public_from)) as "changedAt"
    from publications
    where state in ('published', 'withdrawn') and public_from <= ${now}
    group by element`.execute(tx);
  return new Map(rows.map(({ element, ...size }) => [element, size]));
}

interface FacetRow {
  facet: string;
  value: string | null;
  count: number;
}

/**
 * How many there are of each value of each filter, were it chosen beside the others; the row `total` counts what all
 * filters together leave. One statement however many filters the kind has.
 */
export async function countFacets(tx: TenantTx, kind: PublicationKind, filters: ListFilters, now: Date) {
  const conditions = facetConditions(kind, filters);
  const others = (facet: string) => all([...conditions].filter(([name]) => name !== facet).map(([, rule]) => rule));
  const counted = (facet: string, value: RawBuilder<unknown>, source: RawBuilder<unknown>) =>
    sql`select ${facet}::text as facet, ${value}::text as value, count(*) as count from ${source}
      where ${others(facet)} group by 2`;
  const parts = [
    sql`select 'total' as facet, null::text as value, count(*) as count from found where ${others("")}`,
    counted("year", sql`covered`, sql`found, generate_series(${firstYear}, ${lastYear}) as covered`),
    counted("tag", sql`one_tag`, sql`found, unnest(tags) as one_tag`),
    ...kind.fields
      .filter((field) => field.filter)
      .map(({ name, kind: fieldKind }) =>
        fieldKind === "choices"
          ? counted(
              `field ${name}`,
              sql`chosen`,
              sql`found, jsonb_array_elements_text(coalesce(fields -> ${name}::text, '[]')) as chosen`,
            )
          : counted(`field ${name}`, sql`fields ->> ${name}::text`, sql`found`),
      ),
  ];
  const { rows } = await sql<FacetRow>`
    with found as (
      select year, date, period_from, period_to, tags, fields from publications
      where ${all([sql`element = ${kind.element}`, isPublic(now), inText(filters)])}
    )
    ${sql.join(parts, sql` union all `)}`.execute(tx);
  const of = (facet: string) =>
    rows.flatMap((row) => (row.facet === facet && row.value !== null ? [{ value: row.value, count: row.count }] : []));
  return { total: rows.find((row) => row.facet === "total")!.count, of };
}

/** One publication at its address, if the public may know of it: also one that was withdrawn after it was public. */
export const findAtAddress = (tx: TenantTx, element: string, slug: string, now: Date) =>
  listed(tx)
    .select(["p.body", "p.state", "p.withdrawn_at", "p.withdrawn_reason"])
    .where("p.element", "=", element)
    .where("p.slug", "=", slug)
    .where("p.state", "in", ["published", "withdrawn"])
    .where((eb) => eb.or([eb("p.public_from", "<=", now), eb("p.withdrawn_at", "is not", null)]))
    .executeTakeFirst();

/** The next newer and the next older in the collection's order. */
export async function findNeighbours(
  tx: TenantTx,
  element: string,
  { sort_date, id }: Pick<ListedRow, "sort_date" | "id">,
  now: Date,
) {
  const near = (side: "newer" | "older") => {
    const [sign, order] = side === "newer" ? ([sql`>`, "asc"] as const) : ([sql`<`, "desc"] as const);
    return tx
      .selectFrom("publications")
      .where("element", "=", element)
      .where(isPublic(now))
      .where(sql<SqlBool>`(sort_date, id) ${sign} (${sort_date}::date, ${id}::uuid)`)
      .orderBy("sort_date", order)
      .orderBy("id", order)
      .limit(1)
      .select(["slug", "title"])
      .executeTakeFirst();
  };
  const [newer, older] = await Promise.all([near("newer"), near("older")]);
  return { newer, older };
}

/** What became public last, over these elements. */
export const findLatest = (tx: TenantTx, elements: readonly string[], limit: number, now: Date) =>
  listed(tx)
    .select("p.body")
    .where("p.element", "in", elements)
    .where("p.state", "=", "published")
    .where("p.public_from", "<=", now)
    .orderBy("p.public_from", "desc")
    .orderBy("p.id", "desc")
    .limit(limit)
    .execute();

import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { says } from "../../search/register-text.ts";
import type { ActFilters } from "./act-filters.ts";
import { type ActSort, actsPerPage, type Force, type PrefectState } from "./acts.shared.ts";

export const isPublic = (now: Date) => sql<SqlBool>`(acts.state = 'published' and acts.public_from <= ${now})`;

/** Whether an act holds on a day; see `Force`. Of an act from an older register that does not say since when, it does. */
export const forceOn = (today: string) => sql<Force>`case
  when acts.prefect_state = 'invalid' then 'annulled'
  when acts.repealed_on <= ${today}::date then 'repealed'
  when acts.in_force_on <= ${today}::date or (acts.from_old_register and acts.in_force_on is null) then 'in_force'
  else 'upcoming' end`;

/** Silence shows by itself: once the period for the prefect's answer is over, nobody has to note it. */
export const prefectStateOn = (today: string) => sql<PrefectState>`case
  when acts.prefect_state <> 'deposited' then acts.prefect_state
  when exists (select from deadlines d where d.subject = 'act' and d.subject_id = acts.id and d.rule = 'P3'
    and d.closed_at is null and d.due_on < ${today}::date) then 'no_answer'
  else 'deposited' end`;

export const referenceColumns = [
  ...(["acts.id", "acts.slug", "acts.type", "acts.number", "acts.series", "acts.title", "acts.adopted_on"] as const),
] as const;

const matchingActs = (tx: TenantTx, { asked }: Pick<ActFilters, "asked">, now: Date) =>
  tx
    .selectFrom("acts")
    .where(isPublic(now))
    .where(says([sql`acts.folded_text`], asked))
    // What filters look at; counting choices needs no more, and is quicker without the texts.
    .select(["acts.year", "acts.type", "acts.nature", "acts.subject", "acts.proposer_kind", "acts.body_id"])
    .select([forceOn(dayIn(now)).as("force"), prefectStateOn(dayIn(now)).as("shown_prefect_state")]);

const publicActs = (tx: TenantTx, filters: Pick<ActFilters, "asked">, now: Date) =>
  matchingActs(tx, filters, now)
    .select(["acts.id", "acts.slug", "acts.number", "acts.series", "acts.title", "acts.adopted_on"])
    .select(["acts.summary", "acts.announced_on", "acts.notified_on", "acts.in_force_on", "acts.repealed_on"])
    .select("acts.agenda_item_id");

/** What the choices of each filter are counted by; on what `publicActs` tells. */
const facets = {
  year: sql`acts.year`,
  type: sql`acts.type`,
  nature: sql`acts.nature`,
  subject: sql`acts.subject`,
  proposer: sql`acts.proposer_kind`,
  force: sql`acts.force`,
  prefect: sql`acts.shown_prefect_state`,
  body: sql`acts.body_id`,
};
type Facet = keyof typeof facets;
const facetNames = Object.keys(facets) as Facet[];

/** One condition for each filter that is set, by the facet that it belongs to. */
function facetConditions(filters: ActFilters): Map<Facet, RawBuilder<SqlBool>> {
  const conditions = new Map<Facet, RawBuilder<SqlBool>>();
  for (const facet of facetNames) {
    const value = filters[facet];
    if (value === null) continue;
    const sought = facet === "body" ? sql`(select b.id from bodies b where b.slug = ${value})` : sql`${value}`;
    conditions.set(facet, sql`${facets[facet]} = ${sought}`);
  }
  return conditions;
}

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;

const filtered = (tx: TenantTx, filters: ActFilters, now: Date) =>
  tx
    .selectFrom(publicActs(tx, filters, now).as("acts"))
    .selectAll()
    .where(all([...facetConditions(filters).values()]));

/** The id decides between what is equal, so that pages never overlap. */
const orders: Record<ActSort, RawBuilder<unknown>> = {
  newest: sql`acts.adopted_on desc, acts.number desc, acts.id`,
  oldest: sql`acts.adopted_on, acts.number, acts.id`,
  number: sql`acts.series desc, acts.type, acts.number desc, acts.id`,
  title: sql`(acts.title ->> 'sq') collate "sq-x-icu", acts.id`,
};

/** Rows in this order with what stands beside them; only these look up their vote, not all that were sorted. */
const besides = (tx: TenantTx, rows: ReturnType<typeof filtered>, order: RawBuilder<unknown>, now: Date) =>
  tx
    .selectFrom(rows.as("acts"))
    .innerJoin("bodies as b", "b.id", "acts.body_id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("agenda_items as i")
          .innerJoin("meetings as m", "m.id", "i.meeting_id")
          .innerJoin("votes as v", "v.agenda_item_id", "i.id")
          .whereRef("i.id", "=", "acts.agenda_item_id")
          .where("m.state", "=", "published")
          .where("m.public_from", "<=", now)
          .orderBy("v.round", "desc")
          .limit(1)
          .select(["v.votes_for", "v.votes_against", "v.abstentions"])
          .as("vote"),
      (join) => join.onTrue(),
    )
    .selectAll("acts")
    .select(["b.name as body_name", "b.slug as body_slug", "b.kind as body_kind"])
    .select(sql<boolean>`(b.state = 'published' and b.public_from <= ${now})`.as("body_is_public"))
    .select(["vote.votes_for", "vote.votes_against", "vote.abstentions"])
    .orderBy(order);

/** One page of the register. */
export const findPage = (tx: TenantTx, filters: ActFilters, sort: ActSort, page: number, now: Date) =>
  besides(
    tx,
    filtered(tx, filters, now)
      .orderBy(orders[sort])
      .limit(actsPerPage)
      .offset((page - 1) * actsPerPage),
    orders[sort],
    now,
  ).execute();
export type ListedAct = Awaited<ReturnType<typeof findPage>>[number];

/** A batch of the filtered register for open data, the newest first, after the row where the one before it ended. */
export const findBatch = (
  tx: TenantTx,
  filters: ActFilters,
  now: Date,
  after: Pick<ListedAct, "adopted_on" | "number" | "id"> | null,
  size: number,
) =>
  besides(
    tx,
    filtered(tx, filters, now)
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(acts.adopted_on < ${after?.adopted_on}::date or (acts.adopted_on = ${after?.adopted_on}::date
            and (acts.number < ${after?.number}::integer or (acts.number = ${after?.number}::integer and acts.id > ${after?.id}::uuid))))`,
        ),
      )
      .orderBy(orders.newest)
      .limit(size),
    orders.newest,
    now,
  ).execute();

export const countActs = async (tx: TenantTx, filters: ActFilters, now: Date): Promise<number> => {
  const counted = tx
    .selectFrom(filtered(tx, filters, now).as("found"))
    .select((eb) => eb.fn.countAll<number>().as("n"));
  return (await counted.executeTakeFirstOrThrow()).n;
};

/**
 * How many acts there are of each value of each filter, were it chosen beside the others; `total` counts what all filters
 * together leave. One statement, which goes through the acts once however many filters there are.
 */
export async function countFacets(tx: TenantTx, filters: ActFilters, now: Date) {
  const conditions = facetConditions(filters);
  const counted = (rules: Iterable<RawBuilder<SqlBool>>) => sql`count(*) filter (where ${all([...rules])})`;
  const without = [...conditions.keys()].map(
    (facet) =>
      sql`when ${sql.lit(facet)} then ${counted([...conditions].flatMap(([name, rule]) => (name === facet ? [] : [rule])))}`,
  );
  const columns = Object.values(facets);
  const facet = sql`case ${sql.join(
    facetNames.map((name) => sql`when grouping(${facets[name]}) = 0 then ${sql.lit(name)}`),
    sql` `,
  )} else 'total' end`;
  const ofAll = counted(conditions.values());
  const count = without.length === 0 ? ofAll : sql`case ${facet} ${sql.join(without, sql` `)} else ${ofAll} end`;
  const { rows } = await sql<{ facet: Facet | "total"; value: string | null; name: LocalizedText; count: number }>`
    select n.facet, coalesce(b.slug, n.value) as value, b.name, n.count
    from (
      select ${facet} as facet, coalesce(${sql.join(columns.map((column) => sql`${column}::text`))}) as value,
        acts.body_id, ${count} as count
      from (${matchingActs(tx, filters, now)}) as acts
      group by grouping sets ((), ${sql.join(columns.map((column) => sql`(${column})`))})
    ) as n
    left join bodies b on b.id = n.body_id
    where n.count > 0`.execute(tx);
  const of = (facet: Facet) =>
    rows.flatMap(({ value, ...row }) => (row.facet === facet && value ? [{ ...row, value }] : []));
  return { total: rows.find((row) => row.facet === "total")?.count ?? 0, of };
}

/**
 * Whether a paper of the act, though it names persons, is one whose original the public would get: a version of a signed
 * or typed text without an internal original behind it.
 */
export async function findUnredacted(tx: TenantTx, actId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from attachments a
    where a.act_id = ${actId} and a.role in ('text', 'signed')
      and exists (select from document_versions v where v.document_id = a.document_id and v.visibility = 'public'
        and not exists (select from document_versions o
          where o.document_id = v.document_id and o.version = v.version and o.visibility = 'internal'))
    ) as found`.execute(tx);
  return rows[0]!.found;
}

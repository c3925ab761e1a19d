import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn, zone } from "../../local-time.ts";
import { askedOf, says } from "../../search/register-text.ts";
import { isWithoutConsultation } from "./consulted.ts";
import { draftsPerPage } from "./draft-acts.schema.ts";
import { draftActSubject, periodRules } from "./draft-acts.shared.ts";
import type { DraftFilters } from "./draft-filters.ts";

const isPublic = (now: Date) => sql<SqlBool>`(a.state = 'published' and a.public_from <= ${now})`;

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;

/** The draft acts on which comments are awaited today: few at any time, whatever the age of the register. */
const openToday = (now: Date) => sql`(
  select subject_id from deadlines
  where closed_at is null and due_on >= ${dayIn(now)}::date and subject = ${draftActSubject})`;

const commentState = (now: Date) => sql<string>`case
  when a.id in ${openToday(now)} then 'open'
  when a.initiative_from is not null or a.consultation_from is not null then 'closed'
  else 'none' end`;

const inText = ({ q }: DraftFilters) => says([sql`a.folded_text`], askedOf(q));

/** One condition for each filter that is set beside the words, by the facet that it belongs to. */
function facetConditions({ state, stage, subject, proposer, year }: DraftFilters) {
  const conditions = new Map<string, RawBuilder<SqlBool>>();
  if (state !== null) conditions.set("state", sql`a.comments = ${state}`);
  if (stage !== null) conditions.set("stage", sql`a.stage = ${stage}`);
  if (subject !== null) conditions.set("subject", sql`a.subject = ${subject}`);
  if (proposer !== null) conditions.set("proposer", sql`a.proposer_kind = ${proposer}`);
  if (year !== null) conditions.set("year", sql`a.year = ${year}`);
  return conditions;
}

function narrowed(filters: DraftFilters, now: Date): RawBuilder<SqlBool> {
  const { state, ...others } = filters;
  return all([
    isPublic(now),
    inText(filters),
    ...facetConditions({ ...others, state: null }).values(),
    ...(state === null ? [] : [sql<SqlBool>`(${commentState(now)}) = ${state}`]),
  ]);
}

const listedColumns = [
  ...(["a.id", "a.slug", "a.type", "a.nature", "a.title", "a.summary", "a.subject", "a.proposer_kind"] as const),
  ...(["a.proposer", "a.protocol_number", "a.registered_on", "a.stage", "a.consultation_required"] as const),
  ...(["last.rule", "last.starts_on", "last.due_on", "last.due_at", "last.case_period", "last.certainty"] as const),
  "last.closed_at",
  isWithoutConsultation.as("is_without_consultation"),
] as const;

/** A draft act with its last period for comments. */
const listed = (tx: TenantTx) =>
  tx
    .selectFrom("draft_acts as a")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("deadlines as d")
          .where("d.subject", "=", draftActSubject)
          .whereRef("d.subject_id", "=", "a.id")
          .select(["d.rule", "d.starts_on", "d.due_on", "d.due_at", "d.case_period", "d.certainty", "d.closed_at"])
          .orderBy("d.starts_on", "desc")
          .orderBy("d.opened_at", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select(listedColumns);
export type ListedDraftAct = Awaited<ReturnType<ReturnType<typeof listed>["executeTakeFirstOrThrow"]>>;

/** The newest first; the id decides between those of one day, so that pages never overlap. */
export const findDraftActs = (tx: TenantTx, filters: DraftFilters, page: number, now: Date) =>
  listed(tx)
    .where(narrowed(filters, now))
    .orderBy("a.registered_on", "desc")
    .orderBy("a.id")
    .limit(draftsPerPage)
    .offset((page - 1) * draftsPerPage)
    .execute();

export const countDraftActs = async (tx: TenantTx, filters: DraftFilters, now: Date): Promise<number> =>
  (
    await tx
      .selectFrom("draft_acts as a")
      .where(narrowed(filters, now))
      .select((eb) => eb.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow()
  ).total;

/** A period that was ended before its last day ends with the day on which it was. */
const lastDayOf = (rule: string) => sql<string | null>`(
  select max(least(d.due_on, (d.closed_at at time zone ${zone})::date)) from deadlines d
  where d.subject = ${draftActSubject} and d.subject_id = a.id and d.rule = ${rule})`;

/** A batch of the register for open data, after the row where the one before it ended. */
export const findDraftBatch = (
  tx: TenantTx,
  filters: DraftFilters,
  now: Date,
  after: { registered_on: string; id: string } | null,
  size: number,
) =>
  tx
    .selectFrom("draft_acts as a")
    .where(narrowed(filters, now))
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(a.registered_on <= ${after?.registered_on}::date
          and (a.registered_on < ${after?.registered_on}::date or a.id > ${after?.id}::uuid))`,
      ),
    )
    .select([
      "a.id",
      "a.slug",
      "a.type",
      "a.nature",
      "a.title",
      "a.summary",
      "a.subject",
      "a.proposer_kind",
      "a.proposer",
    ])
    .select(["a.protocol_number", "a.registered_on", "a.stage", "a.consultation_required", "a.initiative_from"])
    .select(["a.consultation_from", "a.public_from", "a.updated_at"])
    .select([
      commentState(now).as("comments"),
      lastDayOf(periodRules.initiative).as("initiative_until"),
      lastDayOf(periodRules.draft).as("consultation_until"),
    ])
    .select((eb) =>
      eb
        .selectFrom("acts as made")
        .whereRef("made.draft_act_id", "=", "a.id")
        .where("made.state", "=", "published")
        .where("made.public_from", "<=", now)
        .select("made.slug")
        .orderBy("made.adopted_on")
        .limit(1)
        .as("act_slug"),
    )
    .orderBy("a.registered_on", "desc")
    .orderBy("a.id")
    .limit(size)
    .execute();

/** What awaits comments today, the one that ends first at the head. */
export const findOpenDraftActs = (tx: TenantTx, now: Date) =>
  listed(tx)
    .where(isPublic(now))
    .where(sql<SqlBool>`a.id in ${openToday(now)}`)
    .orderBy("last.due_on")
    .orderBy("a.id")
    .execute();

interface FacetRow {
  facet: string;
  value: string | null;
  count: number;
}

/**
 * How many there are of each value of each filter, were it chosen beside the others; the row `total` counts what all
 * filters together leave. One statement.
 */
export async function countDraftFacets(tx: TenantTx, filters: DraftFilters, now: Date) {
  const conditions = facetConditions(filters);
  const others = (facet: string) => all([...conditions].filter(([name]) => name !== facet).map(([, rule]) => rule));
  const counted = (facet: string, column: string) =>
    sql`select ${facet}::text as facet, ${sql.ref(`a.${column}`)}::text as value, count(*) as count from found a
      where ${others(facet)} group by 2`;
  const { rows } = await sql<FacetRow>`
    with found as materialized (
      select a.stage, a.subject, a.proposer_kind, a.year, ${commentState(now)} as comments from draft_acts a
      where ${all([isPublic(now), inText(filters)])}
    )
    select 'total' as facet, null::text as value, count(*) as count from found a where ${others("")}
    union all ${counted("state", "comments")}
    union all ${counted("stage", "stage")}
    union all ${counted("subject", "subject")}
    union all ${counted("proposer", "proposer_kind")}
    union all ${counted("year", "year")}`.execute(tx);
  const of = <T extends string>(facet: string, order: readonly T[]) =>
    order.flatMap((value) => {
      const found = rows.find((row) => row.facet === facet && row.value === value);
      return found ? [{ value, count: found.count }] : [];
    });
  const years = rows
    .flatMap(({ facet, value, count }) => (facet === "year" ? [{ value: Number(value), count }] : []))
    .sort((a, b) => b.value - a.value);
  return { total: rows.find(({ facet }) => facet === "total")!.count, of, years };
}

const initiatives = (tx: TenantTx, now: Date) =>
  tx.selectFrom("draft_acts as a").where(isPublic(now)).where("a.initiative_from", "is not", null);

/** A page of the notices that were given before drafting, the newest first. */
export const findInitiatives = (tx: TenantTx, page: number, now: Date) =>
  tx
    .with("chosen", () =>
      initiatives(tx, now)
        .select(["a.id", "a.initiative_from", "a.reasons", "a.expected_effect"])
        .orderBy("a.initiative_from", "desc")
        .orderBy("a.id")
        .limit(draftsPerPage)
        .offset((page - 1) * draftsPerPage),
    )
    .selectFrom("chosen")
    .innerJoin("draft_acts as a", "a.id", "chosen.id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("deadlines as d")
          .where("d.subject", "=", draftActSubject)
          .where("d.rule", "=", periodRules.initiative)
          .whereRef("d.subject_id", "=", "a.id")
          .select(["d.rule", "d.starts_on", "d.due_on", "d.due_at", "d.case_period", "d.certainty", "d.closed_at"])
          .orderBy("d.starts_on", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select(listedColumns)
    .select(["chosen.reasons", "chosen.expected_effect"])
    .orderBy("chosen.initiative_from", "desc")
    .orderBy("a.id")
    .execute();

export const countInitiatives = async (tx: TenantTx, now: Date) =>
  (
    await initiatives(tx, now)
      .select((eb) => eb.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow()
  ).total;

/** One draft act at its address, if the public may know of it: also one that was withdrawn after it was public. */
export const findDraftAct = (tx: TenantTx, slug: string, now: Date) =>
  tx
    .selectFrom("draft_acts as a")
    .leftJoin("people as p", (join) =>
      join.onRef("p.id", "=", "a.proposer_person_id").on("p.state", "=", "published").on("p.public_from", "<=", now),
    )
    .leftJoin("bodies as b", (join) =>
      join.onRef("b.id", "=", "a.proposer_body_id").on("b.state", "=", "published").on("b.public_from", "<=", now),
    )
    .selectAll("a")
    .select(isWithoutConsultation.as("is_without_consultation"))
    .select(["p.slug as person_slug", "p.name as person_name"])
    .select(["b.slug as body_slug", "b.name as body_name", "b.kind as body_kind"])
    .where("a.slug", "=", slug)
    .where("a.state", "in", ["published", "withdrawn"])
    .where((eb) => eb.or([eb("a.public_from", "<=", now), eb("a.withdrawn_at", "is not", null)]))
    .executeTakeFirst();
export type FoundDraftAct = NonNullable<Awaited<ReturnType<typeof findDraftAct>>>;

/** The public meetings on whose agendas it stood or stands, in their order. */
export const findDiscussions = (tx: TenantTx, id: string, now: Date) =>
  tx
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("i.draft_act_id", "=", id)
    .where("m.state", "=", "published")
    .where("m.public_from", "<=", now)
    .select(["m.slug", "m.kind", "m.stage", "m.title", "m.starts_at", "m.day", "b.name as body", "i.path", "i.result"])
    .orderBy("m.starts_at")
    .orderBy("i.path")
    .execute();

/** The public acts that came of it. */
export const findActsOfDraft = (tx: TenantTx, id: string, now: Date) =>
  tx
    .selectFrom("acts")
    .where("draft_act_id", "=", id)
    .where("state", "=", "published")
    .where("public_from", "<=", now)
    .select(["slug", "type", "number", "series", "title", "adopted_on"])
    .orderBy("adopted_on")
    .orderBy("id")
    .execute();

/** Where a public plan of decision-making foresaw it. */
export const findPlannedFor = (tx: TenantTx, id: string, now: Date) =>
  tx
    .selectFrom("plan_items as i")
    .innerJoin("decision_plans as p", "p.year", "i.year")
    .where("i.draft_act_id", "=", id)
    .where("p.state", "=", "published")
    .where("p.public_from", "<=", now)
    .select(["i.year", "i.month"])
    .orderBy("i.year")
    .orderBy("i.month")
    .execute();

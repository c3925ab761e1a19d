import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { askedOf, says } from "../../search/register-text.ts";
import type { MeetingFilters } from "./list-filters.ts";
import { perPage } from "./meeting-view.schema.ts";
import { sittings } from "./meetings.shared.ts";
import { paperCounts } from "./paper-counts.ts";

/** Whether the public may know of a row at `now`. */
export const isPublic = (alias: string, now: Date) =>
  sql<boolean>`(${sql.ref(`${alias}.state`)} = 'published' and ${sql.ref(`${alias}.public_from`)} <= ${now})`;

/** A body of which the name stands with a meeting, and whether it has a page. */
const bodyColumns = (now: Date) =>
  [
    "b.slug as body_slug",
    "b.kind as body_kind",
    "b.name as body_name",
    isPublic("b", now).as("body_is_public"),
  ] as const;

const publicMeetings = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.state", "=", "published")
    .where("m.public_from", "<=", now);

export const listedMeetings = (tx: TenantTx, now: Date) =>
  publicMeetings(tx, now)
    .select(["m.id", "m.slug", "m.title", "m.kind", "m.stage", "m.day", "m.starts_at", "m.ends_at", "m.place"])
    .select(["m.online_url", "m.access", "m.announced_at", "m.minutes_published_at", "m.members", "m.present"])
    .select(bodyColumns(now))
    .select((eb) => [
      eb
        .selectFrom("agenda_items as i")
        .whereRef("i.meeting_id", "=", "m.id")
        .select((of) => of.fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("items"),
      eb
        .selectFrom("agenda_items as i")
        .whereRef("i.meeting_id", "=", "m.id")
        .where("i.result", "is not", null)
        .select((of) => of.fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("decided"),
    ]);
type ListedRow = Awaited<ReturnType<ReturnType<typeof listedMeetings>["executeTakeFirstOrThrow"]>>;
export type ListedMeeting = ListedRow & { documents: number };

/** Meetings with how many public papers each carries. */
export async function withPapers<Row extends { id: string }>(tx: TenantTx, rows: readonly Row[], now: Date) {
  const counts = await paperCounts(
    tx,
    rows.map(({ id }) => id),
    now,
  );
  return rows.map((row) => ({ ...row, documents: counts.get(row.id)! }));
}

/** A body sits in a meeting that it calls and in one that it is called to. */
const sits = (slug: string, own: RawBuilder<unknown>) => sql<SqlBool>`(${own} = ${slug} or m.id in (
  select j.meeting_id from meeting_bodies j join bodies jb on jb.id = j.body_id where jb.slug = ${slug}))`;

/** One condition for each filter that is set, by the facet that it belongs to. */
function conditionsOf(filters: MeetingFilters, ownBody = sql`b.slug`): Map<string, Expression<SqlBool>> {
  const { year, body, kind, stage } = filters;
  const conditions = new Map<string, Expression<SqlBool>>();
  if (year !== null)
    conditions.set("year", sql`(m.day >= make_date(${year}, 1, 1) and m.day < make_date(${year + 1}, 1, 1))`);
  if (body !== null) conditions.set("body", sits(body, ownBody));
  if (kind !== null) conditions.set("kind", sql`(m.kind = ${kind})`);
  if (stage !== null) conditions.set("stage", sql`(m.stage = ${stage})`);
  return conditions;
}

const all = (conditions: Iterable<Expression<SqlBool>>): Expression<SqlBool> => {
  const list = [...conditions];
  return list.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(list, sql` and `)})`;
};

/** What holds whatever is chosen: which bodies, which kinds, which words. */
const scopeOf = ({ bodies, isSittings, asked }: MeetingFilters): Expression<SqlBool> =>
  all([
    ...(bodies === null ? [] : [sql<SqlBool>`(b.kind = ${bodies})`]),
    ...(isSittings ? [sql<SqlBool>`(m.kind in (${sql.join(sittings)}))`] : []),
    says([sql`m.folded_text`], asked),
  ]);

/** All that the filters of a list ask for. */
export const chosenMeetings = (filters: MeetingFilters) => all([scopeOf(filters), ...conditionsOf(filters).values()]);

/** The latest first; the id decides between those of one day, so that pages never overlap. */
export async function findPage(tx: TenantTx, filters: MeetingFilters, now: Date) {
  const rows = await listedMeetings(tx, now)
    .where("m.id", "in", (eb) =>
      // What is counted of each is counted for this page alone, and not for those before it.
      eb
        .selectFrom("meetings as m")
        .innerJoin("bodies as b", "b.id", "m.body_id")
        .where(isPublic("m", now))
        .where(chosenMeetings(filters))
        .orderBy("m.day", "desc")
        .orderBy("m.starts_at", "desc")
        .orderBy("m.id", "desc")
        .limit(perPage)
        .offset((filters.page - 1) * perPage)
        .select("m.id"),
    )
    .orderBy("m.day", "desc")
    .orderBy("m.starts_at", "desc")
    .orderBy("m.id", "desc")
    .execute();
  return withPapers(tx, rows, now);
}

/** The next one that is still to take place, or is taking place, with its agenda's first items. */
export async function findNext(tx: TenantTx, filters: MeetingFilters, today: string, now: Date) {
  const next = await listedMeetings(tx, now)
    .where(scopeOf({ ...filters, asked: askedOf(null) }))
    .where("m.day", ">=", today)
    .where("m.stage", "in", ["planned", "announced", "open"])
    .orderBy("m.day")
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .limit(1)
    .executeTakeFirst();
  if (!next) return null;
  const [carrying] = await withPapers(tx, [next], now);
  const agenda = await tx
    .selectFrom("agenda_items")
    .select(["path", "title"])
    .where("meeting_id", "=", next.id)
    .where(sql<SqlBool>`array_length(path, 1) = 1`)
    .orderBy("path")
    .limit(5)
    .execute();
  return { next: carrying!, agenda };
}

interface FacetRow {
  facet: "total" | "year" | "body" | "kind" | "stage";
  value: string | null;
  name: LocalizedText | null;
  count: number;
}

/** How many there are of each value of each filter, were it chosen beside the others, in one statement. */
export async function countFacets(tx: TenantTx, filters: MeetingFilters, now: Date) {
  const conditions = conditionsOf(filters, sql`m.slug`);
  const others = (facet: string) =>
    all([...conditions].filter(([name]) => name !== facet).map(([, condition]) => condition));
  const { rows } = await sql<FacetRow>`
    with found as materialized (
      select m.id, m.day, m.kind, m.stage, b.slug, b.name, b.position from meetings m join bodies b on b.id = m.body_id
      where ${isPublic("m", now)} and ${scopeOf(filters)}
    )
    select 'total' as facet, null::text as value, null::jsonb as name, count(*) as count
      from found m where ${others("")}
    union all select 'year', extract(year from m.day)::integer::text, null, count(*)
      from found m where ${others("year")} group by 2
    union all select 'kind', m.kind, null, count(*)
      from found m where ${others("kind")} group by 2
    union all select 'stage', m.stage, null, count(*)
      from found m where ${others("stage")} group by 2
    union all select 'body', m.slug, m.name, count(*)
      from found m where ${others("body")} group by m.slug, m.name, m.position`.execute(tx);
  return {
    total: rows.find(({ facet }) => facet === "total")!.count,
    of: (facet: FacetRow["facet"]) => rows.filter((row) => row.facet === facet),
  };
}

/** One meeting at its address, if the public may know of it. */
export async function findAtAddress(tx: TenantTx, slug: string, now: Date) {
  const rows = await listedMeetings(tx, now)
    .select(["m.body_id", "m.description", "m.closed_reason", "m.stage_reason", "m.postponed_to", "m.notice"])
    .select(["m.short_notice_reason", "m.opened_at", "m.closed_at", "m.people", "m.updated_at"])
    .where("m.slug", "=", slug)
    .execute();
  const [found] = await withPapers(tx, rows, now);
  return found;
}
export type FoundMeeting = NonNullable<Awaited<ReturnType<typeof findAtAddress>>>;

/** The agenda in numeric order, with whom and what its items name as far as the public may know of it. */
export const findItems = (tx: TenantTx, meetingId: string, now: Date) =>
  tx
    .selectFrom("agenda_items as i")
    .leftJoin("draft_acts as d", (join) =>
      join.onRef("d.id", "=", "i.draft_act_id").on("d.state", "=", "published").on("d.public_from", "<=", now),
    )
    .leftJoin("people as p", "p.id", "i.proposer_person_id")
    .leftJoin("bodies as b", "b.id", "i.proposer_body_id")
    .where("i.meeting_id", "=", meetingId)
    .orderBy("i.path")
    .select(["i.id", "i.path", "i.kind", "i.title", "i.summary", "i.proposer_kind", "i.proposer", "i.protocol_number"])
    .select(["i.result", "i.result_note", "i.added_at"])
    .select(["d.id as draft_id", "d.title as draft_title", "d.slug as draft_slug", "d.subject as draft_subject"])
    .select(["p.name as person_name", "p.slug as person_slug", isPublic("p", now).as("person_is_public")])
    .select(bodyColumns(now))
    .execute();
export type FoundItem = Awaited<ReturnType<typeof findItems>>[number];

export const findVotes = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("votes as v")
    .innerJoin("agenda_items as i", "i.id", "v.agenda_item_id")
    .where("i.meeting_id", "=", meetingId)
    .orderBy("v.agenda_item_id")
    .orderBy("v.round")
    .selectAll("v")
    .execute();
export type FoundVote = Awaited<ReturnType<typeof findVotes>>[number];

const personColumns = (now: Date) =>
  [
    "p.id as person_id",
    "p.name",
    "p.family_name",
    "p.slug as person_slug",
    isPublic("p", now).as("person_is_public"),
  ] as const;

export const findBallots = (tx: TenantTx, meetingId: string, now: Date) =>
  tx
    .selectFrom("agenda_items as i")
    .innerJoin("votes as v", "v.agenda_item_id", "i.id")
    .innerJoin("ballots as c", "c.vote_id", "v.id")
    .innerJoin("people as p", "p.id", "c.person_id")
    .where("i.meeting_id", "=", meetingId)
    .where("v.method", "=", "by_name")
    .select(["c.vote_id", "c.choice"])
    .select(personColumns(now))
    .execute();

export const findAttendances = (tx: TenantTx, meetingId: string, now: Date) =>
  tx
    .selectFrom("attendances as a")
    .innerJoin("people as p", "p.id", "a.person_id")
    .where("a.meeting_id", "=", meetingId)
    .select(["a.status", "a.arrived_at", "a.left_at", "a.note"])
    .select(personColumns(now))
    .execute();

export const findJointBodies = (tx: TenantTx, meetingId: string, now: Date) =>
  tx
    .selectFrom("meeting_bodies as j")
    .innerJoin("bodies as b", "b.id", "j.body_id")
    .where("j.meeting_id", "=", meetingId)
    .orderBy("b.position")
    .orderBy("b.id")
    .select("b.id as body_id")
    .select(bodyColumns(now))
    .execute();

export const findVersions = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("meeting_versions")
    .select(["version", "at", "reason", "content"])
    .where("meeting_id", "=", meetingId)
    .orderBy("version")
    .execute();
export type FoundVersion = Awaited<ReturnType<typeof findVersions>>[number];

/** The public acts that came of the items of a meeting. */
export const findActsOfItems = (tx: TenantTx, meetingId: string, now: Date) =>
  tx
    .selectFrom("agenda_items as i")
    .innerJoin("acts as a", "a.agenda_item_id", "i.id")
    .where("i.meeting_id", "=", meetingId)
    .where("a.state", "=", "published")
    .where("a.public_from", "<=", now)
    .orderBy("a.number")
    .select(["a.agenda_item_id", "a.slug", "a.type", "a.number", "a.title", "a.adopted_on"])
    .execute();

const others = (tx: TenantTx, now: Date) =>
  publicMeetings(tx, now)
    .select(["m.slug", "m.title", "m.kind", "m.starts_at"])
    .select(["b.kind as body_kind", "b.name as body_name"]);
export type OtherMeetingRow = Awaited<ReturnType<ReturnType<typeof others>["executeTakeFirstOrThrow"]>>;

/** The meeting in whose place this one stands, and the one in its place, as far as they are public. */
export const findPostponed = async (
  tx: TenantTx,
  { id, body_id, postponed_to }: Pick<FoundMeeting, "id" | "body_id" | "postponed_to">,
  now: Date,
) => {
  const [to, from] = await Promise.all([
    postponed_to === null ? undefined : others(tx, now).where("m.id", "=", postponed_to).executeTakeFirst(),
    others(tx, now).where("m.body_id", "=", body_id).where("m.postponed_to", "=", id).orderBy("m.starts_at").execute(),
  ]);
  return { to: to ?? null, from };
};

/** The meetings of the same body before and after this one. */
export async function findNeighbours(
  tx: TenantTx,
  { id, body_id, day }: Pick<FoundMeeting, "id" | "body_id" | "day">,
  now: Date,
) {
  const near = (side: "earlier" | "later") => {
    const order = side === "later" ? "asc" : "desc";
    const sign = side === "later" ? sql`>` : sql`<`;
    return others(tx, now)
      .where("m.body_id", "=", body_id)
      .where("m.kind", "not in", ["event", "ceremony"])
      .where(sql<SqlBool>`(m.day, m.id) ${sign} (${day}::date, ${id}::uuid)`)
      .orderBy("m.day", order)
      .orderBy("m.id", order)
      .executeTakeFirst();
  };
  const [earlier, later] = await Promise.all([near("earlier"), near("later")]);
  return { earlier: earlier ?? null, later: later ?? null };
}

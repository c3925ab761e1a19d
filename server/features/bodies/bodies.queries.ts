import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { askedOf, says } from "../../search/register-text.ts";
import type { MeetingKind, MeetingStage } from "../meetings/meetings.shared.ts";
import { publicMemberships } from "../people/members.queries.ts";
import type { PersonContacts } from "../people/people.schema.ts";
import { portraitColumns } from "../people/person-view.ts";
import type { BodyKind, Role } from "./bodies.shared.ts";
import { bodiesPerPage } from "./body.schema.ts";

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;

export interface BodyFilters {
  q: string | null;
  unit: string | null;
}

const isPublicBody = (now: Date) => sql<SqlBool>`(b.state = 'published' and b.public_from <= ${now})`;
const holds = (alias: string, today: string) =>
  sql<SqlBool>`(${sql.ref(`${alias}.begins_on`)} <= ${today} and (${sql.ref(`${alias}.ends_on`)} is null or ${sql.ref(`${alias}.ends_on`)} >= ${today}))`;
const inText = (q: string | null) => says([sql`b.folded_text`], askedOf(q, { orPart: true }));

export interface BodyRow {
  slug: string;
  kind: BodyKind;
  name: LocalizedText;
  unit: string | null;
  contacts: PersonContacts;
  founding_act: LocalizedText | null;
  begins_on: string | null;
  ends_on: string | null;
  is_over: boolean;
  leader_slug: string | null;
  leader_name: string | null;
  leader_role: Role | null;
  leader_contacts: PersonContacts | null;
  members: number;
  next_slug: string | null;
  next_title: LocalizedText | null;
  next_kind: MeetingKind | null;
  next_starts_at: Date | null;
  next_stage: MeetingStage | null;
  next_day: string | null;
}

/** The public bodies of some kinds in the council’s own order, with who leads each, how many are in it and when it meets next. */
export async function findBodies(
  tx: TenantTx,
  kinds: readonly BodyKind[],
  filters: BodyFilters,
  today: string,
  now: Date,
  { limit = bodiesPerPage, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<BodyRow[]> {
  const conditions = [
    sql<SqlBool>`b.kind in (${sql.join(kinds)})`,
    isPublicBody(now),
    inText(filters.q),
    ...(filters.unit === null ? [] : [sql<SqlBool>`b.unit = ${filters.unit}`]),
  ];
  const { rows } = await sql<BodyRow>`
    select b.slug, b.kind, b.name, b.unit, b.contacts, b.founding_act, b.begins_on, b.ends_on, coalesce(b.ends_on < ${today}, false) as is_over,
      l.slug as leader_slug, l.name as leader_name, l.role as leader_role, l.contacts as leader_contacts,
      c.members, n.slug as next_slug, n.title as next_title, n.kind as next_kind, n.starts_at as next_starts_at,
      n.stage as next_stage, n.day as next_day
    from bodies b
    left join lateral (
      select p.slug, p.name, m.role, p.contacts from memberships m join people p on p.id = m.person_id
      where m.body_id = b.id and m.role in ('chair', 'head', 'liaison') and ${holds("m", today)}
        and p.state = 'published' and p.public_from <= ${now} limit 1) l on true
    left join lateral (
      select count(distinct m.person_id) as members from memberships m join people p on p.id = m.person_id
      where m.body_id = b.id and ${holds("m", today)} and p.state = 'published' and p.public_from <= ${now}) c on true
    left join lateral (
      select t.slug, t.title, t.kind, t.starts_at, t.stage, t.day from meetings t
      where t.body_id = b.id and t.day >= ${today} and t.starts_at > ${now} and t.stage in ('planned', 'announced')
        and t.state = 'published' and t.public_from <= ${now}
      order by t.day, t.starts_at limit 1) n on true
    where ${all(conditions)}
    order by is_over, b.kind, b.position, b.name ->> 'sq', b.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** How many public bodies of some kinds the words leave in each administrative unit; `null` is without one. */
export async function countBodies(tx: TenantTx, kinds: readonly BodyKind[], { q }: BodyFilters, now: Date) {
  const { rows } = await sql<{ unit: string | null; count: number }>`
    select b.unit, count(*) as count from bodies b
    where ${all([sql<SqlBool>`b.kind in (${sql.join(kinds)})`, isPublicBody(now), inText(q)])}
    group by 1 order by 1`.execute(tx);
  return rows;
}

/** A public body by its kind and the last part of its address; without that, the only one of its kind. */
export const findBody = (tx: TenantTx, kind: BodyKind, slug: string | null, now: Date) =>
  tx
    .selectFrom("bodies as b")
    .where("b.kind", "=", kind)
    .$if(slug !== null, (query) => query.where("b.slug", "=", slug!))
    .where("b.state", "=", "published")
    .where("b.public_from", "<=", now)
    .select(["b.id", "b.slug", "b.kind", "b.name", "b.functions", "b.duties", "b.founding_act", "b.unit", "b.contacts"])
    .select(["b.begins_on", "b.ends_on"])
    .executeTakeFirst();

/** What is left of a body that was withdrawn after it was public, at its address. */
export const findWithdrawnBody = (tx: TenantTx, kind: BodyKind, slug: string) =>
  tx
    .selectFrom("bodies")
    .where("kind", "=", kind)
    .where("slug", "=", slug)
    .where("state", "in", ["published", "withdrawn"])
    .where("withdrawn_at", "is not", null)
    .select(["state", "public_from", "withdrawn_at", "withdrawn_reason"])
    .executeTakeFirst();

/** Everybody who is or was in a body, in its own order. */
export const findMembersOfBody = (tx: TenantTx, bodyId: string, now: Date) =>
  publicMemberships(tx, now)
    .where("m.body_id", "=", bodyId)
    .select(["m.role", "m.title", "m.how_chosen", "m.begins_on", "m.ends_on", "m.end_reason", "m.position"])
    .select(["p.slug", "p.name", "p.family_name", "p.gender", "p.contacts"])
    .select(sql<boolean>`p.cv is not null`.as("has_cv"))
    .select(portraitColumns)
    .orderBy("m.position")
    .orderBy("m.id")
    .execute();
export type BodyMemberRow = Awaited<ReturnType<typeof findMembersOfBody>>[number];

/** The parties of those who are in a body. */
export const findAffiliationsOfBody = (tx: TenantTx, bodyId: string) =>
  tx
    .selectFrom("affiliations as a")
    .where("a.person_id", "in", (eb) =>
      eb.selectFrom("memberships as m").where("m.body_id", "=", bodyId).select("m.person_id"),
    )
    .select(["a.person_id", "a.party_id", "a.begins_on", "a.ends_on"])
    .execute();

const ofBody = (tx: TenantTx, bodyId: string, now: Date) =>
  tx
    .selectFrom("meetings as t")
    .where("t.state", "=", "published")
    .where("t.public_from", "<=", now)
    .where((eb) =>
      eb.or([
        eb("t.body_id", "=", bodyId),
        eb("t.id", "in", eb.selectFrom("meeting_bodies as w").where("w.body_id", "=", bodyId).select("w.meeting_id")),
      ]),
    )
    .select(["t.slug", "t.title", "t.kind", "t.starts_at", "t.stage", "t.day"]);

/** What a body has before it, the nearest first. */
export const findNextMeetings = (tx: TenantTx, bodyId: string, now: Date, limit: number) =>
  ofBody(tx, bodyId, now).where("t.starts_at", ">", now).orderBy("t.day").orderBy("t.starts_at").limit(limit).execute();

/** What it has behind it, the last first. */
export const findLastMeetings = (tx: TenantTx, bodyId: string, now: Date, limit: number) =>
  ofBody(tx, bodyId, now)
    .where("t.starts_at", "<=", now)
    .orderBy("t.day", "desc")
    .orderBy("t.starts_at", "desc")
    .limit(limit)
    .execute();

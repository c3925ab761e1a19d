import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { askedOf, says } from "../../search/register-text.ts";
import type { BodyKind, EndReason, Role } from "./bodies.shared.ts";

/** Memberships that run, or that are over. */
export const times = ["now", "past"] as const;

export interface MembershipFilters {
  q: string | null;
  /** The last part of a body’s address. */
  body: string | null;
  when: (typeof times)[number] | null;
}

export interface MembershipRow {
  id: string;
  body_position: number;
  position: number;
  role: Role;
  title: LocalizedText | null;
  how_chosen: LocalizedText | null;
  begins_on: string;
  ends_on: string | null;
  end_reason: EndReason | null;
  slug: string;
  name: string;
  gender: "female" | "male" | "other" | null;
  body_slug: string;
  body_name: LocalizedText;
  body_kind: BodyKind;
  body_unit: string | null;
}

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;

const shown = (kinds: readonly BodyKind[], now: Date) => sql`
  memberships m join bodies b on b.id = m.body_id join people p on p.id = m.person_id
  where b.kind in (${sql.join(kinds)}) and b.state = 'published' and b.public_from <= ${now}
    and p.state = 'published' and p.public_from <= ${now}`;

const words = ({ q }: MembershipFilters) =>
  says([sql`p.folded_text`, sql`b.folded_text`], askedOf(q, { orPart: true }));
const ofBody = ({ body }: MembershipFilters) => (body === null ? [] : [sql<SqlBool>`b.slug = ${body}`]);
const inTime = ({ when }: MembershipFilters, today: string) => {
  if (when === null) return [];
  const isOver = sql<SqlBool>`coalesce(m.ends_on < ${today}, false)`;
  return [when === "past" ? isOver : sql<SqlBool>`not ${isOver}`];
};

/** The register of members of bodies of some kinds: by body, then in the body’s own order, a line for each role. */
export async function findMembershipLines(
  tx: TenantTx,
  kinds: readonly BodyKind[],
  filters: MembershipFilters,
  today: string,
  now: Date,
  { limit, offset = 0, after = null }: { limit: number; offset?: number; after?: MembershipRow | null },
): Promise<MembershipRow[]> {
  const conditions = [words(filters), ...ofBody(filters), ...inTime(filters, today)];
  if (after)
    conditions.push(
      sql<SqlBool>`(b.position, b.slug, m.position, m.begins_on, m.id) > (${after.body_position}::integer, ${after.body_slug}::text, ${after.position}::integer, ${after.begins_on}::date, ${after.id}::uuid)`,
    );
  const { rows } = await sql<MembershipRow>`
    select m.id, b.position as body_position, m.position, m.role, m.title, m.how_chosen, m.begins_on, m.ends_on,
      m.end_reason, p.slug, p.name, p.gender, b.slug as body_slug, b.name as body_name, b.kind as body_kind,
      b.unit as body_unit
    from ${shown(kinds, now)} and ${all(conditions)}
    order by b.position, b.slug, m.position, m.begins_on, m.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

interface FacetRow {
  facet: "total" | "body" | "when";
  value: string | null;
  label: LocalizedText | null;
  count: number;
}

/** How many lines there are of each body and of each time, were it chosen beside the others, and in all. One statement. */
export async function countMembershipLines(
  tx: TenantTx,
  kinds: readonly BodyKind[],
  filters: MembershipFilters,
  today: string,
  now: Date,
): Promise<FacetRow[]> {
  const { rows } = await sql<FacetRow>`
    with found as (
      select b.slug, b.name, b.position, coalesce(m.ends_on < ${today}, false) as is_over,
        ${all(ofBody(filters))} as in_body, ${all(inTime(filters, today))} as in_time
      from ${shown(kinds, now)} and ${words(filters)})
    select 'total' as facet, null::text as value, null::jsonb as label, count(*) as count, 0 as place
      from found where in_body and in_time
    union all select 'body', slug, name, count(*), min(position) from found where in_time group by slug, name
    union all select 'when', case when is_over then 'past' else 'now' end, null, count(*), 0
      from found where in_body group by is_over
    order by 1, 5, 2`.execute(tx);
  return rows;
}

import { phrases } from "../../http/phrases.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { bodyUrl, meetingUrl } from "../elements/item-urls.shared.ts";
import type { MeetingKind, MeetingStage } from "../meetings/meetings.shared.ts";
import { type AffiliationRow, includes } from "../people/members.queries.ts";
import { affiliationOn } from "../people/members-view.ts";
import type { PartyBook } from "../people/parties.queries.ts";
import type { BodyRef } from "../people/person.schema.ts";
import { personRef, portraitOf } from "../people/person-view.ts";
import type { BodyMemberRow, BodyRow } from "./bodies.queries.ts";
import type { BodyKind, Role } from "./bodies.shared.ts";
import type { BodyMember, BodySummary, MeetingRef } from "./body.schema.ts";

interface MeetingRow {
  slug: string;
  title: LocalizedText | null;
  kind: MeetingKind;
  starts_at: Date;
  stage: MeetingStage;
  day: string;
}

/** A meeting that has no title is called by its kind. */
export const meetingRef = ({ slug, title, kind, starts_at, stage, day }: MeetingRow): MeetingRef => ({
  url: meetingUrl(slug),
  title: title ?? {
    sq: phrases("sq", "meetings")(`kind.${kind}`),
    en: phrases("en", "meetings")(`kind.${kind}`),
  },
  startsAt: starts_at.toISOString(),
  day,
  stage,
});

export const bodyRef = ({ slug, kind, name }: { slug: string; kind: BodyKind; name: LocalizedText }): BodyRef => ({
  slug,
  url: bodyUrl(kind, slug),
  name,
  kind,
});

export const bodySummary = (row: BodyRow): BodySummary => ({
  ...bodyRef(row),
  unit: row.unit,
  contacts: row.contacts,
  leader: row.leader_slug
    ? {
        ...personRef({ slug: row.leader_slug, name: row.leader_name! }),
        role: row.leader_role!,
        contacts: row.leader_contacts!,
      }
    : null,
  members: row.members,
  next: row.next_slug
    ? meetingRef({
        slug: row.next_slug,
        title: row.next_title,
        kind: row.next_kind!,
        starts_at: row.next_starts_at!,
        stage: row.next_stage!,
        day: row.next_day!,
      })
    : null,
  beginsOn: row.begins_on,
  endsOn: row.ends_on,
  isNow: !row.is_over,
});

/** The order of roles in a body: who leads it, who stands in, who keeps its papers, all others. */
export const rank: Readonly<Record<Role, number>> = {
  chair: 0,
  head: 0,
  liaison: 0,
  deputy_chair: 1,
  secretary: 2,
  member: 3,
  staff: 3,
};
const byName = new Intl.Collator("sq");

interface Standing {
  rows: readonly BodyMemberRow[];
  affiliations: readonly AffiliationRow[];
  parties: PartyBook;
  /** Only members of committees are shown with their party: they hold seats of the council. */
  withParty: boolean;
}

function memberOf(rows: readonly BodyMemberRow[], day: string, given: Standing): BodyMember {
  const ranked = rows.toSorted((a, b) => rank[a.role] - rank[b.role]);
  const [first] = ranked as [BodyMemberRow];
  const own = given.affiliations.filter(({ person_id }) => person_id === first.person_id);
  const ends = rows.map(({ ends_on }) => ends_on);
  return {
    ...personRef(first),
    gender: first.gender,
    photo: portraitOf(first),
    contacts: first.contacts,
    hasCv: first.has_cv,
    affiliation: given.withParty ? affiliationOn(own, null, day, given.parties) : null,
    roles: [...new Set(ranked.map(({ role }) => role))],
    title: first.title,
    howChosen: ranked.find(({ how_chosen }) => how_chosen)?.how_chosen ?? null,
    beginsOn: rows.map(({ begins_on }) => begins_on).sort()[0]!,
    endsOn: ends.includes(null) ? null : (ends as string[]).sort().at(-1)!,
    endReason: first.end_reason,
  };
}

/** Who is in the body today in its own order, and who was: each once, with all their roles. */
export function membersOf(given: Standing, today: string): { members: BodyMember[]; former: BodyMember[] } {
  const current = Map.groupBy(
    given.rows.filter((row) => includes(row, today)),
    ({ person_id }) => person_id,
  );
  const past = Map.groupBy(
    given.rows.filter((row) => row.ends_on !== null && row.ends_on < today && !current.has(row.person_id)),
    ({ person_id }) => person_id,
  );
  const positionOf = (rows: readonly BodyMemberRow[]) => Math.min(...rows.map(({ position }) => position));
  const highest = (rows: readonly BodyMemberRow[]) => Math.min(...rows.map(({ role }) => rank[role]));
  return {
    members: [...current.values()]
      .sort(
        (a, b) =>
          highest(a) - highest(b) ||
          positionOf(a) - positionOf(b) ||
          byName.compare(a[0]!.family_name, b[0]!.family_name),
      )
      .map((rows) => memberOf(rows, today, given)),
    former: [...past.values()]
      .map((rows) =>
        memberOf(
          rows,
          rows
            .map(({ ends_on }) => ends_on!)
            .sort()
            .at(-1)!,
          given,
        ),
      )
      .sort((a, b) => b.endsOn!.localeCompare(a.endsOn!) || byName.compare(a.name, b.name)),
  };
}

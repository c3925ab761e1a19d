import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import type { ActType } from "../acts/acts.shared.ts";
import { publicMemberships } from "./members.queries.ts";
import { portraitColumns } from "./person-view.ts";

/** Meetings whose attendance and votes are told. */
const held = ["closed", "minutes_published"] as const;
/** Of as many meetings of the council the votes are looked through, and as many votes are shown. */
const recentMeetings = 12;
const shownVotes = 12;
const shownProposals = 20;

/** A public person by the last part of the address. */
export const findPerson = (tx: TenantTx, slug: string, now: Date) =>
  tx
    .selectFrom("people as p")
    .where("p.slug", "=", slug)
    .where("p.state", "=", "published")
    .where("p.public_from", "<=", now)
    .select(["p.id", "p.slug", "p.name", "p.gender", "p.occupation", "p.cv", "p.contacts", "p.updated_at"])
    .select(portraitColumns)
    .executeTakeFirst();

/** What somebody is and was in public bodies, the latest first. */
export const findMemberships = (tx: TenantTx, personId: string, now: Date) =>
  publicMemberships(tx, now)
    .where("m.person_id", "=", personId)
    .select(["m.role", "m.title", "m.term_id", "m.seat", "m.party_id", "m.begins_on", "m.ends_on"])
    .select(["m.end_reason", "m.end_note", "m.how_chosen"])
    .select(["b.slug as body_slug", "b.name as body_name", "b.kind as body_kind"])
    .orderBy("m.begins_on", "desc")
    .orderBy("b.position")
    .orderBy("m.id")
    .execute();
export type MembershipRow = Awaited<ReturnType<typeof findMemberships>>[number];

export const findAffiliations = (tx: TenantTx, personId: string) =>
  tx
    .selectFrom("affiliations")
    .where("person_id", "=", personId)
    .select(["party_id", "begins_on", "ends_on"])
    .orderBy("begins_on", "desc")
    .execute();

export const findRepresentations = (tx: TenantTx, personId: string) =>
  tx
    .selectFrom("representations")
    .where("person_id", "=", personId)
    .select(["organisation", "role", "basis", "begins_on", "ends_on"])
    .orderBy("begins_on", "desc")
    .orderBy("id")
    .execute();

/** Every public meeting in which it was noted whether somebody was there, the first first. */
export const findAttendance = (tx: TenantTx, personId: string, now: Date) =>
  tx
    .selectFrom("attendances as a")
    .innerJoin("meetings as t", "t.id", "a.meeting_id")
    .innerJoin("bodies as b", "b.id", "t.body_id")
    .where("a.person_id", "=", personId)
    .where("t.state", "=", "published")
    .where("t.public_from", "<=", now)
    .where("t.stage", "in", held)
    .where("t.kind", "not in", ["event", "ceremony"])
    .where("b.state", "=", "published")
    .where("b.public_from", "<=", now)
    .select(["a.status", "t.slug", "t.day", "b.slug as body_slug", "b.name as body_name", "b.kind as body_kind"])
    .orderBy("t.day")
    .orderBy("t.starts_at")
    .execute();
export type AttendanceRow = Awaited<ReturnType<typeof findAttendance>>[number];

/** The act of a row, where there is one. */
export interface ActColumns {
  act_slug: string | null;
  act_type: ActType | null;
  act_number: number | null;
  adopted_on: string | null;
}

interface VoteRow extends ActColumns {
  day: string;
  title: LocalizedText;
  choice: "for" | "against" | "abstained" | "absent" | "not_voting";
  outcome: "adopted" | "rejected";
  meeting_slug: string;
}

/** How somebody voted by name in the council's last meetings up to a day. */
export async function findVotes(tx: TenantTx, personId: string, until: string, now: Date): Promise<VoteRow[]> {
  const { rows } = await sql<VoteRow>`
    with recent as (
      select id, slug, day from meetings
      where body_id = (select id from bodies where kind = 'council') and day <= ${until}
        and state = 'published' and public_from <= ${now} and stage in (${sql.join(held)})
      order by day desc, id limit ${recentMeetings})
    select m.day, i.title, l.choice, v.outcome, m.slug as meeting_slug,
      a.slug as act_slug, a.type as act_type, a.number as act_number, a.adopted_on
    from recent m
    join agenda_items i on i.meeting_id = m.id
    join votes v on v.agenda_item_id = i.id and v.method = 'by_name'
    join ballots l on l.vote_id = v.id and l.person_id = ${personId}
    left join acts a on a.agenda_item_id = i.id and a.state = 'published' and a.public_from <= ${now}
    order by m.day desc, m.id, i.path, v.round desc
    limit ${shownVotes}`.execute(tx);
  return rows;
}

interface ProposalRow extends ActColumns {
  day: string;
  title: LocalizedText;
  draft_slug: string | null;
  stage: string | null;
}

/** What somebody proposed: draft acts with the acts that came of them, and acts of which no draft is known. */
export async function findProposals(tx: TenantTx, personId: string, now: Date): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    select d.registered_on as day, d.title, d.slug as draft_slug, d.stage,
      a.slug as act_slug, a.type as act_type, a.number as act_number, a.adopted_on
    from draft_acts d
    left join acts a on a.draft_act_id = d.id and a.state = 'published' and a.public_from <= ${now}
    where d.proposer_person_id = ${personId} and d.state = 'published' and d.public_from <= ${now}
    union all
    select a.adopted_on, a.title, null, null, a.slug, a.type, a.number, a.adopted_on
    from acts a
    where a.proposer_person_id = ${personId} and a.draft_act_id is null and a.state = 'published' and a.public_from <= ${now}
    order by day desc limit ${shownProposals}`.execute(tx);
  return rows;
}

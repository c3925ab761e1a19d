import type { TenantTx } from "../../db/tenant-db.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { actUrl, bodyUrl, draftActUrl, meetingUrl } from "../elements/item-urls.shared.ts";
import { findTerms, includes } from "./members.queries.ts";
import { affiliationOn, termView } from "./members-view.ts";
import { readParties } from "./parties.queries.ts";
import {
  type ActColumns,
  type AttendanceRow,
  findAffiliations,
  findAttendance,
  findMemberships,
  findPerson,
  findProposals,
  findRepresentations,
  findVotes,
  type MembershipRow,
} from "./person.queries.ts";
import type { BodyRef, Person } from "./person.schema.ts";
import { personRef, portraitOf } from "./person-view.ts";

type BodyColumns = Pick<MembershipRow, "body_slug" | "body_name" | "body_kind">;
const bodyRef = ({ body_slug, body_name, body_kind }: BodyColumns): BodyRef => ({
  slug: body_slug,
  url: bodyUrl(body_kind, body_slug),
  name: body_name,
  kind: body_kind,
});

const actRef = (row: ActColumns) =>
  row.act_slug
    ? { url: actUrl(row.act_slug), type: row.act_type!, number: row.act_number!, adoptedOn: row.adopted_on! }
    : null;

/** @param since the strip shows the council's meetings from this day on */
function attendanceOf(rows: readonly AttendanceRow[], since: string | undefined): Person["attendance"] {
  const count = (ofBody: readonly AttendanceRow[], status: AttendanceRow["status"]) =>
    ofBody.filter((row) => row.status === status).length;
  return {
    bodies: [...Map.groupBy(rows, ({ body_slug }) => body_slug).values()]
      .map((ofBody) => ({
        body: bodyRef(ofBody[0]!),
        meetings: ofBody.length,
        present: count(ofBody, "present"),
        late: count(ofBody, "late"),
        excused: count(ofBody, "absent_with_reason"),
        absent: count(ofBody, "absent"),
      }))
      .sort((a, b) => Number(b.body.kind === "council") - Number(a.body.kind === "council") || b.meetings - a.meetings),
    strip: rows
      .filter(({ body_kind, day }) => body_kind === "council" && since !== undefined && day >= since)
      .map(({ day, status, slug }) => ({ day, status, meeting: meetingUrl(slug) })),
  };
}

/** Everything that a person's page says; nothing where no public person stands at the address. */
export async function readPerson(tx: TenantTx, slug: string, today: string, now: Date): Promise<Person | undefined> {
  const found = await findPerson(tx, slug, now);
  if (!found) return undefined;
  const { id } = found;
  const [memberships, affiliations, representations, documents, parties, terms, attendance, proposals] =
    await Promise.all([
      findMemberships(tx, id, now),
      findAffiliations(tx, id),
      findRepresentations(tx, id),
      documentsOf(tx, "person", [id], now),
      readParties(tx),
      findTerms(tx),
      findAttendance(tx, id, now),
      findProposals(tx, id, now),
    ]);
  const spanOf = (row: { begins_on: string; ends_on: string | null }) => ({
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    isNow: includes(row, today),
  });
  const seats = memberships.filter(({ seat }) => seat !== null);
  const [latest] = seats;
  const lastDay = latest && (latest.ends_on ?? today) < today ? latest.ends_on! : today;
  const votes = latest ? await findVotes(tx, id, lastDay, now) : [];
  return {
    ...personRef(found),
    gender: found.gender,
    photo: portraitOf(found),
    occupation: found.occupation,
    cv: found.cv,
    contacts: found.contacts,
    documents: documents.get(id) ?? [],
    updatedAt: found.updated_at.toISOString(),
    seats: seats.map((row) => ({
      term: termView(terms.find((term) => term.id === row.term_id)!, today),
      seat: row.seat!,
      list: row.party_id ? parties(row.party_id, row.begins_on) : null,
      ...spanOf(row),
      endReason: row.end_reason,
      endNote: row.end_note,
    })),
    affiliation:
      latest || affiliations.length > 0
        ? affiliationOn(affiliations, latest?.party_id ?? null, lastDay, parties)
        : null,
    affiliations: affiliations.map((row) => ({
      affiliation: affiliationOn([row], null, row.begins_on, parties),
      ...spanOf(row),
    })),
    posts: memberships
      .filter(({ seat }) => seat === null)
      .map((row) => ({
        body: bodyRef(row),
        role: row.role,
        title: row.title,
        howChosen: row.how_chosen,
        ...spanOf(row),
        endReason: row.end_reason,
        endNote: row.end_note,
      }))
      .sort((a, b) => Number(b.isNow) - Number(a.isNow)),
    representations: representations.map(({ organisation, role, basis, ...row }) => ({
      ...{ organisation, role, basis },
      ...spanOf(row),
    })),
    attendance: attendanceOf(attendance, latest && terms.find(({ id: term }) => term === latest.term_id)?.begins_on),
    votes: votes.map(({ day, title, choice, outcome, meeting_slug, ...act }) => ({
      ...{ day, title, choice, outcome },
      meeting: meetingUrl(meeting_slug),
      act: actRef(act),
    })),
    proposals: proposals.map(({ day, title, draft_slug, stage, ...act }) => ({
      ...{ day, title, stage },
      url: draft_slug ? draftActUrl(draft_slug) : actUrl(act.act_slug!),
      act: actRef(act),
    })),
  };
}

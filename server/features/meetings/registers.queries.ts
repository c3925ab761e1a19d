import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { MeetingFilters } from "./list-filters.ts";
import { chosenMeetings, isPublic, listedMeetings, withPapers } from "./meetings.queries.ts";
import type { RegisterFilters } from "./register-filters.ts";

/** The public meetings that the filters leave, with what each row of the registers says of them. */
export const meetingsIn = (tx: TenantTx, { bodies, body, year, meeting }: Omit<RegisterFilters, "member">, now: Date) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where(isPublic("m", now))
    .$if(bodies !== null, (query) => query.where("b.kind", "=", bodies!))
    .$if(body !== null, (query) => query.where("b.slug", "=", body!))
    .$if(meeting !== null, (query) => query.where("m.slug", "=", meeting!))
    .$if(year !== null, (query) => query.where("m.day", ">=", `${year}-01-01`).where("m.day", "<=", `${year}-12-31`));

export const ofMeeting = ["m.id as meeting_id", "m.slug as meeting_slug", "m.day", "m.kind"] as const;
export const ofBody = ["b.slug as body_slug", "b.name as body_name"] as const;

/** After the row where the batch before ended: a later place in its meeting, or an earlier meeting. */
export function afterRow(
  last: { day: string; meeting_id: string } | null,
  within: RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  if (!last) return sql<SqlBool>`true`;
  return sql<SqlBool>`(m.day <= ${last.day}::date and (m.day < ${last.day}::date or m.id > ${last.meeting_id}::uuid
    or (m.id = ${last.meeting_id}::uuid and ${within})))`;
}

const isMember = (slug: string | null) => (slug === null ? sql<SqlBool>`true` : sql<SqlBool>`(p.slug = ${slug})`);
export const personColumns = (now: Date) =>
  ["p.id as person_id", "p.name", "p.slug as person_slug", isPublic("p", now).as("person_is_public")] as const;

type Last<Row> = Row | null;

const agendaRows = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  meetingsIn(tx, filters, now)
    .innerJoin("agenda_items as i", "i.meeting_id", "m.id")
    .leftJoin("draft_acts as d", (join) =>
      join.onRef("d.id", "=", "i.draft_act_id").on("d.state", "=", "published").on("d.public_from", "<=", now),
    );

export const findItemBatch = (tx: TenantTx, filters: RegisterFilters, now: Date, last: Last<ItemRow>, size: number) =>
  itemRows(tx, filters, now)
    .where(afterRow(last, sql`i.path > ${last?.path ?? []}::integer[]`))
    .limit(size)
    .execute();
const itemRows = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  agendaRows(tx, filters, now)
    .select([...ofMeeting, ...ofBody])
    .select(["i.id as item_id", "i.path", "i.title as item_title", "i.kind as item_kind", "i.protocol_number"])
    .select(["i.proposer_kind", "i.proposer", "i.result", "i.added_at", "d.slug as draft_slug"])
    .select((eb) =>
      eb
        .selectFrom("acts as a")
        .whereRef("a.agenda_item_id", "=", "i.id")
        .where(isPublic("a", now))
        .select("a.slug")
        .orderBy("a.number")
        .limit(1)
        .as("act_slug"),
    )
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .orderBy("i.path");
export type ItemRow = Awaited<ReturnType<ReturnType<typeof itemRows>["executeTakeFirstOrThrow"]>>;

const voteRows = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  meetingsIn(tx, filters, now)
    .innerJoin("agenda_items as i", "i.meeting_id", "m.id")
    .innerJoin("votes as v", "v.agenda_item_id", "i.id")
    .select([...ofMeeting, ...ofBody])
    .select(["i.id as item_id", "i.path", "i.title as item_title"])
    .select(["v.id as vote_id", "v.round", "v.method", "v.majority", "v.members", "v.present"])
    .select(["v.votes_for", "v.votes_against", "v.abstentions", "v.outcome", "v.held_at"])
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .orderBy("i.path")
    .orderBy("v.round");
export type VoteRow = Awaited<ReturnType<ReturnType<typeof voteRows>["executeTakeFirstOrThrow"]>>;

export const findVoteBatch = (tx: TenantTx, filters: RegisterFilters, now: Date, last: Last<VoteRow>, size: number) =>
  voteRows(tx, filters, now)
    .where(afterRow(last, sql`(i.path, v.round) > (${last?.path ?? []}::integer[], ${last?.round ?? 0}::integer)`))
    .limit(size)
    .execute();

const ballotRows = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  meetingsIn(tx, filters, now)
    .innerJoin("agenda_items as i", "i.meeting_id", "m.id")
    .innerJoin("votes as v", "v.agenda_item_id", "i.id")
    .innerJoin("ballots as c", "c.vote_id", "v.id")
    .innerJoin("people as p", "p.id", "c.person_id")
    .where(isMember(filters.member))
    .select([...ofMeeting, ...ofBody])
    .select(["i.id as item_id", "i.path", "i.title as item_title", "v.id as vote_id", "v.round", "c.choice"])
    .select(personColumns(now))
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .orderBy("i.path")
    .orderBy("v.round")
    .orderBy("p.id");
export type BallotRow = Awaited<ReturnType<ReturnType<typeof ballotRows>["executeTakeFirstOrThrow"]>>;

export const findBallotBatch = (
  tx: TenantTx,
  filters: RegisterFilters,
  now: Date,
  last: Last<BallotRow>,
  size: number,
) => {
  const { path = [], round = 0, person_id = null } = last ?? {};
  const within = sql<SqlBool>`(i.path, v.round, p.id) > (${path}::integer[], ${round}::integer, ${person_id}::uuid)`;
  return ballotRows(tx, filters, now).where(afterRow(last, within)).limit(size).execute();
};

const attendanceRows = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  meetingsIn(tx, filters, now)
    .innerJoin("attendances as a", "a.meeting_id", "m.id")
    .innerJoin("people as p", "p.id", "a.person_id")
    .where(isMember(filters.member))
    .select([...ofMeeting, ...ofBody])
    .select(["a.status", "a.arrived_at", "a.left_at"])
    .select(personColumns(now))
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .orderBy("p.id");
export type AttendanceRow = Awaited<ReturnType<ReturnType<typeof attendanceRows>["executeTakeFirstOrThrow"]>>;

export const findAttendanceBatch = (
  tx: TenantTx,
  filters: RegisterFilters,
  now: Date,
  last: Last<AttendanceRow>,
  size: number,
) =>
  attendanceRows(tx, filters, now)
    .where(afterRow(last, sql`p.id > ${last?.person_id ?? null}::uuid`))
    .limit(size)
    .execute();

const counted = async (query: { execute(): Promise<{ total: number }[]> }) => (await query.execute())[0]!.total;
const total = sql<number>`count(*)`.as("total");

export const countItems = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  counted(agendaRows(tx, filters, now).select(total));
export const countVotes = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  counted(
    meetingsIn(tx, filters, now)
      .innerJoin("agenda_items as i", "i.meeting_id", "m.id")
      .innerJoin("votes as v", "v.agenda_item_id", "i.id")
      .select(total),
  );
export const countBallots = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  counted(
    meetingsIn(tx, filters, now)
      .innerJoin("agenda_items as i", "i.meeting_id", "m.id")
      .innerJoin("votes as v", "v.agenda_item_id", "i.id")
      .innerJoin("ballots as c", "c.vote_id", "v.id")
      .innerJoin("people as p", "p.id", "c.person_id")
      .where(isMember(filters.member))
      .select(total),
  );
export const countAttendances = (tx: TenantTx, filters: RegisterFilters, now: Date) =>
  counted(
    meetingsIn(tx, filters, now)
      .innerJoin("attendances as a", "a.meeting_id", "m.id")
      .innerJoin("people as p", "p.id", "a.person_id")
      .where(isMember(filters.member))
      .select(total),
  );

const meetingRows = (tx: TenantTx, filters: MeetingFilters, now: Date) =>
  listedMeetings(tx, now)
    .where(chosenMeetings(filters))
    .select([
      "m.opened_at",
      "m.closed_at",
      "m.people",
      "m.stage_reason",
      "m.closed_reason",
      "m.public_from",
      "m.updated_at",
    ])
    .orderBy("m.day", "desc")
    .orderBy("m.starts_at", "desc")
    .orderBy("m.id", "desc");
export type MeetingRow = Awaited<ReturnType<typeof findMeetingBatch>>[number];

export async function findMeetingBatch(
  tx: TenantTx,
  filters: MeetingFilters,
  now: Date,
  last: { day: string; starts_at: Date; id: string } | null,
  size: number,
) {
  const rows = await meetingRows(tx, filters, now)
    .$if(last !== null, (query) =>
      query.where(
        sql<SqlBool>`(m.day, m.starts_at, m.id) < (${last?.day}::date, ${last?.starts_at}::timestamptz, ${last?.id}::uuid)`,
      ),
    )
    .limit(size)
    .execute();
  return withPapers(tx, rows, now);
}

export const countMeetings = (tx: TenantTx, filters: MeetingFilters, now: Date) =>
  counted(
    tx
      .selectFrom("meetings as m")
      .innerJoin("bodies as b", "b.id", "m.body_id")
      .where(isPublic("m", now))
      .where(chosenMeetings(filters))
      .select(total),
  );

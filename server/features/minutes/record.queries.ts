import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { chamberOf, findLog } from "../live/live.queries.ts";
import { standingSteps, stateOf } from "../live/live-state.shared.ts";
import { type DeskItem, type DeskMeeting, findAgenda } from "../meetings/desk/desk.queries.ts";
import { bodiesOf } from "../meetings/held-meeting.ts";
import { findVotes } from "../meetings/meetings.queries.ts";
import { sittings } from "../meetings/meetings.shared.ts";

/** Who serves the body on the day of the meeting besides its members. */
const findOfficers = async (tx: TenantTx, { body_id, day }: DeskMeeting) =>
  tx
    .selectFrom("memberships as m")
    .innerJoin("people as p", "p.id", "m.person_id")
    .where("m.body_id", "=", body_id)
    .where("m.role", "in", ["chair", "deputy_chair", "head", "liaison", "secretary"])
    .where("m.begins_on", "<=", day)
    .where((eb) => eb.or([eb("m.ends_on", "is", null), eb("m.ends_on", ">=", day)]))
    .orderBy("m.position")
    .orderBy("p.family_name")
    .orderBy("p.id")
    .select(["m.role", "p.id", "p.name", "p.gender"])
    .execute();

/** The council's secretary serves in its secretariat, where the council itself names none. */
const findSecretary = (tx: TenantTx, day: string) =>
  tx
    .selectFrom("memberships as m")
    .innerJoin("people as p", "p.id", "m.person_id")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("b.kind", "in", ["council", "secretariat"])
    .where("m.role", "=", "secretary")
    .where("m.begins_on", "<=", day)
    .where((eb) => eb.or([eb("m.ends_on", "is", null), eb("m.ends_on", ">=", day)]))
    .orderBy(sql`b.kind <> 'council'`)
    .orderBy("m.position")
    .orderBy("p.id")
    .limit(1)
    .select("p.name")
    .executeTakeFirst();

/** The number of the meeting among those that the body held in its year. */
const findOrdinal = (tx: TenantTx, { id, body_id, day, starts_at }: DeskMeeting) =>
  tx
    .selectFrom("meetings")
    .where("body_id", "=", body_id)
    .where("kind", "in", sittings)
    .where("stage", "in", ["open", "closed", "minutes_published"])
    .where("day", ">=", `${day.slice(0, 4)}-01-01`)
    .where((eb) => eb.or([eb("starts_at", "<", starts_at), eb("id", "=", id)]))
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();

const findAttendance = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("attendances as a")
    .innerJoin("people as p", "p.id", "a.person_id")
    .where("a.meeting_id", "=", meetingId)
    .orderBy("p.family_name")
    .orderBy("p.id")
    .select(["a.person_id", "p.name", "p.gender", "a.status", "a.arrived_at", "a.left_at", "a.note"])
    .execute();

/** All votes of a meeting by item and round, those by name with their ballots. Of a secret one there are counts alone. */
async function findVotesWithBallots(tx: TenantTx, meetingId: string) {
  const votes = await findVotes(tx, meetingId);
  const ballots = await tx
    .selectFrom("ballots as b")
    .innerJoin("votes as v", "v.id", "b.vote_id")
    .innerJoin("agenda_items as i", "i.id", "v.agenda_item_id")
    .innerJoin("people as p", "p.id", "b.person_id")
    .where("i.meeting_id", "=", meetingId)
    .orderBy("p.family_name")
    .orderBy("p.id")
    .select(["b.vote_id", "b.person_id", "b.choice", "p.name"])
    .execute();
  return votes.map((vote) => ({ ...vote, ballots: ballots.filter(({ vote_id }) => vote_id === vote.id) }));
}

const findActs = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("acts as a")
    .innerJoin("agenda_items as i", "i.id", "a.agenda_item_id")
    .where("i.meeting_id", "=", meetingId)
    .where("a.binned_at", "is", null)
    .orderBy("a.number", "desc")
    .select(["a.id", "a.agenda_item_id", "a.type", "a.number", "a.series", "a.adopted_on"])
    .execute();

/** Names of people and bodies that items name as their proposers. */
async function findNames(tx: TenantTx, items: readonly DeskItem[]): Promise<ReadonlyMap<string, string>> {
  const ids = (column: "proposer_person_id" | "proposer_body_id") =>
    items.flatMap((item) => (item[column] ? [item[column]] : []));
  const [people, bodies] = await Promise.all([
    ids("proposer_person_id").length > 0
      ? tx.selectFrom("people").select(["id", "name"]).where("id", "in", ids("proposer_person_id")).execute()
      : [],
    ids("proposer_body_id").length > 0
      ? tx.selectFrom("bodies").select(["id", "name"]).where("id", "in", ids("proposer_body_id")).execute()
      : [],
  ]);
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...bodies.map(({ id, name }) => [id, name.sq] as const),
  ]);
}

function proposerOf(item: DeskItem, names: ReadonlyMap<string, string>): string | null {
  const named = item.proposer_person_id ?? item.proposer_body_id;
  return (
    item.proposer?.sq ??
    (named ? names.get(named) : null) ??
    (item.proposer_kind ? phrases("sq", "matters")(`proposer.${item.proposer_kind}`) : null)
  );
}

/** What was written down from the console; `null` where the meeting was not run from it. */
async function findLive(tx: TenantTx, meeting: DeskMeeting) {
  const log = await findLog(tx, meeting.id);
  const chamber = await chamberOf(tx, meeting, log);
  const members = chamber.people;
  if (log.length === 0) return { members, needsQuorum: chamber.needsQuorum, live: null };
  const steps = standingSteps(log);
  return { members, needsQuorum: chamber.needsQuorum, live: { steps, state: stateOf(log, chamber) } };
}

/** Everything that the portal knows of what happened in a meeting, for its minutes. */
export async function findRecord(tx: TenantTx, meeting: DeskMeeting) {
  const { id } = meeting;
  const { members, needsQuorum, live } = await findLive(tx, meeting);
  const [items, votes, acts, attendance, officers, secretary, { count }, bodies] = await Promise.all([
    findAgenda(tx, id),
    findVotesWithBallots(tx, id),
    findActs(tx, id),
    findAttendance(tx, id),
    findOfficers(tx, meeting),
    findSecretary(tx, meeting.day),
    findOrdinal(tx, meeting),
    bodiesOf(tx, meeting),
  ]);
  const names = await findNames(tx, items);
  const order = new Map(members.map((member, at) => [member.id, at]));
  const inOrder = <Row extends { person_id: string }>(rows: readonly Row[]) =>
    rows.toSorted((one, other) => (order.get(one.person_id) ?? 999) - (order.get(other.person_id) ?? 999));
  return {
    meeting,
    isJoint: bodies.length > 1,
    ordinal: Number(count),
    members,
    needsQuorum,
    officers,
    secretary: officers.find(({ role }) => role === "secretary")?.name ?? secretary?.name ?? null,
    attendance: inOrder(attendance),
    items: items.map((item) => ({
      ...item,
      proposedBy: proposerOf(item, names),
      votes: votes
        .filter(({ agenda_item_id }) => agenda_item_id === item.id)
        .map((vote) => ({ ...vote, ballots: inOrder(vote.ballots) })),
      act: acts.find(({ agenda_item_id }) => agenda_item_id === item.id) ?? null,
    })),
    live,
  };
}
export type MeetingRecord = Awaited<ReturnType<typeof findRecord>>;
export type RecordItem = MeetingRecord["items"][number];
export type LiveRecord = NonNullable<MeetingRecord["live"]>;

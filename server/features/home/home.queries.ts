import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";

const called = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.state", "=", "published")
    .where("m.public_from", "<=", now)
    .select(["m.id", "m.slug", "m.kind", "m.title", "m.starts_at", "m.place", "m.online_url", "m.stage", "m.access"])
    .select(["m.announced_at", "m.day", "b.name as body"]);
export type CalledRow = NonNullable<Awaited<ReturnType<typeof findSitting>>>;

/** Longer no meeting is thought to sit without having been closed. */
const longestSitting = 24 * 60 * 60 * 1000;

/** The meeting that is open now; one that nobody closed stops being so after a day. */
export const findSitting = (tx: TenantTx, now: Date) =>
  called(tx, now)
    .where("m.stage", "=", "open")
    .where("m.day", ">=", dayIn(new Date(now.getTime() - longestSitting)))
    .where("m.starts_at", ">", new Date(now.getTime() - longestSitting))
    .orderBy("m.starts_at", "desc")
    .limit(1)
    .executeTakeFirst();

/** The council's next meeting; hearings and consultations have pages of their own. */
export const findNext = (tx: TenantTx, today: string, now: Date) =>
  called(tx, now)
    .where("m.day", ">=", today)
    .where("b.kind", "=", "council")
    .where("m.kind", "in", ["ordinary", "extraordinary", "constitutive", "joint"])
    .where("m.stage", "in", ["planned", "announced"])
    .where("m.starts_at", ">=", now)
    .orderBy("m.starts_at")
    .limit(1)
    .executeTakeFirst();

/** The first items of the first rank, and how many there are. */
export async function findItems(tx: TenantTx, meetingId: string, limit: number) {
  const items = await tx
    .selectFrom("agenda_items")
    .where("meeting_id", "=", meetingId)
    .where(sql<boolean>`array_length(path, 1) = 1`)
    .orderBy("path")
    .select(["path", "title"])
    .execute();
  return { items: items.slice(0, limit), count: items.length };
}

/** All public papers of a meeting: its own, those of its items, and those of the draft acts on its agenda. */
export async function weighPapers(tx: TenantTx, meetingId: string, now: Date) {
  const { rows } = await sql<{ count: number; size: number }>`
    with items as (select id, draft_act_id from agenda_items where meeting_id = ${meetingId}),
    papers as (
      select document_id from attachments where meeting_id = ${meetingId}
      union select a.document_id from items i join attachments a on a.agenda_item_id = i.id
      union select a.document_id from items i join attachments a on a.draft_act_id = i.draft_act_id
        join draft_acts d on d.id = i.draft_act_id and d.state = 'published' and d.public_from <= ${now})
    select count(*) as count, coalesce(sum(f.size), 0)::bigint as size
    from papers p join documents d on d.id = p.document_id and d.public_from <= ${now}
    join lateral (select v.sha256 from document_versions v where v.document_id = d.id and v.visibility = 'public'
      order by v.version desc limit 1) v on true
    join files f on f.sha256 = v.sha256`.execute(tx);
  return rows[0]!;
}

/** Draft acts whose period for comments runs, with the day on which it ends. */
export const findConsultations = (tx: TenantTx, today: string, now: Date, limit: number) =>
  tx
    .selectFrom("draft_acts as a")
    .innerJoin("deadlines as d", (join) =>
      join.onRef("d.subject_id", "=", "a.id").on("d.subject", "=", "draft-act").on("d.rule", "in", ["K2", "K3"]),
    )
    .where("a.state", "=", "published")
    .where("a.public_from", "<=", now)
    .where("a.stage", "in", ["initiative", "consultation"])
    .where("d.closed_at", "is", null)
    .where("d.due_on", ">=", today)
    .orderBy("d.due_on")
    .orderBy("a.id")
    .limit(limit)
    .select(["a.slug", "a.title", "d.due_on", "d.rule", "d.starts_on", "d.case_period"])
    .execute();

export const findLatestActs = (tx: TenantTx, now: Date, limit: number) =>
  tx
    .selectFrom("acts as a")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("votes as v")
          .whereRef("v.agenda_item_id", "=", "a.agenda_item_id")
          .orderBy("v.round", "desc")
          .limit(1)
          .select(["v.votes_for", "v.votes_against", "v.abstentions", "v.outcome"])
          .as("vote"),
      (join) => join.onTrue(),
    )
    .where("a.state", "=", "published")
    .where("a.public_from", "<=", now)
    .orderBy("a.adopted_on", "desc")
    .orderBy("a.number", "desc")
    .orderBy("a.id")
    .limit(limit)
    .select(["a.slug", "a.type", "a.number", "a.title", "a.adopted_on", "a.prefect_state"])
    .select(["vote.votes_for", "vote.votes_against", "vote.abstentions", "vote.outcome"])
    .execute();

export const countActsOf = async (tx: TenantTx, year: number, now: Date): Promise<number> =>
  (
    await tx
      .selectFrom("acts")
      .where("state", "=", "published")
      .where("public_from", "<=", now)
      .where("adopted_on", ">=", `${year}-01-01`)
      .where("adopted_on", "<=", `${year}-12-31`)
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;

/** The seats of the council on a day, by the party on whose list they were won, with its name on that day. */
export const findSeats = (tx: TenantTx, day: string, now: Date) =>
  tx
    .selectFrom("memberships as m")
    .innerJoin("bodies as b", (join) => join.onRef("b.id", "=", "m.body_id").on("b.kind", "=", "council"))
    .leftJoin("parties as p", "p.id", "m.party_id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("party_names as n")
          .whereRef("n.party_id", "=", "p.id")
          .where((where) => where.or([where("n.valid_from", "is", null), where("n.valid_from", "<=", day)]))
          .orderBy("n.valid_from", (order) => order.desc().nullsLast())
          .limit(1)
          .select(["n.name", "n.short_name"])
          .as("called"),
      (join) => join.onTrue(),
    )
    .where("b.state", "=", "published")
    .where("b.public_from", "<=", now)
    .where("m.seat", "is not", null)
    .where("m.begins_on", "<=", day)
    .where((where) => where.or([where("m.ends_on", "is", null), where("m.ends_on", ">=", day)]))
    .groupBy(["p.id", "p.colour", "called.name", "called.short_name"])
    .orderBy((eb) => eb.fn.countAll(), "desc")
    .orderBy("called.short_name")
    .select((eb) => ["p.colour", "called.name", "called.short_name", eb.fn.countAll<number>().as("count")])
    .execute();

import { sql } from "kysely";
import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { numericDay } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { listInvitations } from "../accounts/accounts.queries.ts";
import { maySeeDrafts } from "../accounts/policies.ts";
import { consultedDrafts } from "../draft-acts/consulted.ts";
import { hearingKinds } from "../draft-acts/draft-acts.shared.ts";
import type { HandedOver } from "../editing/approvals.queries.ts";
import { editableFor } from "../editing/editable-for.ts";
import { editables } from "../editing/editables.ts";
import { titlesOfHandedOver, titlesOfProposed } from "../editing/handed-over.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { meetingEditable } from "../meetings/meetings.editable.ts";

/** What a list on the first screen shows, and what it shows when all of it is asked for. */
export const mostShown = 5;
export const mostInAll = 300;

/**
 * Periods of acts and draft acts that run: those that end until a day, and of acts those within which something is to be
 * done by the council, whenever they end. The soonest first.
 */
export const runningQuery = (tx: TenantTx, until: Day) =>
  tx
    .selectFrom("deadlines as d")
    .leftJoin("acts as a", (join) => join.onRef("a.id", "=", "d.subject_id").on("d.subject", "=", "act"))
    .leftJoin("draft_acts as p", (join) => join.onRef("p.id", "=", "d.subject_id").on("d.subject", "=", "draft-act"))
    .where("d.closed_at", "is", null)
    .where((eb) => eb.or([eb("d.due_on", "<=", until), eb("d.rule", "in", ["L17", "P1"])]))
    .where((eb) => eb.or([eb("a.state", "=", "published"), eb("p.state", "=", "published")]))
    .orderBy("d.due_on", "desc")
    .orderBy("d.id")
    .limit(300)
    .select(["d.rule", "d.subject_id", "d.starts_on", "d.due_on", "d.due_at", "d.case_period"])
    .select(["a.title as act_title", "a.slug as act_slug", "a.adopted_on"])
    .select(["p.title as draft_title", "p.slug as draft_slug"]);
export const findRunning = (tx: TenantTx, until: Day) => runningQuery(tx, until).execute();
export type RunningRow = Awaited<ReturnType<typeof findRunning>>[number];

/** Meetings from one day to another that have not been held or called off, with what their members know of them. */
export const aheadQuery = (tx: TenantTx, from: Day, until: Day) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.day", ">=", from)
    .where("m.day", "<=", until)
    .where("m.state", "<>", "withdrawn")
    .where("m.binned_at", "is", null)
    .where("m.stage", "in", ["planned", "announced", "open"])
    .orderBy("m.day")
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .limit(100)
    .select(["m.id", "m.slug", "m.kind", "m.title", "m.state", "m.stage", "m.starts_at", "m.day", "m.public_from"])
    .select(["b.kind as body_kind", "b.name as body_name"])
    .select(
      sql<number>`(select count(*) from meeting_mail_recipients r left join mails s on s.id = r.mail_id
        where r.mailing_id = (select l.id from meeting_mailings l where l.meeting_id = m.id
          order by l.asked_at desc, l.sequence desc, l.version desc limit 1)
        and (s.refused_at is not null or not r.is_reachable))`.as("not_reached"),
    );
export const findAhead = (tx: TenantTx, from: Day, until: Day) => aheadQuery(tx, from, until).execute();

/** Those of them at which people are heard about one draft act that is put to consultation, with that draft act. */
export const findHearingsAhead = (tx: TenantTx, from: Day, until: Day) =>
  aheadQuery(tx, from, until)
    .where("m.kind", "in", hearingKinds)
    .where(
      sql<boolean>`(select count(distinct coalesce(i.draft_act_id::text, '')) from agenda_items i
        where i.meeting_id = m.id) = 1`,
    )
    .where(
      sql<boolean>`exists (select from agenda_items i join draft_acts on draft_acts.id = i.draft_act_id
        where i.meeting_id = m.id and ${consultedDrafts})`,
    )
    .select(sql<string>`(select i.draft_act_id from agenda_items i where i.meeting_id = m.id limit 1)`.as("draft_id"))
    .execute();
export type AheadRow = Awaited<ReturnType<typeof findAhead>>[number];

/**
 * Meetings before a day that were held and whose minutes nobody has published: those of the council itself, then those of
 * others, each the latest first.
 */
export const withoutMinutesQuery = (tx: TenantTx, before: Day, most: number) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.stage", "in", ["open", "closed"])
    .where("m.day", "<", before)
    .where("m.state", "=", "published")
    .where("m.kind", "not in", ["event", "ceremony"])
    .orderBy((eb) => eb("b.kind", "=", "council"), "desc")
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .limit(most)
    .select(["m.id", "m.slug", "m.kind", "m.title", "m.stage", "m.starts_at", "m.day"])
    .select(["b.kind as body_kind", "b.name as body_name"])
    .select(sql<number>`count(*) over ()`.as("total"));
export const findWithoutMinutes = (tx: TenantTx, before: Day, most: number) =>
  withoutMinutesQuery(tx, before, most).execute();

/**
 * Meetings before a day of which nobody has said whether they were held: those of the council itself, then those of
 * others, each the latest first.
 */
export const withoutOutcomeQuery = (tx: TenantTx, before: Day, most: number) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.stage", "in", ["planned", "announced"])
    .where("m.day", "<", before)
    .where("m.state", "<>", "withdrawn")
    .where("m.binned_at", "is", null)
    .orderBy((eb) => eb("b.kind", "=", "council"), "desc")
    .orderBy("m.day", "desc")
    .orderBy("m.id")
    .limit(most)
    .select(["m.id", "m.slug", "m.kind", "m.title", "m.state", "m.stage", "m.starts_at", "m.public_from"])
    .select(["b.kind as body_kind", "b.name as body_name"])
    .select(sql<number>`count(*) over ()`.as("total"));
export const findWithoutOutcome = (tx: TenantTx, before: Day, most: number) =>
  withoutOutcomeQuery(tx, before, most).execute();

/** So long, in milliseconds, a letter may be under way. */
const lettersTake = 60 * 60 * 1000;

/** How many letters have been waiting for long, and how many invitations that can still be accepted reached nobody. */
export async function countLettersUnsent(tx: TenantTx, now: Date) {
  const [waiting, invitations] = await Promise.all([
    tx
      .selectFrom("mails")
      .where("masked_at", "is", null)
      .where("sent_at", "is", null)
      .where("refused_at", "is", null)
      .where("created_at", "<", new Date(now.getTime() - lettersTake))
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow(),
    listInvitations(tx),
  ]);
  const lost = invitations.filter(({ refused_at, expires_at }) => refused_at !== null && expires_at > now);
  return { waiting: waiting.count, invitations: lost.length };
}

interface ScheduledThing {
  entity: string;
  id: string;
  title: LocalizedText;
  public_from: Date;
}

/** What becomes public by itself after an instant, of every kind that can be published at a time, the next first. */
export async function findScheduled(tx: TenantTx, actor: Actor, now: Date) {
  const kinds = editables.filter(({ entity, publish }) => publish && maySeeDrafts(actor, entity));
  if (kinds.length === 0) return [];
  const selects = kinds.map(({ entity }) => {
    const { rows } = editableFor(actor, entity, "see");
    return sql`select ${sql.lit(entity)} as entity, ${rows.id} as id, ${rows.title} as title, public_from
      from ${sql.table(rows.table)} where state = 'published' and public_from > ${now} and ${rows.within ?? sql`true`}`;
  });
  const { rows } = await sql<ScheduledThing>`select * from (${sql.join(selects, sql` union all `)}) as scheduled
    order by public_from, id limit ${mostInAll}`.execute(tx);
  const meetings = await findMeetingNames(
    tx,
    rows.filter(({ entity }) => entity === meetingEditable.entity).map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, title: meetings.get(row.id) ?? row.title }));
}

/** Meetings by their full names, with their days. */
async function findMeetingNames(tx: TenantTx, ids: readonly string[]): Promise<Map<string, LocalizedText>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.id", "in", ids)
    .select(["m.id", "m.kind", "m.title", "m.day", "b.kind as body_kind", "b.name as body_name"])
    .execute();
  return new Map(
    rows.map((row) => {
      const { sq, en } = fullMeetingName(row);
      const day = numericDay(row.day);
      return [row.id, { sq: `${sq}, ${day}`, ...(en && { en: `${en}, ${day}` }) }];
    }),
  );
}

type WaitingTitle = Pick<HandedOver, "entity" | "id" | "place" | "title" | "by" | "at" | "isProposal">;

/** What was handed over or proposed, with its title whatever it is, the longest waiting first. */
export async function findWaitingTitles(tx: TenantTx, actor: Actor, now: Date) {
  const { rows } = await sql<WaitingTitle>`
    select * from (
      select s.entity, s.entity_id as id, t.place, t.title, s.submitted_name as by, s.submitted_at as at, false as "isProposal"
      from submissions s join (${titlesOfHandedOver(actor, now)}) t on t.entity = s.entity and t.id = s.entity_id
      where s.returned_at is null
      union all
      select p.entity, p.entity_id, t.place, t.title, p.proposed_name, p.proposed_at, true
      from proposals p join (${titlesOfProposed(actor)}) t on t.entity = p.entity and t.id = p.entity_id
      where p.returned_at is null
    ) as waiting order by at, id limit ${mostInAll}`.execute(tx);
  return rows;
}

import { sql } from "kysely";
import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { MeetingKind } from "../meetings/meetings.shared.ts";
import { paperCounts } from "../meetings/paper-counts.ts";
import type { CalendarScope } from "./calendar.shared.ts";

/** What is asked of the calendar: a scope, narrowed further by one body and one kind. */
export interface CalendarChoice {
  scope: CalendarScope;
  body: string | null;
  kind: MeetingKind | null;
}

/**
 * Every meeting has a body. Where only few bodies are asked for they are the way to their meetings; where all are, an inner
 * join would be gone through from the bodies as well, which reads ten times as much.
 */
const withBody = (tx: TenantTx, isNarrow: boolean) => {
  const meetings = tx.selectFrom("meetings as m");
  const inner = () => meetings.innerJoin("bodies as b", "b.id", "m.body_id");
  return isNarrow
    ? inner()
    : (meetings.leftJoin("bodies as b", "b.id", "m.body_id") as unknown as ReturnType<typeof inner>);
};

const inScope = (tx: TenantTx, { kinds, bodies }: CalendarScope, now: Date) =>
  withBody(tx, bodies !== undefined)
    .where("m.state", "=", "published")
    .where("m.public_from", "<=", now)
    .$if(kinds !== undefined, (query) => query.where("m.kind", "in", kinds!))
    .$if(bodies !== undefined, (query) => query.where("b.kind", "in", bodies!));

/** Meetings of a body are also those at which it sits with another. */
const chosen = (tx: TenantTx, { scope, body, kind }: CalendarChoice, now: Date) =>
  inScope(tx, scope, now)
    .$if(kind !== null, (query) => query.where("m.kind", "=", kind!))
    .$if(body !== null, (query) =>
      query.where(({ or, eb, exists, selectFrom }) =>
        or([
          eb("b.slug", "=", body!),
          exists(
            selectFrom("meeting_bodies as also")
              .innerJoin("bodies as other", "other.id", "also.body_id")
              .whereRef("also.meeting_id", "=", "m.id")
              .where("other.slug", "=", body!)
              .select("also.body_id"),
          ),
        ]),
      ),
    );

const meetingColumns = [
  ...(["m.id", "m.slug", "m.day", "m.kind", "m.title", "m.starts_at", "m.ends_at", "m.place", "m.online_url"] as const),
  ...(["m.access", "m.stage", "m.stage_reason", "m.description", "m.sequence", "m.updated_at"] as const),
  ...(["b.slug as body_slug", "b.kind as body_kind", "b.name as body_name"] as const),
] as const;

const listed = (tx: TenantTx, choice: CalendarChoice, now: Date) =>
  chosen(tx, choice, now)
    .leftJoin("meetings as next", (join) =>
      join.onRef("next.id", "=", "m.postponed_to").on("next.state", "=", "published").on("next.public_from", "<=", now),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("albums as a")
          .innerJoin("photos as p", "p.album_id", "a.id")
          .whereRef("a.id", "=", "m.album_id")
          .where("a.state", "=", "published")
          .where("a.public_from", "<=", now)
          .select([
            "a.slug",
            "a.title",
            "p.id as photo_id",
            "p.caption",
            "p.alternative",
            "p.width",
            "p.height",
            "p.renditions",
          ])
          .select(sql<number>`count(*) over ()`.as("photos"))
          .orderBy("p.position")
          .limit(1)
          .as("album"),
      (join) => join.onTrue(),
    )
    .select(meetingColumns)
    .select(["next.slug as next_slug", "next.day as next_day"])
    .select([
      "album.slug as album_slug",
      "album.title as album_title",
      "album.photos as album_photos",
      "album.photo_id",
    ])
    .select(["album.caption", "album.alternative", "album.width", "album.height", "album.renditions"]);
export type CalendarRow = Awaited<ReturnType<ReturnType<typeof listed>["executeTakeFirstOrThrow"]>>;

/** No view is longer: more would not be read, and a council's year has a third of it. */
const longest = 1_000;

/** The meetings of these days (both included), in order; without a last day all that lie ahead. */
export const findMeetings = (tx: TenantTx, choice: CalendarChoice, from: Day, until: Day | null, now: Date) =>
  listed(tx, choice, now)
    .where("m.day", ">=", from)
    .$if(until !== null, (query) => query.where("m.day", "<=", until!))
    .orderBy("m.day")
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .limit(longest)
    .execute();

/** The latest meetings before a day, the newest first. */
export const findPastMeetings = (tx: TenantTx, choice: CalendarChoice, before: Day, limit: number, now: Date) =>
  listed(tx, choice, now)
    .where("m.day", "<", before)
    .orderBy("m.day", "desc")
    .orderBy("m.starts_at", "desc")
    .orderBy("m.id", "desc")
    .limit(limit)
    .execute();

/** How many points and how many public papers the agendas of these meetings have. */
export async function countPapers(tx: TenantTx, ids: readonly string[], now: Date) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("agenda_items")
    .where("meeting_id", "in", ids)
    .groupBy("meeting_id")
    .select((eb) => ["meeting_id", eb.fn.countAll<number>().as("items")])
    .execute();
  const items = new Map(rows.map((row) => [row.meeting_id, row.items]));
  const documents = await paperCounts(tx, ids, now);
  return ids.map((id) => ({ id, items: items.get(id) ?? 0, documents: documents.get(id)! }));
}
export type Papers = Awaited<ReturnType<typeof countPapers>>[number];

/** One meeting that the public sees, whatever its kind and body. */
export const findMeeting = (tx: TenantTx, slug: string, now: Date) =>
  listed(tx, { scope: { view: "list" }, body: null, kind: null }, now)
    .where("m.slug", "=", slug)
    .executeTakeFirst();

/** How many meetings there are in a scope, by body, kind and year: what the filters offer. */
export const countMeetings = (tx: TenantTx, scope: CalendarScope, now: Date) =>
  inScope(tx, scope, now)
    .select(["b.slug", "b.kind as body_kind", "b.name", "b.position", "m.kind"])
    .select(sql<number>`extract(year from m.day)::integer`.as("year"))
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy(["b.id", "b.slug", "b.kind", "b.name", "b.position", "m.kind", "year"])
    .execute();

/** No draft is open for comments longer, in days; so far back may what touches a day have begun. */
const longestPeriod = 400;

/** The rules whose periods are for comments: on the notice before drafting, and on the draft. */
export const commentRules = { K2: "initiative", K3: "draft" } as const;

/** The periods for comments that touch these days. One that was set anew since the same notice counts as it was set last. */
export async function findPeriods(tx: TenantTx, from: Day, until: Day | null, now: Date) {
  const earliest = Temporal.PlainDate.from(from).subtract({ days: longestPeriod }).toString();
  const rows = await tx
    .selectFrom("deadlines as d")
    .innerJoin("draft_acts as a", "a.id", "d.subject_id")
    .where("d.subject", "=", "draft-act")
    .where("d.rule", "in", Object.keys(commentRules))
    .where("d.starts_on", ">=", earliest)
    .$if(until !== null, (query) => query.where("d.starts_on", "<=", until!))
    .where("a.state", "=", "published")
    .where("a.public_from", "<=", now)
    .distinctOn(["d.subject_id", "d.rule", "d.starts_on"])
    .orderBy("d.subject_id")
    .orderBy("d.rule")
    .orderBy("d.starts_on")
    .orderBy("d.opened_at", "desc")
    .orderBy("d.id")
    .select(["d.id", "d.rule", "d.starts_on", "a.slug", "a.title", "a.stage"])
    .select(sql<Day>`least(d.due_on, (d.closed_at at time zone 'Europe/Tirane')::date)`.as("ends_on"))
    .select(sql<Date>`greatest(d.computed_at, a.updated_at)`.as("changed_at"))
    .$narrowType<{ rule: keyof typeof commentRules }>()
    .execute();
  return rows
    .filter(({ starts_on, ends_on, stage }) => ends_on >= from && ends_on >= starts_on && stage !== "withdrawn")
    .toSorted((a, b) => a.starts_on.localeCompare(b.starts_on) || a.ends_on.localeCompare(b.ends_on));
}
export type CalendarPeriodRow = Awaited<ReturnType<typeof findPeriods>>[number];

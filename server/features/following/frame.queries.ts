import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { streamedKinds } from "../bodies/bodies.shared.ts";
import { isPublic } from "../meetings/meetings.queries.ts";
import { sittings } from "../meetings/meetings.shared.ts";

/** The longest time before a meeting begins in which it is announced on every page, in minutes. */
export const minutesBefore = 120;
/** For how long one that nobody has opened yet is still waited for after its hour: councils begin late. */
export const minutesAfter = 120;

/**
 * A meeting is streamed where it says itself, else where its body is, else where the council is. Once it is over, what is
 * streamed there is something else, unless the address is its own.
 */
const publicMeetings = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where(isPublic("m", now))
    .select(["m.id", "m.slug", "m.kind", "m.title", "m.day", "m.starts_at", "m.place", "m.stage", "m.access"])
    .select(["m.opened_at", "m.closed_at", "m.present", "m.body_id"])
    .select(["b.kind as body_kind", "b.name as body_name", "b.slug as body_slug"])
    .select((eb) =>
      eb.fn
        .coalesce(
          "m.stream_url",
          eb
            .case()
            .when("m.stage", "in", ["closed", "minutes_published"])
            .then(null)
            .when("b.stream_url", "is not", null)
            .then(eb.ref("b.stream_url"))
            .when("b.kind", "in", streamedKinds)
            .then(eb.selectFrom("bodies as c").where("c.kind", "=", "council").select("c.stream_url"))
            .end(),
        )
        .as("stream_url"),
    );

/** A meeting at its address, if the public may know of it. */
export const findFollowed = (tx: TenantTx, slug: string, now: Date) =>
  publicMeetings(tx, now).where("m.slug", "=", slug).executeTakeFirst();
export type FollowedRow = NonNullable<Awaited<ReturnType<typeof findFollowed>>>;

/** The names of members with the addresses of their pages, where they have one. */
export const findMembers = (tx: TenantTx, ids: readonly string[], now: Date) =>
  ids.length === 0
    ? []
    : tx
        .selectFrom("people as p")
        .where("p.id", "in", ids)
        .select(["p.id", "p.name", "p.slug", isPublic("p", now).as("is_public")])
        .execute();

/** Meetings open to the public that sit now, and those of today that are still to begin, in their order. */
export const findWatched = (tx: TenantTx, today: string, now: Date) =>
  publicMeetings(tx, now)
    .where("m.access", "=", "open")
    .where((eb) =>
      eb.or([
        // One that nobody closed is not sitting for ever.
        eb.and([eb("m.stage", "=", "open"), eb("m.day", ">=", sql<string>`${today}::date - 1`)]),
        eb.and([
          eb("m.stage", "in", ["planned", "announced"]),
          eb("m.kind", "in", sittings),
          eb("m.day", "=", today),
          eb("m.starts_at", ">", new Date(now.getTime() - minutesAfter * 60_000)),
        ]),
      ]),
    )
    .orderBy(sql`m.stage <> 'open'`)
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .limit(4)
    .execute();

/** The first meeting that is still to begin after today. */
export const findNextDay = (tx: TenantTx, today: string, now: Date) =>
  publicMeetings(tx, now)
    .where("m.access", "=", "open")
    .where("m.kind", "in", sittings)
    .where("m.stage", "in", ["planned", "announced"])
    .where("m.day", ">", today)
    .orderBy("m.day")
    .orderBy("m.starts_at")
    .limit(1)
    .executeTakeFirst();

/** How many connections one address may hold. */
export const findConnectionLimit = async (tx: TenantTx): Promise<number> =>
  (await tx.selectFrom("tenant_settings").select("live_connections").executeTakeFirstOrThrow()).live_connections;

/** The steps after one, in order. */
export const findStepsAfter = (tx: TenantTx, meetingId: string, number: number) =>
  tx
    .selectFrom("live_steps")
    .select(["number", "content as step", "at"])
    .where("meeting_id", "=", meetingId)
    .where("number", ">", number)
    .orderBy("number")
    .execute();

import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import type { CouncilScope, PageNotes } from "../../http/scope.ts";
import { dayIn, nextMidnight } from "../../local-time.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { notFollowed } from "./following.errors.ts";
import { LiveMeeting, Watch, type Watched } from "./following.schema.ts";
import { findNextDay, findWatched, minutesBefore } from "./frame.queries.ts";
import { liveUrl } from "./frame.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";
import { streamSources } from "./stream-address.shared.ts";

/** For how long what moves may be told to be so, in milliseconds and seconds. */
const freshFor = 1_000;
const shared = { "cache-control": "public, max-age=1" };

const sits = ({ now: { phase } }: Room) => phase === "open" || phase === "break";

/** A page with a meeting that sits holds for a second; before and after it as long as nothing is changed. */
function noteHolding(notes: PageNotes, room: Room, now: Date) {
  for (const area of ["meetings", "people", "drafts"] as const) notes.shows(area);
  notes.holdsUntil(sits(room) ? new Date(now.getTime() + freshFor) : nextMidnight(now));
  const { stream } = room.framed.frame;
  if (stream) notes.embeds(streamSources(stream.kind, stream.url));
  const startsAt = new Date(room.framed.frame.startsAt);
  if (room.now.phase === "waiting" && startsAt > now) notes.holdsUntil(startsAt);
}

function watchedView(row: Awaited<ReturnType<typeof findWatched>>[number], room: Room | undefined): Watched {
  const item = room?.framed.frame.items.find(({ id }) => id === room.now.current);
  return {
    slug: row.slug,
    url: liveUrl(row.slug),
    name: fullMeetingName(row),
    startsAt: row.starts_at.toISOString(),
    phase: room?.now.phase ?? (row.stage === "open" ? "open" : "waiting"),
    current: item ? { number: item.number, title: item.title } : null,
    isVoting: Boolean(room?.now.vote),
  };
}

/** Meetings while they sit, as anybody may follow them. Their streams are answered before these routes. */
export const following = (rooms: Rooms) =>
  new Hono<CouncilScope>()
    .get(
      "/",
      describeRoute({
        tags: ["live"],
        summary: "The meetings that sit now, and those of today that are about to begin",
        responses: { 200: jsonOf(Watch) },
      }),
      async (c) => {
        const { db, notes, now, tenant } = c.var;
        notes.shows("sittings");
        notes.holdsUntil(nextMidnight(now));
        const soon = now.getTime() + minutesBefore * 60_000;
        const [rows, next] = await db.read((tx) =>
          Promise.all([findWatched(tx, dayIn(now), now), findNextDay(tx, dayIn(now), now)]),
        );
        for (const { starts_at } of next ? [...rows, next] : rows) {
          const announced = new Date(starts_at.getTime() - minutesBefore * 60_000);
          notes.holdsUntil(announced > now ? announced : starts_at > now ? starts_at : null);
        }
        const shown = rows.filter(({ stage, starts_at }) => stage === "open" || starts_at.getTime() <= soon);
        const meetings = await Promise.all(
          shown.map(async (row) =>
            watchedView(row, row.stage === "open" ? (await rooms.find(tenant.id, row.slug, db))?.room : undefined),
          ),
        );
        return c.json({ meetings: meetings.filter(({ phase }) => phase !== "closed") } satisfies Watch, 200, shared);
      },
    )
    .get(
      "/:slug",
      describeRoute({
        tags: ["live"],
        summary:
          "A meeting as it stands now: item under discussion, votes, quorum, what was decided. How it goes on is told at `/stream` below this address, as Server-Sent Events: `step` with what is different after it, `whole` with all of this, `hello` with the frame that holds now",
        responses: {
          200: jsonOf(LiveMeeting),
          404: problem("No such meeting, or not one that the public may follow"),
        },
      }),
      async (c) => {
        const { db, notes, now, tenant } = c.var;
        const found = await rooms.find(tenant.id, c.req.param("slug"), db);
        if (!found) throw notFollowed();
        const { room } = found;
        noteHolding(notes, room, now);
        notes.holdsUntil(await db.read((tx) => nextScheduled(tx, now)));
        const { text, etag } = room.snapshot();
        const headers = { ...shared, etag };
        if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers) as never;
        return c.body(text, 200, { ...headers, "content-type": "application/json" }) as never as ReturnType<
          typeof c.json<LiveMeeting, 200>
        >;
      },
    );
export type FollowingApi = ReturnType<typeof following>;

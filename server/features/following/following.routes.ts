import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { jsonOf, problem } from "../../http/describe.ts";
import type { CouncilScope, PageNotes } from "../../http/scope.ts";
import { nextMidnight } from "../../local-time.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";
import { notFollowed } from "./following.errors.ts";
import { LiveMeeting, Watch } from "./following.schema.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";
import { streamSources } from "./stream-address.shared.ts";
import { findWatch } from "./watch.ts";

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

/** Meetings while they sit, as anybody may follow them. Their streams are answered before these routes. */
export const following = (rooms: Rooms) =>
  new Hono<CouncilScope>()
    .get(
      "/",
      describeRoute({
        tags: ["live"],
        summary: "The meetings that sit now, those of today that are about to begin, and the next one after these",
        responses: { 200: jsonOf(Watch) },
      }),
      async (c) => {
        const { db, notes, now, tenant } = c.var;
        notes.shows("sittings");
        notes.holdsUntil(nextMidnight(now));
        const { meetings, next, changesAt } = await findWatch(db, rooms, tenant.id, now);
        for (const instant of changesAt) notes.holdsUntil(instant);
        return c.json({ meetings, next } satisfies Watch, 200, shared);
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
        const found = await rooms.find(tenant.id, c.req.param("slug"));
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

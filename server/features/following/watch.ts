import type { TenantDb, TenantId, TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import type { Watched } from "./following.schema.ts";
import { type FollowedRow, findNextDay, findWatched, minutesAfter, minutesBefore } from "./frame.queries.ts";
import { liveUrl } from "./frame.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";

function watchedView(row: FollowedRow, now: Date, room?: Room): Watched {
  const phase = room?.now.phase ?? (row.stage === "open" ? "open" : "waiting");
  const item = room?.framed.frame.items.find(({ id }) => id === room.now.current);
  return {
    slug: row.slug,
    url: liveUrl(row.slug),
    name: fullMeetingName(row),
    startsAt: row.starts_at.toISOString(),
    phase,
    isLate: phase === "waiting" && row.starts_at <= now,
    current: item ? { number: item.number, title: item.title } : null,
    isVoting: Boolean(room?.now.vote),
  };
}

/** Before a meeting by this much every page announces it. */
const announcedAt = ({ starts_at }: FollowedRow) => new Date(starts_at.getTime() - minutesBefore * 60_000);
const givenUpAt = ({ starts_at }: FollowedRow) => new Date(starts_at.getTime() + minutesAfter * 60_000);

export interface FoundWatch {
  /** Those that sit, and those of today that are about to begin. */
  meetings: Watched[];
  /** The next meeting after these that the public may follow; `null` where none is called. */
  next: Watched | null;
  /** Instants at which time alone makes another list of it. */
  changesAt: Date[];
}

/** Of the meetings of a day, and the next after it: those that every page shows, and the one that is named as next. */
export async function findFollowed(tx: TenantTx, now: Date) {
  const [rows, later] = await Promise.all([findWatched(tx, dayIn(now), now), findNextDay(tx, dayIn(now), now)]);
  const isShown = (row: FollowedRow) => row.stage === "open" || announcedAt(row) <= now;
  const all = later ? [...rows, later] : rows;
  return { all, shown: rows.filter(isShown), next: all.find((row) => !isShown(row)) ?? null };
}

/** What can be followed now, and what next. */
export async function findWatch(db: TenantDb, rooms: Rooms, site: TenantId, now: Date): Promise<FoundWatch> {
  const { all, shown, next } = await db.read((tx) => findFollowed(tx, now));
  const meetings = await Promise.all(
    shown.map(async (row) =>
      watchedView(row, now, row.stage === "open" ? (await rooms.find(site, row.slug))?.room : undefined),
    ),
  );
  return {
    meetings: meetings.filter(({ phase }) => phase !== "closed"),
    next: next ? watchedView(next, now) : null,
    changesAt: all.flatMap((row) =>
      [announcedAt(row), row.starts_at, givenUpAt(row)].filter((instant) => instant > now),
    ),
  };
}

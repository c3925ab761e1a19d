import { timeIn } from "../../local-time.ts";
import { photoView } from "../albums/photo-view.ts";
import type { CalendarDay } from "../deadlines/calendar.ts";
import { draftActUrl, itemUrl, meetingUrl } from "../elements/item-urls.shared.ts";
import { type CalendarPeriodRow, type CalendarRow, commentRules, type Papers } from "./calendar.queries.ts";
import type { CalendarHoliday, CalendarMeeting, CalendarPeriod } from "./calendar.schema.ts";

/** The photos of an event, by the first of them; the columns of an album are there together or not at all. */
function albumOf(row: CalendarRow): CalendarMeeting["album"] {
  const { album_slug, album_title, album_photos, photo_id, caption, alternative, width, height, renditions } = row;
  if (!album_slug || !album_title || !photo_id || !caption || !alternative || !width || !height || !renditions)
    return null;
  const cover = photoView({ id: photo_id, caption, alternative, width, height, renditions });
  return { url: itemUrl("V.1.5", album_slug), title: album_title, cover, count: album_photos ?? 1 };
}

/** A meeting as the calendar shows it. What happens is told of events alone: a meeting has its agenda. */
export function meetingView(row: CalendarRow, papers: Omit<Papers, "id"> | null = null): CalendarMeeting {
  const isEvent = row.kind === "event" || row.kind === "ceremony";
  return {
    slug: row.slug,
    url: meetingUrl(row.slug),
    day: row.day,
    startsAt: row.starts_at.toISOString(),
    time: timeIn(row.starts_at),
    until: row.ends_at && timeIn(row.ends_at),
    kind: row.kind,
    title: row.title,
    body: { slug: row.body_slug, kind: row.body_kind, name: row.body_name },
    place: row.place,
    onlineUrl: row.online_url,
    isClosed: row.access === "closed",
    stage: row.stage,
    stageReason: row.stage_reason,
    postponedTo: row.next_slug && row.next_day ? { url: meetingUrl(row.next_slug), day: row.next_day } : null,
    papers: papers && !isEvent ? { items: papers.items, documents: papers.documents } : null,
    description: isEvent ? row.description : null,
    album: albumOf(row),
  };
}

export const periodView = ({ id, slug, title, rule, starts_on, ends_on }: CalendarPeriodRow): CalendarPeriod => ({
  id,
  url: draftActUrl(slug),
  title,
  of: commentRules[rule],
  from: starts_on,
  until: ends_on,
});

export const holidayView = ({ day, name, inLieuOf, estimated, basis }: CalendarDay): CalendarHoliday => ({
  day,
  name,
  inLieuOf,
  isEstimated: estimated || basis === "generated",
});

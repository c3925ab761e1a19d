import * as v from "valibot";
import { Localized } from "../../text.schema.ts";
import { PhotoView } from "../albums/photo.schema.ts";
import { bodyKinds } from "../bodies/bodies.shared.ts";
import { meetingKinds, meetingStages } from "../meetings/meetings.shared.ts";
import { calendarCodes, calendarViews } from "./calendar.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });
const day = v.pipe(v.string(), v.isoDate());
const instant = v.pipe(v.string(), v.isoTimestamp());

const CalendarBody = v.object({ slug: v.string(), kind: v.picklist(bodyKinds), name: Localized });

/** A meeting, hearing or event on its day in Tirana; `time` and `until` are what clocks show there. */
export const CalendarMeeting = v.object({
  slug: v.string(),
  /** Paths of its page. */
  url: InBoth,
  day,
  startsAt: instant,
  time: v.string(),
  until: v.nullable(v.string()),
  kind: v.picklist(meetingKinds),
  /** Where the kind and the body do not say enough. */
  title: v.nullable(Localized),
  body: CalendarBody,
  place: v.nullable(Localized),
  onlineUrl: v.nullable(v.string()),
  isClosed: v.boolean(),
  stage: v.picklist(meetingStages),
  /** Why it was cancelled or postponed, and the meeting that took its place. */
  stageReason: v.nullable(Localized),
  postponedTo: v.nullable(v.object({ url: InBoth, day })),
  /** How many points the agenda has and how many public documents there are, where that is asked for: in a list. */
  papers: v.nullable(v.object({ items: v.number(), documents: v.number() })),
  /** Of events and ceremonies: HTML that has been cleaned. */
  description: v.nullable(Localized),
  /** The photos of it. */
  album: v.nullable(v.object({ url: InBoth, title: Localized, cover: PhotoView, count: v.number() })),
});
export type CalendarMeeting = v.InferOutput<typeof CalendarMeeting>;

/** From when to when (both days included) a draft, or the notice before it, is open for comments. */
export const CalendarPeriod = v.object({
  id: v.string(),
  url: InBoth,
  title: Localized,
  of: v.picklist(["draft", "initiative"]),
  from: day,
  until: day,
});
export type CalendarPeriod = v.InferOutput<typeof CalendarPeriod>;

/** A public holiday or another day off. */
export const CalendarHoliday = v.object({
  day,
  name: Localized,
  /** The Saturday or Sunday for which the day is off. */
  inLieuOf: v.nullable(day),
  /** It follows the moon, or is derived: it may change. */
  isEstimated: v.boolean(),
});
export type CalendarHoliday = v.InferOutput<typeof CalendarHoliday>;

/**
 * What lies between two days (both included), in order. A list without a year has what lies ahead in `meetings` and the
 * latest of what was in `past`, the newest first.
 */
export const CalendarSheet = v.object({
  element: v.picklist(calendarCodes),
  view: v.picklist(calendarViews),
  today: day,
  /** `YYYY-MM` of a month, the year of a year and of a list of one. */
  month: v.nullable(v.string()),
  year: v.nullable(v.number()),
  from: day,
  until: v.nullable(day),
  filters: v.object({ body: v.nullable(v.string()), kind: v.nullable(v.string()) }),
  meetings: v.array(CalendarMeeting),
  past: v.array(CalendarMeeting),
  periods: v.array(CalendarPeriod),
  holidays: v.array(CalendarHoliday),
  /** What may be chosen, whatever is chosen now, with how much there is of it in all years. */
  options: v.object({
    bodies: v.array(v.object({ ...CalendarBody.entries, count: v.number() })),
    kinds: v.array(v.object({ value: v.picklist(meetingKinds), count: v.number() })),
    years: v.array(v.object({ value: v.number(), count: v.number() })),
  }),
  /** How many meetings there are in all, of whatever body and kind. */
  total: v.number(),
  /** Paths of the same as a calendar to subscribe to. */
  feed: InBoth,
});
export type CalendarSheet = v.InferOutput<typeof CalendarSheet>;

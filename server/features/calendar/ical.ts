import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { phrases } from "../../http/phrases.ts";
import { numericDay, zone, zonedTime } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { draftActUrl, meetingUrl } from "../elements/item-urls.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import type { CalendarPeriodRow, CalendarRow } from "./calendar.queries.ts";

export interface ICalendarParts {
  locale: Locale;
  /** What subscribers see it under. */
  name: string;
  /** Absolute: the site, this calendar, and the page that shows the same. */
  origin: string;
  self: string;
  page: string;
  /** The domain that all ids end in; it stays when a council gets a domain of its own. */
  baseDomain: string;
  meetings: readonly CalendarRow[];
  periods: readonly CalendarPeriodRow[];
}

/** How often subscribers should ask, in seconds. */
const refresh = 3_600;

/** The rules of Albania's clock as a calendar carries them (RFC 5545, 3.6.5). */
export const timeZoneRules = (): string => tzlib_get_ical_block(zone)[0]!;

const statuses: Partial<Record<CalendarRow["stage"], ICalEventStatus>> = {
  planned: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
  postponed: ICalEventStatus.CANCELLED,
};

export const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/**
 * A calendar that programs subscribe to (RFC 5545). Its times are Albania's, its ids and numbers of change are the meetings'
 * own, and a meeting that does not take place stays in it as cancelled: one that only disappeared would stand in people's
 * calendars for ever.
 */
export function iCalendar(parts: ICalendarParts): string {
  const { locale, origin } = parts;
  const t = phrases(locale, "feeds");
  const kinds = phrases(locale, "meetings");
  const say = (text: LocalizedText) => text[locale] || text.sq;
  const calendar = ical({
    name: parts.name,
    prodId: { company: "e-Keshilli", product: "calendar", language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: parts.page,
    source: parts.self,
    ttl: refresh,
    // Named here, it would be taken for the zone of the stamps as well, which are UTC.
    timezone: { name: null, generator: timeZoneRules },
  });

  for (const meeting of parts.meetings) {
    const { stage, place, online_url, next_slug, next_day } = meeting;
    const page = origin + meetingUrl(meeting.slug)[locale];
    const name = say(fullMeetingName(meeting));
    const isOff = stage === "cancelled" || stage === "postponed";
    const hasPapers = meeting.kind !== "event" && meeting.kind !== "ceremony";
    const description = [
      `${kinds(`kind.${meeting.kind}`)}, ${say(meeting.body_name)}`,
      ...(isOff
        ? [
            t(stage === "cancelled" ? "calendar_cancelled" : "calendar_postponed", {
              reason: say(meeting.stage_reason!),
            }),
          ]
        : []),
      ...(next_slug && next_day
        ? [t("calendar_next", { date: numericDay(next_day), address: origin + meetingUrl(next_slug)[locale] })]
        : []),
      ...(meeting.access === "closed" ? [t("calendar_closed")] : []),
      ...(online_url && !isOff ? [t("calendar_online", { address: online_url })] : []),
      t(hasPapers ? "calendar_page" : "calendar_more", { address: page }),
      ...(hasPapers ? [t("calendar_package", { address: `${page}.zip` })] : []),
    ];
    calendar.createEvent({
      id: `${meeting.id}@${parts.baseDomain}`,
      sequence: meeting.sequence,
      stamp: instantOf(meeting.updated_at),
      lastModified: instantOf(meeting.updated_at),
      start: zonedTime(meeting.starts_at),
      end: meeting.ends_at && zonedTime(meeting.ends_at),
      timezone: zone,
      // Programs that know nothing of cancelled meetings show the name as it is.
      summary: isOff ? t(stage === "cancelled" ? "calendar_is_cancelled" : "calendar_is_postponed", { name }) : name,
      location: place ? say(place) : online_url,
      description: description.join("\n"),
      url: page,
      status: statuses[stage] ?? ICalEventStatus.CONFIRMED,
      transparency: isOff ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      categories: [{ name: kinds(`kind.${meeting.kind}`) }],
    });
  }

  for (const period of parts.periods) {
    const page = origin + draftActUrl(period.slug)[locale];
    calendar.createEvent({
      id: `${period.id}@${parts.baseDomain}`,
      stamp: instantOf(period.changed_at),
      lastModified: instantOf(period.changed_at),
      allDay: true,
      start: Temporal.PlainDate.from(period.starts_on),
      // The day after the last one (RFC 5545, 3.6.1).
      end: Temporal.PlainDate.from(period.ends_on).add({ days: 1 }),
      summary: t("calendar_comments", { title: say(period.title) }),
      description: [
        t("calendar_last_day", { date: numericDay(period.ends_on) }),
        t("calendar_draft", { address: page }),
      ].join("\n"),
      url: page,
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: kinds("kind.consultation") }],
    });
  }
  return calendar.toString();
}

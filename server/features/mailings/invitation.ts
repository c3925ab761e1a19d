import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { zone, zonedTime } from "../../local-time.ts";
import type { Locale } from "../../locale.shared.ts";
import { instantOf, timeZoneRules } from "../calendar/ical.ts";

/** A meeting as one member's calendar takes it over. */
export interface Invitation {
  locale: Locale;
  method: "request" | "cancel";
  /** Of the meeting; the calendar to subscribe to has the same. */
  uid: string;
  sequence: number;
  changedAt: Date;
  startsAt: Date;
  endsAt: Date | null;
  name: string;
  place: string | null;
  description: string;
  url: string;
  organizer: { name: string; email: string };
  member: { name: string; email: string };
}

/**
 * An invitation by mail (RFC 5546, 3.2.2): `REQUEST`, since only that is taken over, moved and struck out by calendars
 * without a question; what is published with `PUBLISH` stays as it was. It names the one member alone, so that nobody
 * learns another's address, and asks for no answer: who comes is recorded at the meeting.
 */
export function invitation(given: Invitation): string {
  const { locale, method, organizer, member } = given;
  const isCancelled = method === "cancel";
  const calendar = ical({
    prodId: { company: "e-Keshilli", product: "notice", language: locale.toUpperCase() },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: null, generator: timeZoneRules },
  });
  calendar.createEvent({
    id: given.uid,
    sequence: given.sequence,
    stamp: instantOf(given.changedAt),
    lastModified: instantOf(given.changedAt),
    start: zonedTime(given.startsAt),
    end: given.endsAt && zonedTime(given.endsAt),
    timezone: zone,
    summary: given.name,
    location: given.place,
    description: given.description,
    url: given.url,
    organizer,
    attendees: [{ ...member, rsvp: false, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION }],
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
  return calendar.toString();
}

import { meetingUrl, personUrl } from "../elements/item-urls.shared.ts";
import type { AttendanceOfRow } from "./attendance.queries.ts";
import type { AttendanceOfYear } from "./attendance.schema.ts";
import type { AttendanceStatus } from "./meetings.shared.ts";

/** The meetings of the rows, the first first. */
export function meetingsOf(rows: readonly AttendanceOfRow[]) {
  const byId = new Map(rows.map((row) => [row.meeting_id, row]));
  return [...byId.values()].toSorted(
    (one, other) => one.day.localeCompare(other.day) || one.meeting_slug.localeCompare(other.meeting_slug),
  );
}

/** A line for each member: how often they came, and a mark for each meeting. */
export function attendanceLines(rows: readonly AttendanceOfRow[]): Pick<AttendanceOfYear, "meetings" | "members"> {
  const meetings = meetingsOf(rows);
  const members = [...Map.groupBy(rows, ({ person_id }) => person_id).values()].map((own) => {
    const { name, person_slug, person_is_public } = own[0]!;
    const statuses = new Map(own.map(({ meeting_id, status }) => [meeting_id, status]));
    const count = (...of: AttendanceStatus[]) => own.filter(({ status }) => of.includes(status)).length;
    return {
      name,
      url: person_is_public ? personUrl(person_slug) : null,
      meetings: own.length,
      present: count("present", "late"),
      late: count("late"),
      absentWithReason: count("absent_with_reason"),
      absent: count("absent"),
      strip: meetings.map(({ meeting_id }) => statuses.get(meeting_id) ?? null),
    };
  });
  return { meetings: meetings.map(({ day, meeting_slug }) => ({ day, url: meetingUrl(meeting_slug) })), members };
}

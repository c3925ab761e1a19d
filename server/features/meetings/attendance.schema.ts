import * as v from "valibot";
import { isoDate, Localized } from "../../text.schema.ts";
import { attendanceStatuses } from "./meetings.shared.ts";

const InBoth = v.object({ sq: v.string(), en: v.string() });

/** How often each member of a body came in a year. Whoever left or entered meanwhile counts for their own meetings. */
export const AttendanceOfYear = v.object({
  /** `null` where no attendance is recorded at all. */
  year: v.nullable(v.number()),
  body: v.nullable(v.string()),
  years: v.array(v.number()),
  bodies: v.array(v.object({ slug: v.string(), name: Localized })),
  /** The meetings with recorded attendance, the first first. */
  meetings: v.array(v.object({ day: isoDate, url: InBoth })),
  members: v.array(
    v.object({
      name: v.string(),
      url: v.nullable(InBoth),
      /** Meetings in which the member had a seat. */
      meetings: v.number(),
      /** Came, in time or late. */
      present: v.number(),
      late: v.number(),
      absentWithReason: v.number(),
      absent: v.number(),
      /** For each of the meetings above; `null` where the member had no seat then. */
      strip: v.array(v.nullable(v.picklist(attendanceStatuses))),
    }),
  ),
});
export type AttendanceOfYear = v.InferOutput<typeof AttendanceOfYear>;

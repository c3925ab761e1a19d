import * as v from "valibot";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import { page } from "../../../workspace/feature.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { recordAttendance } from "../attendance.service.ts";
import { bodiesOf } from "../held-meeting.ts";
import { attendanceStatuses } from "../meetings.shared.ts";
import { membersOn } from "../members.queries.ts";
import { deskPath, editMeetings, headOf, meetingId, readMeeting } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";

async function load(c: WorkspaceContext) {
  const { db, locale } = c.var;
  const id = meetingId(c);
  return db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const members = await membersOn(tx, await bodiesOf(tx, meeting), meeting.day);
    const recorded = await tx
      .selectFrom("attendances")
      .where("meeting_id", "=", id)
      .select(["person_id", "status"])
      .execute();
    const statusOf = new Map(recorded.map(({ person_id, status }) => [person_id, status]));
    return {
      meeting: headOf(meeting, locale),
      members,
      statuses: attendanceStatuses.map((value) => ({ value, label: phrases(locale, "desk")(`came.${value}`) })),
      // Most come; who does not is the exception that is marked.
      values: Object.fromEntries(members.map((one) => [`came.${one.id}`, statusOf.get(one.id) ?? "present"])),
    };
  });
}
export type AttendanceData = Awaited<ReturnType<typeof load>>;
const attendancePage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/attendance-page",
  data: await load(c),
});

export const attendanceRoutes = [
  page(deskPaths.attendance, editMeetings, attendancePage),
  form(deskPaths.attendance, editMeetings, {
    name: "attendance",
    schema: v.object({ came: v.optional(v.record(v.string(), v.picklist(attendanceStatuses, "input.wrong")), {}) }),
    async save(c, { came }) {
      const id = meetingId(c);
      const rows = Object.entries(came).map(([personId, status]) => ({ personId, status }));
      try {
        await c.var.db.write(async (tx) => recordAttendance(tx, doing(c), id, rows));
      } catch (failure) {
        if (!(failure instanceof InvalidInput)) throw failure;
        // The service counts rows; the form names members.
        throw new InvalidInput(
          failure.fields.map((one) => {
            const row = rows[Number(one.path.split(".")[0])];
            return { ...one, path: one.path && row ? `came.${row.personId}` : "came" };
          }),
        );
      }
      return `${deskPath(c, "course", { id })}?done=attendance`;
    },
    again: attendancePage,
  }),
];

import * as v from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { InvalidInput } from "../../../http/problem.ts";
import { timeIn } from "../../../local-time.ts";
import { page } from "../../../workspace/feature.ts";
import { timeOrNull } from "../../../workspace/form-fields.schema.ts";
import { form } from "../../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { instantIn } from "../../deadlines/deadline.ts";
import { recordAttendance } from "../attendance.service.ts";
import { bodiesOf } from "../held-meeting.ts";
import { attendanceStatuses } from "../meetings.shared.ts";
import { membersOn } from "../members.queries.ts";
import type { DeskMeeting } from "./desk.queries.ts";
import { deskPath, editMeetings, headOf, meetingId, readMeeting } from "./desk-meeting.ts";
import { deskPaths } from "./desk-paths.shared.ts";

/** Who came, by the ids of the members; empty where it is not recorded. */
async function recordedOf(tx: TenantTx, meeting: string) {
  const rows = await tx
    .selectFrom("attendances")
    .where("meeting_id", "=", meeting)
    .select(["person_id", "status", "arrived_at", "left_at"])
    .execute();
  return new Map(rows.map((row) => [row.person_id, row]));
}

async function load(c: WorkspaceContext) {
  const { db, locale } = c.var;
  const id = meetingId(c);
  return db.read(async (tx) => {
    const meeting = await readMeeting(tx, id);
    const members = await membersOn(tx, await bodiesOf(tx, meeting), meeting.day);
    const known = await recordedOf(tx, id);
    const timeOf = (at: Date | null | undefined) => (at ? timeIn(at) : "");
    return {
      meeting: headOf(meeting, c.var),
      members,
      isRecorded: known.size > 0,
      statuses: attendanceStatuses.map((value) => ({ value, label: phrases(locale, "desk")(`came.${value}`) })),
      // Most come; who does not is the exception that is marked.
      values: Object.fromEntries(
        members.flatMap(({ id }) => {
          const row = known.get(id);
          return [
            [`came.${id}`, row?.status ?? "present"],
            [`arrived.${id}`, timeOf(row?.arrived_at)],
            [`left.${id}`, timeOf(row?.left_at)],
          ];
        }),
      ),
    };
  });
}
export type AttendanceData = Awaited<ReturnType<typeof load>>;
const attendancePage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "meetings/attendance-page",
  data: await load(c),
});

const times = v.optional(v.record(v.string(), timeOrNull), {});
const Attendance = v.object({
  came: v.optional(v.record(v.string(), v.picklist(attendanceStatuses, "input.wrong")), {}),
  arrived: times,
  left: times,
});

/** Who sits in the evening may leave after midnight. What was recorded to the second stays where the same minute is sent. */
function instantOf(
  { day, starts_at }: Pick<DeskMeeting, "day" | "starts_at">,
  time: string | null | undefined,
  recorded: Date | null | undefined,
) {
  if (!time) return null;
  if (recorded && timeIn(recorded) === time) return recorded;
  const isNextDay = time < "06:00" && timeIn(starts_at) >= "12:00";
  return instantIn(`${isNextDay ? Temporal.PlainDate.from(day).add({ days: 1 }) : day}T${time}`);
}

/** The services call fields of a row; the form has one of each for every member. */
const fieldOf: Record<string, string> = { status: "came", personId: "came", arrivedAt: "arrived", leftAt: "left" };

export const attendanceRoutes = [
  page(deskPaths.attendance, editMeetings, attendancePage),
  form(deskPaths.attendance, editMeetings, {
    name: "attendance",
    schema: Attendance,
    standing: ({ data }) => (data as AttendanceData).values,
    async save(c, { came, arrived, left }) {
      const id = meetingId(c);
      const people = Object.keys(came);
      try {
        await c.var.db.write(async (tx) => {
          const meeting = await readMeeting(tx, id);
          const known = await recordedOf(tx, id);
          const rows = people.map((personId) => {
            const was = known.get(personId);
            return {
              ...{ personId, status: came[personId]! },
              arrivedAt: instantOf(meeting, arrived[personId], was?.arrived_at),
              leftAt: instantOf(meeting, left[personId], was?.left_at),
            };
          });
          await recordAttendance(tx, doing(c), id, rows);
        });
      } catch (failure) {
        if (!(failure instanceof InvalidInput)) throw failure;
        // The service counts rows; the form names members.
        throw new InvalidInput(
          failure.fields.map((one) => {
            const [row = "", field = ""] = one.path.split(".");
            const person = people[Number(row)];
            return { ...one, path: one.path && person ? `${fieldOf[field] ?? "came"}.${person}` : "came" };
          }),
        );
      }
      return `${deskPath(c, "course", { id })}?done=attendance`;
    },
    again: attendancePage,
  }),
];

import type * as v from "valibot";
import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { bodiesOf, checkHasBegun, holdMeetingThatTakesPlace } from "./held-meeting.ts";
import { noMembers } from "./meetings.errors.ts";
import { AttendanceInput } from "./meetings.schema.ts";
import { type Member, membersOn } from "./members.queries.ts";

type Checked = v.InferOutput<typeof AttendanceInput>;
const cameAtAll = ({ status }: Checked[number]) => status === "present" || status === "late";

function problemsOf(rows: Checked, members: readonly Member[], voted: ReadonlySet<string>) {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const path = `${at}.personId`;
    if (!members.some(({ id }) => id === row.personId)) problems.push({ path, code: "meetings.not_a_member" });
    else if (seen.has(row.personId)) problems.push({ path, code: "meetings.attends_twice" });
    else if (!cameAtAll(row) && (row.arrivedAt || row.leftAt))
      problems.push({ path: `${at}.status`, code: "meetings.absent_with_times" });
    else if (row.arrivedAt && row.leftAt && row.leftAt < row.arrivedAt)
      problems.push({ path: `${at}.leftAt`, code: "meetings.left_before_arriving" });
    else if (!cameAtAll(row) && voted.has(row.personId))
      problems.push({ path: `${at}.status`, code: "meetings.absent_member_votes" });
    seen.add(row.personId);
  }
  if (problems.length === 0 && seen.size < members.length)
    problems.push({ path: "", code: "meetings.attendance_incomplete" });
  return problems;
}

/** Who voted by name in this meeting, and so was there. */
async function votersOf(tx: TenantTx, meetingId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("ballots as b")
    .innerJoin("votes as v", "v.id", "b.vote_id")
    .innerJoin("agenda_items as i", "i.id", "v.agenda_item_id")
    .where("i.meeting_id", "=", meetingId)
    .where("b.choice", "!=", "absent")
    .select("b.person_id")
    .distinct()
    .execute();
  return new Set(rows.map(({ person_id }) => person_id));
}

/** Before and after alike, so that in the audit only what changed differs. */
const inOneOrder = <T extends { personId: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((one, other) => one.personId.localeCompare(other.personId));

/**
 * Records who came: every member of the body on that day, once. Recorded again, it replaces what stood before; a note stays
 * where nothing is said of it.
 * @throws `InvalidInput` that names each row at fault, `meetings.not_found`, `meetings.has_not_begun`, `meetings.no_members`
 */
export async function recordAttendance(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  given: AttendanceInput,
): Promise<{ members: number; present: number }> {
  const rows = parsed(AttendanceInput, given);
  const meeting = await holdMeetingThatTakesPlace(tx, meetingId);
  checkHasBegun(meeting);
  const members = await membersOn(tx, await bodiesOf(tx, meeting), dayIn(meeting.starts_at));
  if (members.length === 0) throw noMembers();
  const problems = problemsOf(rows, members, await votersOf(tx, meetingId));
  if (problems.length > 0) throw new InvalidInput(problems);
  const before = await tx
    .deleteFrom("attendances")
    .where("meeting_id", "=", meetingId)
    .returning(["person_id as personId", "status", "arrived_at as arrivedAt", "left_at as leftAt", "note"])
    .execute();
  const noted = new Map(before.map(({ personId, note }) => [personId, note]));
  const came = rows.map(
    ({ personId, status, arrivedAt = null, leftAt = null, note = noted.get(personId) ?? null }) => ({
      ...{ personId, status, arrivedAt, leftAt, note },
    }),
  );
  await tx
    .insertInto("attendances")
    .values(
      came.map(({ personId, status, arrivedAt, leftAt, note }) => ({
        ...{ meeting_id: meetingId, person_id: personId, status, arrived_at: arrivedAt, left_at: leftAt },
        note: note && json(note),
      })),
    )
    .execute();
  const counts = { members: members.length, present: rows.filter(cameAtAll).length };
  await tx
    .updateTable("meetings")
    .set({ ...counts, updated_at: by.now })
    .where("id", "=", meetingId)
    .execute();
  if (meeting.state === "published") await raiseVersion(tx, "meetings");
  const was = before.length > 0 ? { rows: inOneOrder(before) } : null;
  await recordChange(tx, by, "attendance.recorded", "meeting", meetingId, was, { rows: inOneOrder(came), ...counts });
  return counts;
}

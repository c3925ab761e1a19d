import { timeIn } from "../../local-time.ts";
import { quorumOf } from "../meetings/counting.shared.ts";
import type { AttendanceStatus } from "../meetings/meetings.shared.ts";
import { enumerated, heading, paragraph, points, said, table } from "./drawn-html.ts";
import { gap } from "./parts.shared.ts";
import type { LiveRecord, MeetingRecord } from "./record.queries.ts";

const statuses: Record<AttendanceStatus, string> = {
  present: "I pranishëm",
  late: "Me vonesë",
  absent_with_reason: "Mungon me arsye",
  absent: "Mungon pa arsye",
};

const statusOf = (status: AttendanceStatus, isWoman: boolean) =>
  status === "present" && isWoman ? "E pranishme" : statuses[status];

/** Who came and went after the roll was called, with how many were there then. */
export function movementsOf(
  { steps }: LiveRecord,
  names: ReadonlyMap<string, string>,
): { at: Date; text: string; present: number }[] {
  const there = new Set<string>();
  const before = new Set<string>();
  let isCalled = false;
  return steps.flatMap(({ step, at }) => {
    if (step.kind === "roll_called") {
      isCalled = true;
      there.clear();
      for (const { personId, status } of step.members)
        if (status === "present" || status === "late") {
          there.add(personId);
          before.add(personId);
        }
      return [];
    }
    if (!isCalled || (step.kind !== "arrived" && step.kind !== "left")) return [];
    const name = names.get(step.personId) ?? gap;
    if (step.kind === "left") {
      there.delete(step.personId);
      return [{ at, text: `u largua ${name}`, present: there.size }];
    }
    const isBack = before.has(step.personId);
    there.add(step.personId);
    before.add(step.personId);
    return [{ at, text: `${isBack ? "u kthye" : "erdhi"} ${name}`, present: there.size }];
  });
}

/** The roll as it was called the last time. */
function calledRoll({ steps }: LiveRecord) {
  const called = steps.findLast(({ step }) => step.kind === "roll_called");
  return called?.step.kind === "roll_called" ? { at: called.at, members: called.step.members } : null;
}

function quorumSentence(present: number, { needsQuorum, members }: MeetingRecord): string {
  if (!needsQuorum) return "";
  const needed = quorumOf(members.length);
  return present >= needed
    ? ` Kuorumi prej ${needed} anëtarësh u plotësua dhe mbledhja është e vlefshme.`
    : ` Kuorumi prej ${needed} anëtarësh nuk u plotësua.`;
}

/** The roll call with whoever was missing, who came and went, and the quorum. */
export function drawAttendance(record: MeetingRecord): string {
  const { members, attendance, live, meeting } = record;
  const names = new Map(
    [...members, ...attendance.map(({ person_id, name }) => ({ id: person_id, name }))].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const called = live && calledRoll(live);
  if (attendance.length === 0 && !called) {
    const counted =
      meeting.members !== null && meeting.present !== null
        ? `Morën pjesë ${meeting.present} nga ${meeting.members} anëtarë.${quorumSentence(meeting.present, record)} Emrat: ${gap}`
        : `Apeli: ${gap}`;
    return paragraph(said(counted));
  }
  const rows =
    attendance.length > 0
      ? attendance.map(({ name, gender, status, arrived_at, left_at, note }) => ({
          name,
          status: statusOf(status, gender === "female"),
          note: [
            arrived_at && `erdhi në orën ${timeIn(arrived_at)}`,
            left_at && `u largua në orën ${timeIn(left_at)}`,
            note?.sq,
          ]
            .filter(Boolean)
            .join("; "),
        }))
      : called!.members.map(({ personId, status }) => ({
          name: names.get(personId) ?? gap,
          status: statuses[status],
          note: "",
        }));
  const answered = called
    ? called.members.filter(({ status }) => status === "present" || status === "late").length
    : attendance.filter(({ status, arrived_at }) => status === "present" || (status === "late" && !arrived_at)).length;
  const of = (status: AttendanceStatus) =>
    attendance.length > 0
      ? attendance.filter((one) => one.status === status).map(({ name }) => name)
      : called!.members.filter((one) => one.status === status).map(({ personId }) => names.get(personId) ?? gap);
  const missing = (["absent_with_reason", "absent"] as const).flatMap((status) => {
    const absent = of(status);
    return absent.length === 0
      ? []
      : [paragraph(said(`${status === "absent" ? "Munguan pa arsye" : "Munguan me arsye"}: ${enumerated(absent)}.`))];
  });
  const movements = live ? movementsOf(live, names) : [];
  return [
    paragraph(
      said(
        `${called ? `Në apelin e orës ${timeIn(called.at)} u përgjigjën` : "Të pranishëm ishin"} ${answered} nga ${members.length} anëtarë.${quorumSentence(answered, record)}`,
      ),
    ),
    table(
      ["Nr.", "Anëtari", "Prania", "Shënim"],
      rows.map(({ name, status, note }, at) => [String(at + 1), name, status, note]),
    ),
    ...missing,
    ...(movements.length === 0
      ? []
      : [
          heading("Ardhjet dhe largimet"),
          points(
            movements.map(({ at, text, present }) => said(`Ora ${timeIn(at)}: ${text}; të pranishëm ${present}.`)),
          ),
        ]),
  ].join("");
}

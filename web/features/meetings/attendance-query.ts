import type { AttendanceOfYear } from "../../../server/features/meetings/attendance.schema.ts";
import type { AttendanceStatus } from "../../../server/features/meetings/meetings.shared.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import type { Locale } from "../../../server/locale.shared.ts";
import { body, meetingsApi, pageQuery } from "../../lib/api.ts";

const letters: Record<AttendanceStatus, string> = { present: "p", late: "l", absent_with_reason: "r", absent: "a" };
export const statusOf: Readonly<Record<string, AttendanceStatus>> = Object.fromEntries(
  Object.entries(letters).map(([status, letter]) => [letter, status as AttendanceStatus]),
);

type Member = AttendanceOfYear["members"][number];
/** A letter a meeting; a dash where the member had no seat. */
export type ShownMember = Omit<Member, "strip" | "url"> & { strip: string; path: string | null };
export type ShownAttendance = Omit<AttendanceOfYear, "members" | "meetings"> & {
  days: string[];
  members: ShownMember[];
};
export interface AttendanceAnswer {
  attendance?: ShownAttendance;
  problem?: Problem;
}

const refusals = [400, 422];

/** The attendance of a body in a year, or why it was refused. */
export const getAttendance = pageQuery(async (query: string, locale: Locale): Promise<AttendanceAnswer> => {
  const answer = await meetingsApi.attendance.$get({ query: Object.fromEntries(new URLSearchParams(query)) } as never);
  if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
  const { meetings, members, ...rest } = (await body(answer))!;
  return {
    attendance: {
      ...rest,
      days: meetings.map(({ day }) => day),
      members: members.map(({ strip, url, ...member }) => ({
        ...member,
        path: url?.[locale] ?? null,
        strip: strip.map((status) => (status ? letters[status] : "-")).join(""),
      })),
    },
  };
}, "attendance");

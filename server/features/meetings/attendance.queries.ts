import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { isPublic } from "./meetings.queries.ts";

const recorded = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where(isPublic("m", now))
    .where("m.present", "is not", null);

/** The years and the bodies of which attendance is recorded. */
export const findRecordedYears = (tx: TenantTx, now: Date) =>
  recorded(tx, now)
    .select([sql<number>`extract(year from m.day)::integer`.as("year"), "b.slug", "b.name", "b.kind", "b.position"])
    .distinct()
    .orderBy("year", "desc")
    .orderBy("b.position")
    .orderBy("b.slug")
    .execute();

/** Whom the meetings of a body in a year saw, a row for each member and meeting, in the council's own order of members. */
export const findAttendanceOf = (tx: TenantTx, body: string, year: number, now: Date) =>
  recorded(tx, now)
    .innerJoin("attendances as a", "a.meeting_id", "m.id")
    .innerJoin("people as p", "p.id", "a.person_id")
    .where("b.slug", "=", body)
    .where("m.day", ">=", `${year}-01-01`)
    .where("m.day", "<=", `${year}-12-31`)
    .orderBy(sql`(select min(s.position) from memberships s where s.person_id = p.id and s.body_id = m.body_id)`)
    .orderBy("p.family_name")
    .orderBy("p.id")
    .orderBy("m.day")
    .orderBy("m.starts_at")
    .select(["m.id as meeting_id", "m.slug as meeting_slug", "m.day", "a.status"])
    .select(["p.id as person_id", "p.name", "p.slug as person_slug", isPublic("p", now).as("person_is_public")])
    .execute();
export type AttendanceOfRow = Awaited<ReturnType<typeof findAttendanceOf>>[number];

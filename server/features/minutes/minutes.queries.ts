import type { TenantTx } from "../../db/tenant-db.ts";
import { sittings } from "../meetings/meetings.shared.ts";

/** The minutes as they are written so far, with their parts in order; `undefined` before they were drawn. */
export async function findMinutes(tx: TenantTx, meetingId: string) {
  const minutes = await tx.selectFrom("minutes").selectAll().where("meeting_id", "=", meetingId).executeTakeFirst();
  if (!minutes) return undefined;
  const parts = await tx
    .selectFrom("minutes_parts")
    .select(["name", "position", "heading", "drawn", "text", "offered", "set_aside"])
    .where("meeting_id", "=", meetingId)
    .orderBy("position")
    .orderBy("name")
    .execute();
  return { ...minutes, parts };
}
export type Minutes = NonNullable<Awaited<ReturnType<typeof findMinutes>>>;
export type MinutesPart = Minutes["parts"][number];

/** Later meetings of the same body that were held, which can have approved the minutes; the next first. */
export const findApproving = (tx: TenantTx, meeting: { id: string; body_id: string; starts_at: Date }) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.body_id", "=", meeting.body_id)
    .where("m.kind", "in", sittings)
    .where("m.stage", "in", ["open", "closed", "minutes_published"])
    .where("m.starts_at", ">", meeting.starts_at)
    .orderBy("m.starts_at")
    .limit(12)
    .select(["m.id", "m.kind", "m.title", "m.day", "b.kind as body_kind", "b.name as body_name"])
    .execute();

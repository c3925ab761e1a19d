import type { TenantTx } from "../../db/tenant-db.ts";
import { doesNotTakePlace, hasNotBegun, itemNotFound, meetingNotFound } from "./meetings.errors.ts";

/** The meeting, held so that two who change it at once come one after the other. */
export async function holdMeeting(tx: TenantTx, id: string) {
  const meeting = await tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .selectAll("m")
    .select(["b.kind as body_kind", "b.name as body_name", "b.slug as body_slug"])
    .select(["b.state as body_state", "b.public_from as body_public_from"])
    .where("m.id", "=", id)
    .forUpdate("m")
    .executeTakeFirst();
  if (!meeting) throw meetingNotFound();
  return meeting;
}
export type HeldMeeting = Awaited<ReturnType<typeof holdMeeting>>;

/** It was postponed to a day that was not known, and may still be given one, or be cancelled. */
export const isWithoutNewDay = ({ stage, postponed_to }: Pick<HeldMeeting, "stage" | "postponed_to">): boolean =>
  stage === "postponed" && postponed_to === null;

/** A meeting that does, or did, take place. @throws `meetings.not_found`, `meetings.does_not_take_place` */
export async function holdMeetingThatTakesPlace(tx: TenantTx, id: string): Promise<HeldMeeting> {
  const meeting = await holdMeeting(tx, id);
  if (meeting.stage === "cancelled" || meeting.stage === "postponed") throw doesNotTakePlace();
  return meeting;
}

/** What happens in a meeting is written down from its opening on. */
export const hasBegun = ({ stage }: Pick<HeldMeeting, "stage">): boolean =>
  stage === "open" || stage === "closed" || stage === "minutes_published";

/** @throws `meetings.has_not_begun` */
export function checkHasBegun(meeting: Pick<HeldMeeting, "stage">): void {
  if (!hasBegun(meeting)) throw hasNotBegun();
}

/** Whether what happens in it is written down from the console. */
export const isRunLive = async (tx: TenantTx, id: string): Promise<boolean> =>
  (await tx.selectFrom("live_steps").where("meeting_id", "=", id).select("number").limit(1).executeTakeFirst()) !==
  undefined;

/** An item of an agenda with its meeting, held likewise. @throws `meetings.item_not_found`, and as above */
export async function holdItem(tx: TenantTx, id: string) {
  const item = await tx.selectFrom("agenda_items").selectAll().where("id", "=", id).executeTakeFirst();
  if (!item) throw itemNotFound();
  return { item, meeting: await holdMeetingThatTakesPlace(tx, item.meeting_id) };
}

/** All bodies that sit in it, the one that calls it first. */
export async function bodiesOf(tx: TenantTx, meeting: { id: string; body_id: string }): Promise<string[]> {
  const joint = await tx
    .selectFrom("meeting_bodies")
    .select("body_id")
    .where("meeting_id", "=", meeting.id)
    .orderBy("body_id")
    .execute();
  return [meeting.body_id, ...joint.map(({ body_id }) => body_id)];
}

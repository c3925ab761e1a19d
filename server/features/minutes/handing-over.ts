import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import type { Doing } from "../audit/audit.service.ts";
import {
  approvalOf as approvalOfThing,
  checkApproval,
  type Submittable,
  submit,
} from "../editing/submissions.service.ts";
import { meetingEditable } from "../meetings/meetings.editable.ts";
import { findMinutes, type Minutes } from "./minutes.queries.ts";
import { holdPublishable } from "./publishing.service.ts";

/** What is written in them; when the council approved them is for whoever may publish to note. */
const inputOf = ({ parts }: Minutes) => ({
  parts: parts.map(({ name, heading, text }) => ({ name, heading, text })),
});

/** The minutes of a meeting, by its id. */
export const handedOverMinutes: Submittable = {
  entity: "minutes",
  /** Held as their meeting is, and called as it is called. */
  rows: meetingEditable.rows,
  async find(tx, id) {
    const minutes = await findMinutes(tx, id);
    return minutes ? { input: inputOf(minutes) } : null;
  },
};

/**
 * Hands the minutes over to be published as they stand.
 * @param given.seen refuses them where whoever hands them over has not read them as they stand
 * @throws as `holdPublishable` and `given.seen`
 */
export async function handOver(
  tx: TenantTx,
  by: Doing,
  id: string,
  given: { note: string | null; seen(minutes: Minutes): void },
): Promise<void> {
  const { minutes } = await holdPublishable(tx, id);
  given.seen(minutes);
  await submit(tx, by, handedOverMinutes, id, given.note);
}

/** What was handed over of the minutes, and whether this one may publish it. */
export const approvalOf = (tx: TenantTx, minutes: Minutes, actor: Actor) =>
  approvalOfThing(tx, handedOverMinutes, minutes.meeting_id, inputOf(minutes), actor);

/** @throws `editing.not_submitted`, `editing.own_submission`, `editing.changed_since_submitted` */
export const checkHandedOver = (tx: TenantTx, by: Doing, id: string): Promise<void> =>
  checkApproval(tx, by, handedOverMinutes, id);

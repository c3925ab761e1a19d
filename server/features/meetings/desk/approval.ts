import type { TenantTx } from "../../../db/tenant-db.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { approvalOf as approvalOfThing, checkApproval, dropSubmission } from "../../editing/submissions.service.ts";
import { meetingEditable } from "../meetings.editable.ts";
import { meetingNotFound } from "../meetings.errors.ts";

/** What was handed over of a meeting, and who may announce it. */
export async function approvalOf(c: WorkspaceContext, tx: TenantTx, id: string) {
  const found = await meetingEditable.find(tx, id);
  if (!found) throw meetingNotFound();
  return approvalOfThing(tx, meetingEditable, id, found.input, c.var.actor);
}

/**
 * The meeting may become public as it stands, and waits no longer.
 * @throws `editing.not_submitted`, `editing.own_submission`, `editing.changed_since_submitted`
 */
export async function approve(c: WorkspaceContext, tx: TenantTx, id: string): Promise<void> {
  await checkApproval(tx, doing(c), meetingEditable, id);
  await dropSubmission(tx, meetingEditable, id);
}

import type { TenantTx } from "../../../db/tenant-db.ts";
import { isSomebody } from "../../../http/scope.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import {
  checkApproval,
  dropSubmission,
  findHandOver,
  isOfCouncil,
  needsApproval,
} from "../../editing/submissions.service.ts";
import { meetingEditable } from "../meetings.editable.ts";
import { meetingNotFound } from "../meetings.errors.ts";

/** Where the council has one person prepare and another approve: what was handed over, and who may announce it. */
export async function approvalOf(c: WorkspaceContext, tx: TenantTx, id: string) {
  const { actor } = c.var;
  const account = isSomebody(actor) ? actor.id : "";
  const found = await meetingEditable.find(tx, id);
  if (!found) throw meetingNotFound();
  const [isNeeded, { submission, waits, isChanged }] = await Promise.all([
    needsApproval(tx),
    findHandOver(tx, meetingEditable, id, found.input),
  ]);
  return {
    isNeeded,
    mayHandOver: isOfCouncil(actor) && !waits,
    mayPublish: !isNeeded || (waits && submission!.submitted_by !== account),
    // What was changed since is handed over anew.
    submission:
      submission && !isChanged
        ? {
            ...{ by: submission.submitted_name, at: submission.submitted_at.toISOString(), note: submission.note },
            returned: submission.returned_at && { by: submission.returned_name!, note: submission.return_note! },
          }
        : null,
  };
}

/**
 * The meeting may become public as it stands, and waits no longer.
 * @throws `editing.not_submitted`, `editing.own_submission`, `editing.changed_since_submitted`
 */
export async function approve(c: WorkspaceContext, tx: TenantTx, id: string): Promise<void> {
  await checkApproval(tx, doing(c), meetingEditable, id);
  await dropSubmission(tx, meetingEditable, id);
}

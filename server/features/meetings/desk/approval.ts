import type { TenantTx } from "../../../db/tenant-db.ts";
import type { WorkspaceContext } from "../../../workspace/scope.ts";
import { checkApproval, dropSubmission, findSubmission, needsApproval } from "../../editing/submissions.service.ts";
import { meetingEditable } from "../meetings.editable.ts";

/** Whoever asks; the policies have let in accounts only. */
export function editorOf({ var: { actor } }: WorkspaceContext) {
  if (actor.kind !== "account") throw new TypeError("Only accounts prepare meetings.");
  return actor;
}

/** Where the council has one person prepare and another approve: what was handed over, and who may announce it. */
export async function approvalOf(c: WorkspaceContext, tx: TenantTx, id: string) {
  const [isNeeded, submission] = await Promise.all([needsApproval(tx), findSubmission(tx, meetingEditable, id)]);
  const waits = submission !== undefined && submission.returned_at === null;
  return {
    isNeeded,
    mayPublish: !isNeeded || (waits && submission.submitted_by !== editorOf(c).id),
    submission: submission
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
  await checkApproval(tx, meetingEditable, id, editorOf(c));
  await dropSubmission(tx, meetingEditable, id);
}

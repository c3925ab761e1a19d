import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import { notAllowed } from "../../workspace/guard.ts";
import { mayEdit } from "../accounts/policies.ts";
import { checkMayChange } from "../editing/public-changes.ts";

/** What an editor may do to the recording of a meeting as it stands. */
export const standingOfRecording = (tx: TenantTx, meetingId: string) =>
  tx.selectFrom("recordings").select("state").where("meeting_id", "=", meetingId).executeTakeFirst();

/** @throws `accounts.not_allowed`, `editing.changed_by_publishers` */
export async function checkMayChangeRecording(tx: TenantTx, actor: Actor, meetingId: string): Promise<void> {
  if (!mayEdit(actor, "meeting")) throw notAllowed();
  const standing = await standingOfRecording(tx, meetingId);
  if (standing) await checkMayChange(tx, actor, standing, "meeting");
}

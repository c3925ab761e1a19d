import * as v from "valibot";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { StreamAddress } from "../following/stream-address.schema.ts";
import { holdMeetingThatTakesPlace } from "./held-meeting.ts";

export const StreamInput = v.strictObject({ streamUrl: v.nullable(StreamAddress) });
export type StreamInput = v.InferInput<typeof StreamInput>;

/**
 * Where this one meeting is streamed; `null` for where its body's are. It may change on the evening itself and while the
 * meeting sits: it is nothing that was announced, and so its readers need no reason.
 * @throws `InvalidInput`, `meetings.not_found`, `meetings.does_not_take_place`
 */
export async function changeStream(tx: TenantTx, by: Doing, id: string, given: StreamInput): Promise<void> {
  const { streamUrl } = parsed(StreamInput, given);
  const { stream_url: before, state } = await holdMeetingThatTakesPlace(tx, id);
  if (before === streamUrl) return;
  await tx.updateTable("meetings").set({ stream_url: streamUrl, updated_at: by.now }).where("id", "=", id).execute();
  if (state === "published") await raiseVersion(tx, "meetings");
  await recordChange(tx, by, "meeting.changed", "meeting", id, { streamUrl: before }, { streamUrl });
}

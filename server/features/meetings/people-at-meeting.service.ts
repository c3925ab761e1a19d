import * as v from "valibot";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { checkHasBegun, holdMeetingThatTakesPlace } from "./held-meeting.ts";

const PeopleInput = v.strictObject({
  people: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999))),
});

/**
 * Notes how many people came, beside the members of the body; `null` where that is not known.
 * @throws `InvalidInput`, `meetings.not_found`, `meetings.has_not_begun`, `meetings.does_not_take_place`
 */
export async function recordPeople(
  tx: TenantTx,
  by: Doing,
  meetingId: string,
  given: v.InferInput<typeof PeopleInput>,
): Promise<void> {
  const { people } = parsed(PeopleInput, given);
  const meeting = await holdMeetingThatTakesPlace(tx, meetingId);
  checkHasBegun(meeting);
  if (meeting.people === people) return;
  await tx.updateTable("meetings").set({ people, updated_at: by.now }).where("id", "=", meetingId).execute();
  if (meeting.state === "published") await raiseVersion(tx, "meetings");
  await recordChange(tx, by, "meeting.people_counted", "meeting", meetingId, { people: meeting.people }, { people });
}

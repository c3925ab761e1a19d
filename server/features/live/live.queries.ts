import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { bodiesOf, type HeldMeeting } from "../meetings/held-meeting.ts";
import { type Member, membersOn } from "../meetings/members.queries.ts";
import type { Chamber, LoggedStep } from "./live-state.ts";

/** The log of a meeting, in order. */
export const findLog = async (tx: TenantTx, meetingId: string) => {
  const rows = await tx
    .selectFrom("live_steps")
    .select(["number", "command", "content", "at", "vote_id"])
    .where("meeting_id", "=", meetingId)
    .orderBy("number")
    .execute();
  return rows.map(({ number, command, content, at, vote_id }) => ({
    number,
    command,
    at,
    step: content,
    voteId: vote_id,
  }));
};
export type LogRow = LoggedStep & { command: string; voteId: string | null };

/** Who may take part, and the items in the order of the agenda. */
export async function chamberOf(tx: TenantTx, meeting: HeldMeeting): Promise<Chamber & { people: readonly Member[] }> {
  const people = await membersOn(tx, await bodiesOf(tx, meeting), dayIn(meeting.starts_at));
  const items = await tx
    .selectFrom("agenda_items")
    .select("id")
    .where("meeting_id", "=", meeting.id)
    .orderBy("path")
    .execute();
  return {
    people,
    members: people.map(({ id }) => id),
    items: items.map(({ id }) => id),
    needsQuorum: meeting.body_kind === "council",
  };
}

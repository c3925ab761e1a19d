import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import { bodiesOf, type HeldMeeting } from "../meetings/held-meeting.ts";
import { type Member, membersOn } from "../meetings/members.queries.ts";
import type { Chamber, LoggedStep } from "./live-state.shared.ts";

/** The log of a meeting, in order. */
export const findLog = async (tx: TenantTx, meetingId: string): Promise<LogRow[]> => {
  const rows = await tx
    .selectFrom("live_steps")
    .select(["number", "command", "content", "at", "recorded_at", "actor", "vote_id"])
    .where("meeting_id", "=", meetingId)
    .orderBy("number")
    .execute();
  return rows.map(({ number, command, content, at, recorded_at, actor, vote_id }) => ({
    ...{ number, command, at, step: content, voteId: vote_id },
    ...{ recordedAt: recorded_at, by: actor.name },
  }));
};
export interface LogRow extends LoggedStep {
  command: string;
  voteId: string | null;
  recordedAt: Date;
  /** The name of whoever wrote it down, as it was then. */
  by: string;
}

/** Members by the roll of a log, who were members then whatever the register says today. */
const onRollOf = (log: readonly LoggedStep[]) =>
  new Set(log.flatMap(({ step }) => (step.kind === "roll_called" ? step.members.map(({ personId }) => personId) : [])));

/** Who may take part, and the items in the order of the agenda. */
export async function chamberOf(
  tx: TenantTx,
  meeting: Pick<HeldMeeting, "id" | "body_id" | "body_kind" | "starts_at">,
  log: readonly LoggedStep[] = [],
): Promise<Chamber & { people: readonly Member[] }> {
  const today = await membersOn(tx, await bodiesOf(tx, meeting), dayIn(meeting.starts_at));
  const besides = [...onRollOf(log)].filter((id) => !today.some((one) => one.id === id));
  const before =
    besides.length === 0
      ? []
      : await tx
          .selectFrom("people")
          .select(["id", "name"])
          .where("id", "in", besides)
          .orderBy("family_name")
          .execute();
  const people = [...today, ...before];
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

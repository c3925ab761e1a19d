import { sql } from "kysely";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { liveChannel } from "../../live/steps-channel.ts";
import { dayIn } from "../../local-time.ts";
import { type Doing, recordChange, signature } from "../audit/audit.service.ts";
import { addItem, removeItem } from "../meetings/agenda.service.ts";
import { recordAttendance } from "../meetings/attendance.service.ts";
import { type HeldMeeting, holdMeetingThatTakesPlace } from "../meetings/held-meeting.ts";
import { proposedMajority } from "../meetings/majorities.ts";
import { recordResult, takeBackResult } from "../meetings/results.service.ts";
import { closeMeeting, openMeeting, reopenMeeting } from "../meetings/stages.service.ts";
import { recordVote, removeVote } from "../meetings/votes.service.ts";
import { beginningStays, inTheFuture, longAgo, notItsDay, stepRefused } from "./live.errors.ts";
import { chamberOf, findLog, type LogRow } from "./live.queries.ts";
import { type Chamber, type LiveState, type LoggedStep, StepRefused, stateOf, taken } from "./live-state.shared.ts";
import { LiveCommand, type LiveStep } from "./steps.schema.ts";

/** How far a console's clock may go before the server's, in milliseconds. */
const clockTolerance = 5_000;
/** For how long a step may have waited for its connection, in milliseconds: no evening is longer. */
const longestWait = 12 * 60 * 60 * 1_000;

/**
 * When a step happened. One that waited for its connection says so itself; what was written down meanwhile by another
 * console stands before it, and so it is not told to be earlier than that.
 * @throws `live.in_the_future`, `live.long_ago`
 */
function timeOf(asked: Date | null | undefined, last: Date | undefined, now: Date): Date {
  if (asked && asked.getTime() > now.getTime() + clockTolerance) throw inTheFuture();
  if (asked && asked.getTime() < now.getTime() - longestWait) throw longAgo();
  const said = asked && asked < now ? asked : now;
  return last && said < last ? last : said;
}

/** What the members' register holds of who was there, as the meeting knows it now. */
async function keepAttendance(tx: TenantTx, by: Doing, meeting: HeldMeeting, state: LiveState) {
  if (!state.roll) return;
  const rows = [...state.roll].map(([personId, { status, arrivedAt, leftAt }]) => ({
    personId,
    status,
    arrivedAt,
    leftAt,
  }));
  await recordAttendance(tx, by, meeting.id, rows);
}

/** Another majority than the rules propose is asked for with a reason when the vote is opened, not when it is over. */
async function checkMajority(tx: TenantTx, itemId: string, step: Extract<LiveStep, { kind: "vote_opened" }>) {
  const item = await tx
    .selectFrom("agenda_items as i")
    .leftJoin("draft_acts as d", "d.id", "i.draft_act_id")
    .select(["i.kind", "d.subject"])
    .where("i.id", "=", itemId)
    .executeTakeFirstOrThrow();
  if (proposedMajority(item).majority !== step.majority && !step.majorityReason)
    throw new InvalidInput([{ path: "step.majorityReason", code: "meetings.majority_needs_reason" }]);
}

/** What a step does to the council's registers. Returns the vote that it wrote there. */
async function carryOut(
  tx: TenantTx,
  by: Doing,
  meeting: HeldMeeting,
  { step, at }: LoggedStep,
  before: LiveState,
  after: LiveState,
): Promise<string | null> {
  switch (step.kind) {
    case "opened":
      if (dayIn(at) < dayIn(meeting.starts_at)) throw notItsDay();
      // Opened already by its form: from here on it has a log.
      if (meeting.stage !== "open") await openMeeting(tx, by, meeting.id, at);
      return null;
    case "item_added": {
      const { itemId, itemKind: kind, title, reason } = step;
      await addItem(tx, by, meeting.id, { kind, title }, reason, itemId);
      return null;
    }
    case "vote_opened":
      await checkMajority(tx, after.vote!.itemId, step);
      return null;
    case "vote_closed": {
      await keepAttendance(tx, by, meeting, after);
      const vote = after.votes.at(-1)!;
      const { id } = await recordVote(tx, by, vote.itemId, {
        method: vote.method,
        majority: vote.majority,
        majorityReason: vote.majorityReason,
        ...(vote.ballots
          ? { ballots: [...vote.ballots].map(([personId, choice]) => ({ personId, choice })) }
          : { votesFor: vote.votesFor, votesAgainst: vote.votesAgainst, abstentions: vote.abstentions }),
        heldAt: at,
      });
      return id;
    }
    case "item_ended":
      if (step.ending) await recordResult(tx, by, step.itemId, { result: step.ending });
      return null;
    case "closed":
      await keepAttendance(tx, by, meeting, after);
      if (meeting.stage === "open") await closeMeeting(tx, by, meeting.id, at);
      return null;
    case "vote_abandoned": {
      const { itemId, method } = before.vote!;
      await recordChange(tx, by, "live.vote_abandoned", "agenda-item", itemId, { method }, { reason: step.reason });
      return null;
    }
    default:
      return null;
  }
}

/** Takes back what a struck step had done to the registers. */
async function undo(
  tx: TenantTx,
  by: Doing,
  meeting: HeldMeeting,
  log: readonly LogRow[],
  { number, reason }: Extract<LiveStep, { kind: "struck" }>,
) {
  const struck = log.find((one) => one.number === number)!;
  const { step, voteId } = struck;
  if (step.kind === "opened") throw beginningStays();
  if (step.kind === "closed") await reopenMeeting(tx, by, meeting.id, reason);
  if (step.kind === "item_added") await removeItem(tx, by, step.itemId, reason);
  if (step.kind === "item_ended" && step.ending) await takeBackResult(tx, by, step.itemId, reason);
  if (voteId) await removeVote(tx, by, voteId, reason);
  await recordChange(tx, by, "live.struck", "meeting", meeting.id, { number, kind: step.kind }, { reason });
}

const refusing = <T>(work: () => T): T => {
  try {
    return work();
  } catch (refusal) {
    throw refusal instanceof StepRefused ? stepRefused(refusal) : refusal;
  }
};

export interface Taken {
  /** Of the step; of a command that was taken before, the same as then. */
  number: number;
  state: LiveState;
  chamber: Chamber;
}

/**
 * Writes one step of a meeting down, and does what follows from it. A command that comes twice is taken once.
 * @throws `InvalidInput`, `meetings.not_found`, `meetings.does_not_take_place`, `live.*` and `meetings.*` for what cannot be
 */
export async function takeStep(tx: TenantTx, by: Doing, meetingId: string, given: unknown): Promise<Taken> {
  const { command, step, at: asked } = parsed(LiveCommand, given);
  const meeting = await holdMeetingThatTakesPlace(tx, meetingId);
  const log = await findLog(tx, meetingId);
  const chamber = await chamberOf(tx, meeting, log);
  const before = stateOf(log, chamber);
  const known = log.find((one) => one.command === command);
  if (known) return { number: known.number, state: before, chamber };
  const at = timeOf(asked, log.at(-1)?.at, by.now);
  const next: LoggedStep = { number: log.length + 1, at, step };
  const state = refusing(() => taken(log, next, chamber));
  if (step.kind === "struck") {
    await undo(tx, by, meeting, log, step);
    // What was put right after the meeting closed stands in the register too.
    if (state.phase === "closed") await keepAttendance(tx, by, meeting, state);
  }
  const voteId = await carryOut(tx, by, meeting, next, before, state);
  await tx
    .insertInto("live_steps")
    .values({
      ...{ meeting_id: meetingId, number: next.number, command, kind: step.kind, content: json(step) },
      ...{ at, recorded_at: by.now, actor: json(signature(by.actor)), vote_id: voteId },
    })
    .execute();
  await sql`select pg_notify(${liveChannel}, current_setting('app.tenant_id') || ' ' || ${`${meetingId} ${next.number}`})`.execute(
    tx,
  );
  if (step.kind !== "item_added" && step.kind !== "struck") return { number: next.number, state, chamber };
  // The agenda is another one now.
  const agenda = await chamberOf(tx, meeting, log);
  return { number: next.number, state: stateOf([...log, next], agenda), chamber: agenda };
}

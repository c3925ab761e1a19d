import { sql } from "kysely";
import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, signature } from "../audit/audit.service.ts";
import { recordResult } from "../meetings/agenda.service.ts";
import { recordAttendance } from "../meetings/attendance.service.ts";
import { type HeldMeeting, holdMeetingThatTakesPlace } from "../meetings/held-meeting.ts";
import { proposedMajority } from "../meetings/majorities.ts";
import { closeMeeting, openMeeting } from "../meetings/stages.service.ts";
import { recordVote, removeVote } from "../meetings/votes.service.ts";
import { beginningStays, inTheFuture, stepRefused } from "./live.errors.ts";
import { chamberOf, findLog, type LogRow } from "./live.queries.ts";
import { type Chamber, type LiveState, type LoggedStep, StepRefused, stateOf, taken } from "./live-state.ts";
import { LiveCommand, type LiveStep } from "./steps.schema.ts";

/** The channel on which a meeting's newest step is told; the payload is `<tenant id> <meeting id> <number>`. */
export const liveChannel = "live_stepped";

/** How far a console's clock may go before the server's, in milliseconds. */
const clockTolerance = 5_000;

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
      await openMeeting(tx, by, meeting.id, at);
      return null;
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
      if (step.ending) await recordResult(tx, by, before.current!, { result: step.ending });
      return null;
    case "closed":
      await keepAttendance(tx, by, meeting, after);
      await closeMeeting(tx, by, meeting.id, at);
      return null;
    default:
      return null;
  }
}

/** Takes back what a struck step had done to the registers. */
async function undo(tx: TenantTx, by: Doing, log: readonly LogRow[], step: Extract<LiveStep, { kind: "struck" }>) {
  const struck = log.find(({ number }) => number === step.number);
  if (struck?.step.kind === "opened" || struck?.step.kind === "closed") throw beginningStays();
  if (struck?.voteId) await removeVote(tx, by, struck.voteId, step.reason);
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
  const [log, chamber] = await Promise.all([findLog(tx, meetingId), chamberOf(tx, meeting)]);
  const before = stateOf(log, chamber);
  const known = log.find((one) => one.command === command);
  if (known) return { number: known.number, state: before, chamber };
  if (asked && asked.getTime() > by.now.getTime() + clockTolerance) throw inTheFuture();
  // A console that runs ahead by less than that is set right; nothing comes before what stands already.
  const at = asked && asked < by.now ? asked : by.now;
  const next: LoggedStep = { number: log.length + 1, at, step };
  const state = refusing(() => taken(log, next, chamber));
  if (step.kind === "struck") await undo(tx, by, log, step);
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
  return { number: next.number, state, chamber };
}

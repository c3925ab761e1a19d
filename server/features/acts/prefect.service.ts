import { type Day, json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { findDeadlines } from "../deadlines/deadlines.queries.ts";
import { syncClocks } from "./act-clocks.ts";
import { findSteps, lockAct, type StoredAct, type StoredStep, stepMark } from "./act-record.ts";
import {
  noDepositNeeded,
  notAnnounced,
  nothingToTakeBack,
  notTheLastStep,
  periodRuns,
  returnedOnce,
  stepOutOfTurn,
} from "./acts.errors.ts";
import {
  AnswerInput,
  CourtInput,
  DepositInput,
  ReconsiderationInput,
  ReturnInput,
  RulingInput,
} from "./acts.schema.ts";
import type { PrefectState, PrefectStep, StepOutcome } from "./acts.shared.ts";
import { stateOf, stepsAfter } from "./prefect-review.ts";
import { settleRepeals } from "./relations.service.ts";

interface Step {
  step: PrefectStep;
  day: Day;
  protocolNumber?: string | null;
  outcome?: StepOutcome | null;
  reasons?: LocalizedText | null;
  resultActId?: string | null;
}

/** A step may follow from where the review stands. @throws what it may not */
function checkTurn({ nature, announced_on }: StoredAct, steps: readonly StoredStep[], step: PrefectStep): void {
  if (nature === "individual") throw noDepositNeeded();
  if (!announced_on && step === "deposited") throw notAnnounced();
  if (stepsAfter(nature, steps).includes(step)) return;
  const wasReturned = steps.some((earlier) => earlier.step === "returned");
  throw step === "returned" && wasReturned ? returnedOnce() : stepOutOfTurn(step);
}

/**
 * Its day lies between the step before it and today; of the deposit not before the announcement, which everything else of
 * the review does not wait for. @throws {InvalidInput}
 */
function checkDay(act: StoredAct, steps: readonly StoredStep[], { step, day }: Step, today: Day): void {
  const refuse = (code: string) => {
    throw new InvalidInput([{ path: "day", code }]);
  };
  const last = steps.at(-1);
  if (day > today) refuse("acts.not_yet");
  if (last && day < last.day) refuse("acts.before_last_step");
  if (day < act.adopted_on) refuse("acts.before_adoption");
  if (step === "deposited" && act.announced_on && day < act.announced_on) refuse("acts.before_announcement");
}

async function checkResult(tx: TenantTx, act: StoredAct, resultActId: string | null | undefined): Promise<void> {
  if (!resultActId) return;
  const result = await tx.selectFrom("acts").select("adopted_on").where("id", "=", resultActId).executeTakeFirst();
  if (!result || resultActId === act.id || result.adopted_on < act.adopted_on)
    throw new InvalidInput([{ path: "resultActId", code: "acts.unknown_reference" }]);
}

/** Takes one step of the review; the state of the act, its clocks and its repeal follow. */
async function take(tx: TenantTx, by: Doing, actId: string, taken: Step): Promise<PrefectState> {
  const act = await lockAct(tx, actId);
  const steps = await findSteps(tx, actId);
  checkTurn(act, steps, taken.step);
  checkDay(act, steps, taken, dayIn(by.now));
  await checkResult(tx, act, taken.resultActId);
  const { step, day, protocolNumber = null, outcome = null, reasons = null, resultActId = null } = taken;
  await tx
    .insertInto("prefect_steps")
    .values({
      act_id: actId,
      position: steps.length + 1,
      step,
      day,
      protocol_number: protocolNumber,
      outcome,
      reasons: reasons && json(reasons),
      result_act_id: resultActId,
    })
    .execute();
  const after = { step, day, protocolNumber, outcome, reasons, resultActId };
  await recordChange(tx, by, `act.prefect_${step}`, "act", actId, { state: act.prefect_state }, after);
  return settle(tx, by, act);
}

/** Brings what follows from the steps in line with them. */
async function settle(tx: TenantTx, by: Doing, act: StoredAct): Promise<PrefectState> {
  const state = stateOf(act, await findSteps(tx, act.id));
  await tx.updateTable("acts").set({ prefect_state: state, updated_at: by.now }).where("id", "=", act.id).execute();
  await syncClocks(tx, by, act);
  await settleRepeals(tx, act.id);
  await raiseVersion(tx, "acts");
  return state;
}

/**
 * The act was entered in the prefect's registry under a number: for the first time, or again after the council decided
 * anew. The clock for the answer starts.
 * @throws `InvalidInput`, `acts.not_announced`, `acts.no_deposit_needed`, `acts.step_deposited`
 */
export async function depositAct(tx: TenantTx, by: Doing, actId: string, given: DepositInput): Promise<PrefectState> {
  return take(tx, by, actId, { step: "deposited", ...parsed(DepositInput, given) });
}

/** The prefect has no objection. @throws `InvalidInput`, `acts.no_deposit_needed`, `acts.step_answer` */
export async function recordNoObjection(tx: TenantTx, by: Doing, actId: string, given: AnswerInput) {
  return take(tx, by, actId, { step: "no_objection", ...parsed(AnswerInput, given) });
}

/**
 * The period for the answer is over and none came. The clock goes on showing that; a late answer may still follow.
 * @throws `acts.period_runs` before the period is over, `acts.no_deposit_needed`, `acts.step_answer`
 */
export async function noteNoAnswer(tx: TenantTx, by: Doing, actId: string, given: Pick<AnswerInput, "day">) {
  const { day } = parsed(AnswerInput, given);
  checkTurn(await lockAct(tx, actId), await findSteps(tx, actId), "no_answer");
  const running = (await findDeadlines(tx, "act", actId)).find(({ rule, closedAt }) => rule === "P3" && !closedAt);
  if (running && day <= running.dueOn) throw periodRuns(running.dueOn);
  return take(tx, by, actId, { step: "no_answer", day });
}

/** The prefect returns the act with reasons, once. @throws `InvalidInput`, `acts.returned_once`, `acts.step_answer` */
export async function recordReturn(tx: TenantTx, by: Doing, actId: string, given: ReturnInput) {
  return take(tx, by, actId, { step: "returned", ...parsed(ReturnInput, given) });
}

/**
 * The council decided again: it kept the act, changed it, or repealed it, which ends it on that day.
 * @throws `InvalidInput`, `acts.step_reconsidered`
 */
export async function recordReconsideration(tx: TenantTx, by: Doing, actId: string, given: ReconsiderationInput) {
  return take(tx, by, actId, { step: "reconsidered", ...parsed(ReconsiderationInput, given) });
}

/** The prefect took the act to the administrative court. @throws `InvalidInput`, `acts.step_court` */
export async function recordCourt(tx: TenantTx, by: Doing, actId: string, given: CourtInput) {
  return take(tx, by, actId, { step: "court", ...parsed(CourtInput, given) });
}

/** The court ruled that the act is valid, or that it is not. @throws `InvalidInput`, `acts.step_ruled` */
export async function recordRuling(tx: TenantTx, by: Doing, actId: string, given: RulingInput) {
  return take(tx, by, actId, { step: "ruled", ...parsed(RulingInput, given) });
}

/**
 * Takes back the last step, which was entered wrongly.
 * @param mark of the step that is meant; without it, whichever is the last
 * @throws `acts.no_step`, `acts.not_the_last_step`
 */
export async function takeBackStep(tx: TenantTx, by: Doing, actId: string, mark?: string): Promise<PrefectState> {
  const act = await lockAct(tx, actId);
  const last = (await findSteps(tx, actId)).at(-1);
  if (!last) throw nothingToTakeBack();
  if (mark !== undefined && mark !== stepMark(last)) throw notTheLastStep();
  await tx.deleteFrom("prefect_steps").where("act_id", "=", actId).where("position", "=", last.position).execute();
  const { step, day, protocol_number: protocolNumber, outcome, reasons } = last;
  const before = { step, day, protocolNumber, outcome, reasons };
  await recordChange(tx, by, "act.prefect_step_taken_back", "act", actId, before, null);
  return settle(tx, by, act);
}

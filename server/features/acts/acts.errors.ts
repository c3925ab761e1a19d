import { AppError } from "../../http/errors.ts";
import { numericDay } from "../../local-time.ts";
import type { PrefectStep } from "./acts.shared.ts";

export const actNotFound = () => new AppError("acts.not_found", 404);
export const noSuchPage = (pages: number) => new AppError("acts.no_such_page", 404, { pages });
/** @param day `YYYY-MM-DD` */
export const actWithdrawn = (day: string) => new AppError("acts.withdrawn", 410, { date: numericDay(day) });
export const alreadyPublic = () => new AppError("acts.already_public", 409);
export const notPublished = () => new AppError("acts.not_published", 409);
export const actNotADraft = () => new AppError("acts.not_a_draft", 409);
export const gapNeeded = () => new AppError("acts.gap_needed", 409);
export const alreadyWithdrawn = () => new AppError("acts.already_withdrawn", 409);

export const numberTaken = (number: number, series: string) =>
  new AppError("acts.number_taken", 409, { number: String(number), series });
export const leavesGap = (number: number, next: number) =>
  new AppError("acts.leaves_gap", 422, { number: String(number), next: String(next) });
export const numberFixed = () => new AppError("acts.number_fixed", 409);
export const noTerm = (day: string) => new AppError("acts.no_term", 422, { date: numericDay(day) });
export const gapTooWide = (maximum: number) => new AppError("acts.gap_too_wide", 422, { maximum });
export const noSuchGap = (number: number, series: string) =>
  new AppError("acts.no_such_gap", 409, { number: String(number), series });
export const notAGap = (number: number) => new AppError("acts.not_a_gap", 409, { number: String(number) });

export const unredacted = () => new AppError("acts.unredacted", 422);
export const onlyIndividualNotified = () => new AppError("acts.in_force_by_announcement", 422);

export const alreadyRelated = () => new AppError("acts.already_related", 409);
export const relationNotFound = () => new AppError("acts.relation_not_found", 404);
export const targetIsNewer = () => new AppError("acts.target_is_newer", 422);

export const noDepositNeeded = () => new AppError("acts.no_deposit_needed", 422);
export const notAnnounced = () => new AppError("acts.not_announced", 409);
export const underReview = () => new AppError("acts.under_review", 409);
export const nothingToTakeBack = () => new AppError("acts.no_step", 409);
export const notTheLastStep = () => new AppError("acts.not_the_last_step", 409);
/** @param day `YYYY-MM-DD` */
export const announcedAlready = (day: string) => new AppError("acts.announced_already", 409, { date: numericDay(day) });
/** @param day `YYYY-MM-DD` */
export const notifiedAlready = (day: string) => new AppError("acts.notified_already", 409, { date: numericDay(day) });
export const stepNotOffered = () => new AppError("acts.step_not_offered", 409);

export const nothingToCorrect = () => new AppError("acts.no_day_to_correct", 409);

const refusals: Record<PrefectStep, string> = {
  deposited: "acts.step_deposited",
  no_objection: "acts.step_answer",
  no_answer: "acts.step_answer",
  returned: "acts.step_answer",
  reconsidered: "acts.step_reconsidered",
  court: "acts.step_court",
  ruled: "acts.step_ruled",
};
/** The step does not follow from where the review stands. */
export const stepOutOfTurn = (step: PrefectStep) => new AppError(refusals[step], 409);
export const returnedOnce = () => new AppError("acts.returned_once", 409);
export const periodRuns = (day: string) => new AppError("acts.period_runs", 422, { date: numericDay(day) });

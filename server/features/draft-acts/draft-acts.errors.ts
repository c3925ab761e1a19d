import { AppError } from "../../http/errors.ts";
import { InvalidInput } from "../../http/problem.ts";
import { numericDay } from "../../local-time.ts";

export const draftActNotFound = () => new AppError("drafts.not_found", 404);
export const noSuchDraftsPage = (pages: number) => new AppError("drafts.no_such_page", 404, { pages });
export const draftPublicAlready = () => new AppError("drafts.already_public", 409);
export const draftNotPublished = () => new AppError("drafts.not_published", 409);
export const draftWithdrawnAlready = () => new AppError("drafts.already_withdrawn", 409);
/** @param day `YYYY-MM-DD` */
export const draftWithdrawn = (day: string) => new AppError("drafts.withdrawn", 410, { date: numericDay(day) });

export const hearingNotFound = () => new AppError("drafts.hearing_not_found", 404);
/** Somebody else has entered something since the form was opened. */
export const movedMeanwhile = () => new AppError("drafts.moved_meanwhile", 409);
export const wrongStep = () => new AppError("drafts.wrong_step", 409);
export const decidedAlready = () => new AppError("drafts.decided_already", 409);
/** @param dueOn `YYYY-MM-DD`, the last day of the period that runs */
export const periodRuns = (dueOn: string) => new AppError("drafts.period_runs", 409, { date: numericDay(dueOn) });
export const noPeriodRuns = () => new AppError("drafts.no_period_runs", 409);
export const periodPastLimit = (number: number) => new AppError("drafts.period_past_limit", 422, { number });
export const periodTooShort = (number: number) => new AppError("drafts.period_too_short", 422, { number });
export const periodNotLonger = () => new AppError("drafts.period_not_longer", 422);
/** Asked of whoever keeps consultations alone, and would make something that nobody is consulted about. */
export const notConsulted = () => new InvalidInput([{ path: "consultationRequired", code: "drafts.not_consulted" }]);

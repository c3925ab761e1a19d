import { AppError } from "../../http/errors.ts";

export const nothingJudged = () => new AppError("readiness.nothing_judged", 409);
export const nothingPlanned = () => new AppError("readiness.nothing_planned", 404);
export const doneInTheFuture = () => new AppError("readiness.done_in_the_future", 422);

import { AppError } from "../../http/errors.ts";

/** Nobody has been told of the meeting, so that there is nothing to take back. */
export const neverSent = () => new AppError("mailings.never_sent", 409);
export const noneFailed = () => new AppError("mailings.none_failed", 409);
export const memberUnknown = () => new AppError("mailings.member_unknown", 404);

import { AppError } from "../../http/errors.ts";

export const minutesNotDrawn = () => new AppError("minutes.not_drawn", 409);
export const meetingGoesOn = () => new AppError("minutes.meeting_goes_on", 409);
/** Somebody changed them between the look and the publishing. */
export const changedMeanwhile = () => new AppError("minutes.changed_meanwhile", 409);
/** Nobody says which text they have read. */
export const notSeen = () => new AppError("minutes.not_seen", 409);
/** Something is still to be written. */
export const gapsLeft = () => new AppError("minutes.gaps_left", 409);
/** Minutes that were written elsewhere cannot be handed over. */
export const uploadByTwo = () => new AppError("minutes.upload_by_two", 409);
export const alreadyPublished = () => new AppError("minutes.nothing_new", 409);
export const partUnknown = () => new AppError("minutes.part_unknown", 409);
/** The item is not adopted, or has its act. */
export const noActDue = () => new AppError("minutes.no_act_due", 409);

import { AppError } from "../../http/errors.ts";

/** One answer whether the hand-over was used, has expired, is another council's or was never given. */
export const handOverUnusable = () => new AppError("operators.hand_over_unusable", 410);
export const councilUnknown = () => new AppError("operators.council_unknown", 404);
export const councilSuspended = () => new AppError("operators.council_suspended", 409);

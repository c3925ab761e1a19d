import { AppError } from "../../http/errors.ts";
import type { StepRefused } from "./live-state.shared.ts";

export const stepRefused = ({ code, values }: StepRefused) => new AppError(code, 409, values);
/** The meeting has begun for everybody: that is not taken back by striking a step. */
export const beginningStays = () => new AppError("live.beginning_stays", 409);
/** A console's clock goes before the server's. */
export const inTheFuture = () => new AppError("live.in_the_future", 422);
/** It would have happened longer ago than any connection is lost. */
export const longAgo = () => new AppError("live.long_ago", 422);
export const notItsDay = () => new AppError("live.not_its_day", 409);

import { AppError } from "../../http/errors.ts";
import type { StepRefused } from "./live-state.ts";

export const stepRefused = ({ code, values }: StepRefused) => new AppError(code, 409, values);
/** The meeting has begun for everybody, or is over: neither is taken back by striking a step. */
export const beginningStays = () => new AppError("live.beginning_stays", 409);
/** An item's result is in the register: it is put right there. */
export const inTheFuture = () => new AppError("live.in_the_future", 422);

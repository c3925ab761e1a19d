import { AppError } from "../../http/errors.ts";

export const defectNotFound = () => new AppError("upkeep.not_found", 404);
export const alreadyIgnored = () => new AppError("upkeep.already_ignored", 409);
export const notIgnored = () => new AppError("upkeep.not_ignored", 409);
export const alreadyAsked = () => new AppError("upkeep.already_asked", 409);

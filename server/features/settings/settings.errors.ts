import { AppError } from "../../http/errors.ts";

export const emblemUnknown = () => new AppError("settings.emblem_unknown", 422);
export const emblemUnreadable = () => new AppError("settings.emblem_unreadable", 422);
export const emblemTooLarge = (kilobytes: number) => new AppError("settings.emblem_too_large", 422, { kilobytes });
export const emblemTooSmall = (pixels: number) => new AppError("settings.emblem_too_small", 422, { pixels });

export const domainImpossible = () => new AppError("settings.domain_impossible", 422);
export const domainUnknown = () => new AppError("settings.domain_unknown", 404);
export const tooManyDomains = (maximum: number) => new AppError("settings.too_many_domains", 409, { maximum });
export const domainInUse = () => new AppError("settings.domain_in_use", 409);

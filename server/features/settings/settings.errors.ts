import { AppError } from "../../http/errors.ts";
import type { ModuleName } from "./modules.shared.ts";

export const emblemChanged = () => new AppError("meanwhile.emblem", 409);
export const emblemUnknown = () => new AppError("settings.emblem_unknown", 422);
export const emblemUnreadable = () => new AppError("settings.emblem_unreadable", 422);
export const emblemTooLarge = (kilobytes: number) => new AppError("settings.emblem_too_large", 422, { kilobytes });
export const emblemTooSmall = (pixels: number) => new AppError("settings.emblem_too_small", 422, { pixels });
export const emblemTooLong = (times: number) => new AppError("settings.emblem_too_long", 422, { times });

/** Those who run the portal do not take the second person away. */
export const approvalIsCouncils = () => new AppError("settings.approval_is_councils", 403);

export const domainImpossible = () => new AppError("settings.domain_impossible", 422);
export const domainUnknown = () => new AppError("settings.domain_unknown", 404);
export const tooManyDomains = (maximum: number) => new AppError("settings.too_many_domains", 409, { maximum });
export const domainInUse = () => new AppError("settings.domain_in_use", 409);

/** Something of it is public: `number` bodies, meetings, publications or accounts. */
export const stillStands = (module: ModuleName, number: number) =>
  new AppError(`settings.still_stands_${module}`, 409, { number });
/** The council has said that it has none of it. */
export const declinedBefore = (module: ModuleName) => new AppError(`settings.declined_${module}`, 409);

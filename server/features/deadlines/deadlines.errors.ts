import { AppError } from "../../http/errors.ts";
import { numericDay } from "../../local-time.ts";

export const unknownRule = (code: string) => new AppError("deadlines.unknown_rule", 404, { code });
export const notInForce = (code: string, day: string) =>
  new AppError("deadlines.not_in_force", 422, { code, day: numericDay(day) });
export const periodNotSet = (code: string) => new AppError("deadlines.period_not_set", 422, { code });
export const hourNeeded = (code: string) => new AppError("deadlines.hour_needed", 422, { code });
export const unknownYear = (year: number) => new AppError("deadlines.unknown_year", 404, { year: String(year) });
export const countsForward = (code: string) => new AppError("deadlines.counts_forward", 422, { code });
export const noHoursBack = (code: string) => new AppError("deadlines.no_hours_back", 422, { code });

export const periodFixed = (code: string) => new AppError("deadlines.period_fixed", 422, { code });
export const periodTooShort = (code: string) => new AppError("deadlines.period_too_short", 422, { code });
export const unitDiffers = (code: string) => new AppError("deadlines.unit_differs", 422, { code });
export const periodTooLong = (code: string) => new AppError("deadlines.period_too_long", 422, { code });
export const periodAlreadySet = () => new AppError("deadlines.period_already_set", 409);
export const periodEndsEarly = () => new AppError("deadlines.period_ends_early", 422);
export const periodNotFound = () => new AppError("deadlines.period_not_found", 404);

export const alreadyOpen = () => new AppError("deadlines.already_open", 409);
export const notOpen = () => new AppError("deadlines.not_open", 404);

export const alreadyDayOff = (day: string) => new AppError("deadlines.already_day_off", 409, { day: numericDay(day) });
export const alreadyEntered = (day: string) => new AppError("deadlines.already_entered", 409, { day: numericDay(day) });
export const notDayOff = (day: string) => new AppError("deadlines.not_day_off", 422, { day: numericDay(day) });
export const nothingEntered = (day: string) => new AppError("deadlines.nothing_entered", 404, { day: numericDay(day) });

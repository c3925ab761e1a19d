import { AppError } from "../../http/errors.ts";

export const planNotFound = () => new AppError("plan.not_found", 404);
export const noPlanOfYear = (year: number) => new AppError("plan.no_such_year", 404, { year: String(year) });
export const yearPlannedAlready = (year: number) => new AppError("plan.year_taken", 409, { year: String(year) });
export const planPublicAlready = () => new AppError("plan.already_public", 409);
export const planNotPublished = () => new AppError("plan.not_published", 409);
export const planWithoutItems = () => new AppError("plan.without_items", 409);
export const planItemNotFound = () => new AppError("plan.item_not_found", 404);
export const planItemStays = () => new AppError("plan.item_stays", 409);
export const planItemDropped = () => new AppError("plan.item_dropped", 409);
export const planItemNotDropped = () => new AppError("plan.item_not_dropped", 409);
export const planItemAdopted = () => new AppError("plan.item_adopted", 409);

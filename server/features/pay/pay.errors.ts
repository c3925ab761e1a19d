import { AppError } from "../../http/errors.ts";

export const rateNotFound = () => new AppError("pay.rate_not_found", 404);
export const ratesOverlap = () => new AppError("pay.rates_overlap", 409);
export const monthNotFound = () => new AppError("pay.month_not_found", 404);
export const monthPublicAlready = () => new AppError("pay.month_public_already", 409);
export const monthNotPublished = () => new AppError("pay.month_not_published", 409);
export const monthIsPublic = () => new AppError("pay.month_is_public", 409);
export const monthThereAlready = () => new AppError("pay.month_there_already", 409);

import { AppError } from "../../http/errors.ts";

export const uploadNotFound = () => new AppError("uploads.not_found", 404);
export const uploadExpired = () => new AppError("uploads.expired", 410);
/** The sender goes on from where the file really stands, which it asks. */
export const uploadElsewhere = () => new AppError("uploads.elsewhere", 409);
export const uploadIncomplete = () => new AppError("uploads.incomplete", 409);
export const uploadTooLong = () => new AppError("uploads.too_long", 413);
export const uploadChanged = () => new AppError("uploads.changed", 422);
export const tooManyUploads = (maximum: number) => new AppError("uploads.too_many", 429, { maximum });
export const pictureNotFound = () => new AppError("photos.not_found", 404);

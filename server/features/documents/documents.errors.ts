import { AppError } from "../../http/errors.ts";

export const documentNotFound = () => new AppError("documents.not_found", 404);
export const publicVersionExists = () => new AppError("documents.public_version_exists", 409);
export const documentCarried = () => new AppError("documents.carried", 409);
export const newestStays = () => new AppError("documents.newest_stays", 409);
export const redactFirst = () => new AppError("documents.redact_first", 422);

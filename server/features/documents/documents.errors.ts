import { AppError } from "../../http/errors.ts";

export const documentNotFound = () => new AppError("documents.not_found", 404);
export const publicVersionExists = () => new AppError("documents.public_version_exists", 409);
export const documentCarried = () => new AppError("documents.carried", 409);
export const newestStays = () => new AppError("documents.newest_stays", 409);
/** A file of a colleague's waits for it already. */
export const proposedAlready = () => new AppError("documents.proposed_already", 409);
/** It got another file since the page was opened. */
export const fileChangedMeanwhile = () => new AppError("documents.file_changed_meanwhile", 409);
export const redactFirst = () => new AppError("documents.redact_first", 422);

import { AppError } from "../../http/errors.ts";

export const electionNotFound = () => new AppError("elections.not_found", 404);
export const electionThereAlready = () => new AppError("elections.there_already", 409);
export const electionPublicAlready = () => new AppError("elections.already_public", 409);
export const electionNotPublished = () => new AppError("elections.not_published", 409);
export const electionIsPublic = () => new AppError("elections.is_public", 409);

import { AppError } from "../../http/errors.ts";

export const personNotFound = () => new AppError("people.not_found", 404);
export const personPublicAlready = () => new AppError("people.already_public", 409);
export const personNotPublished = () => new AppError("people.not_published", 409);
export const partyNotFound = () => new AppError("parties.not_found", 404);
export const partyEnded = () => new AppError("parties.ended", 409);
export const partyIntoItself = () => new AppError("parties.into_itself", 409);
export const partyNamedThatDay = () => new AppError("parties.named_that_day", 409);
export const affiliatedTwice = () => new AppError("people.affiliated_twice", 409);
export const representationNotFound = () => new AppError("people.representation_not_found", 404);
export const personIsPublic = () => new AppError("people.is_public", 409);

import { AppError } from "../../http/errors.ts";

export const notAPage = (element: string) => new AppError("pages.not_a_page", 404, { element: element.slice(0, 20) });
export const pageNotFound = () => new AppError("pages.not_found", 404);
export const pageAlreadyPublic = () => new AppError("pages.already_public", 409);
export const pageNotPublished = () => new AppError("pages.not_published", 409);
export const pageThereAlready = () => new AppError("pages.there_already", 409);

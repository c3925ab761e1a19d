import { AppError } from "../../http/errors.ts";
import { numericDay } from "../../local-time.ts";

export const notACollection = (element: string) =>
  new AppError("publications.not_a_collection", 404, { element: element.slice(0, 20) });
export const publicationNotFound = () => new AppError("publications.not_found", 404);
export const noSuchPage = (pages: number) => new AppError("publications.no_such_page", 404, { pages });
export const alreadyPublic = () => new AppError("publications.already_public", 409);
export const notPublished = () => new AppError("publications.not_published", 409);
export const alreadyWithdrawn = () => new AppError("publications.already_withdrawn", 409);
/** @param day `YYYY-MM-DD` */
export const withdrawn = (day: string) => new AppError("publications.withdrawn", 410, { date: numericDay(day) });

import { AppError } from "../../http/errors.ts";
import { numericDay } from "../../local-time.ts";

export const bodyNotFound = () => new AppError("bodies.not_found", 404);
export const bodyPublicAlready = () => new AppError("bodies.already_public", 409);
export const bodyNotPublished = () => new AppError("bodies.not_published", 409);
export const bodyWithdrawnAlready = () => new AppError("bodies.already_withdrawn", 409);
/** @param day `YYYY-MM-DD` */
export const bodyWithdrawn = (day: string) => new AppError("bodies.withdrawn", 410, { date: numericDay(day) });
export const onlyOneBody = () => new AppError("bodies.sole", 409);
export const termNotFound = () => new AppError("bodies.term_not_found", 404);
export const termExists = () => new AppError("bodies.term_exists", 409);
export const termsOverlap = () => new AppError("bodies.terms_overlap", 409);
export const membershipNotFound = () => new AppError("bodies.membership_not_found", 404);
/** @param name of whoever holds it */
export const seatHeld = (name: string) => new AppError("bodies.seat_held", 409, { name });
export const chairHeld = (name: string) => new AppError("bodies.chair_held", 409, { name });
/** Two wanted it at once. */
export const seatTaken = () => new AppError("bodies.seat_taken", 409);
export const memberAlready = () => new AppError("bodies.member_already", 409);
export const orderIncomplete = () => new AppError("bodies.order_incomplete", 409);
export const chairTaken = () => new AppError("bodies.chair_taken", 409);

import { AppError } from "../../http/errors.ts";

export const notFollowed = () => new AppError("following.not_found", 404);
export const tooManyViewers = (most: number) => new AppError("following.too_many", 503, { most });

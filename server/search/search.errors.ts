import { AppError } from "../http/errors.ts";

/** The reason stays with the error for the log; what is answered is code and status alone. */
export function searchUnavailable(cause?: unknown): AppError {
  const error = new AppError("search.unavailable", 503);
  if (cause !== undefined) error.cause = cause;
  return error;
}

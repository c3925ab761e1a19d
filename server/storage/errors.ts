import { AppError } from "../http/errors.ts";
import { readableSize } from "../http/readable-size.ts";

/** The reason stays with the error for the log; what is answered is code, status and params alone. */
function because(error: AppError, cause: unknown): AppError {
  if (cause !== undefined) error.cause = cause;
  return error;
}

export const fileTooLarge = (maximum: number) =>
  new AppError("files.too_large", 413, { maximum: readableSize(maximum) });
export const fileEmpty = () => new AppError("files.empty", 422);
export const fileTruncated = (cause?: unknown) => because(new AppError("files.truncated", 400), cause);
export const typeNotAllowed = (name: string, found: string) =>
  new AppError("files.type_not_allowed", 415, { name, found });
export const typeMismatch = (name: string, found: string) => new AppError("files.type_mismatch", 415, { name, found });
export const macroDocument = (name: string) => new AppError("files.macro_document", 415, { name });
export const fileDamaged = (name: string, cause?: unknown) =>
  because(new AppError("files.damaged", 422, { name }), cause);
export const fileEncrypted = (name: string) => new AppError("files.encrypted", 422, { name });
export const archiveBomb = (name: string) => new AppError("files.archive_bomb", 422, { name });
export const archiveNested = (name: string) => new AppError("files.archive_nested", 422, { name });
export const storageFull = (cause?: unknown) => because(new AppError("files.storage_full", 507), cause);
export const storageUnavailable = (cause?: unknown) => because(new AppError("files.storage_unavailable", 503), cause);

export const virusFound = (name: string, virus: string) => new AppError("files.virus_found", 422, { name, virus });
export const virusCheckUnavailable = (cause?: unknown) =>
  because(new AppError("files.virus_check_unavailable", 503), cause);

/** Does `work` on a disk; whatever the disk answers becomes `files.storage_full` or `files.storage_unavailable`. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw code === "ENOSPC" || code === "EDQUOT" ? storageFull(error) : storageUnavailable(error);
  }
}

import { AppError } from "../../http/errors.ts";

export const importNotFound = () => new AppError("import.not_found", 404);
/** The same was confirmed twice at once. */
export const broughtInAlready = () => new AppError("import.brought_in_already", 409);
export const checkNotFound = () => new AppError("import.check_not_found", 404);
/** Where one person prepares and another approves. */
export const anotherBringsIn = () => new AppError("import.another_brings_in", 403);
export const undoneAlready = () => new AppError("import.undone_already", 409);
/** Of what an import made: why it stays when the import is taken back. */
export const changedSince = () => new AppError("import.changed_since", 409);
export const wasThereBefore = () => new AppError("import.was_there_before", 409);
export const isGone = () => new AppError("import.is_gone", 409);

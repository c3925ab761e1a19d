import { AppError } from "../http/errors.ts";

export const importEmpty = () => new AppError("import.empty", 422);
export const importTooLarge = (megabytes: number) => new AppError("import.too_large", 413, { megabytes });
export const importWorkbook = () => new AppError("import.workbook", 415);
export const importUtf16 = () => new AppError("import.utf16", 415);
export const importNotText = () => new AppError("import.not_text", 415);
/** @param word what stands there, as it was probably meant */
export const importOldEncoding = (line: number, word: string) =>
  new AppError("import.old_encoding", 415, { line, word });
export const importGarbled = (line: number, word: string) => new AppError("import.garbled", 415, { line, word });
export const importDamaged = (line: number, word: string) => new AppError("import.damaged", 415, { line, word });
export const importMalformed = (line: number) => new AppError("import.malformed", 422, { line });
export const columnsMissing = (columns: readonly string[]) =>
  new AppError("import.columns_missing", 422, { columns: columns.join(", ") });
export const columnsUnknown = (columns: readonly string[], known: readonly string[]) =>
  new AppError("import.columns_unknown", 422, { columns: columns.join(", "), known: known.join(", ") });
export const columnTwice = (column: string) => new AppError("import.column_twice", 422, { column });
export const importWithoutRows = () => new AppError("import.without_rows", 422);
export const tooManyRows = (most: number) => new AppError("import.too_many_rows", 422, { most });

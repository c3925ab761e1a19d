import { AppError } from "../http/errors.ts";

export const importEmpty = () => new AppError("import.empty", 422);
export const importTooLarge = (megabytes: number) => new AppError("import.too_large", 413, { megabytes });
/** What Excel wrote before 2007, or a workbook with a password. */
export const importOldWorkbook = () => new AppError("import.old_workbook", 415);
export const workbookDamaged = () => new AppError("import.workbook_damaged", 422);
/** @param cell as a spreadsheet program calls it, `N2` */
export const cellWithoutValue = (cell: string) => new AppError("import.cell_without_value", 422, { cell });
export const workbookTooLarge = () => new AppError("import.workbook_too_large", 413);
export const importNotText = () => new AppError("import.not_text", 415);
/** @param word what stands there, as Windows reads it */
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

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");
export const severalSheets = (sheets: readonly string[]) =>
  new AppError("import.several_sheets", 422, { sheets: listed(sheets) });
/** @param nearest the sheet that lacks the fewest columns, and which */
export const wrongSheet = (sheets: readonly string[], nearest: string, columns: readonly string[]) =>
  new AppError("import.wrong_sheet", 422, { sheets: listed(sheets), nearest, columns: columns.join(", ") });

/** @param asked how many files the table names */
export const filesNotGiven = (asked: number) => new AppError("import.files_not_given", 422, { asked });
export const fileMissing = (name: string) => new AppError("import.file_missing", 422, { name });
/** Several folders have a file of this name. */
export const fileAmbiguous = (name: string) => new AppError("import.file_ambiguous", 422, { name });
export const filesLeftOver = (number: number, names: readonly string[]) =>
  new AppError("import.files_left_over", 422, {
    number,
    names: `${listed(names)}${number > names.length ? " …" : ""}`,
  });
/** @param found places in its text that tell something about somebody */
export const fileNamesPersons = (name: string, found: number) =>
  new AppError("import.file_names_persons", 422, { name, found });
/** It has pages that are pictures, in which nobody can search. */
export const fileScanned = (name: string) => new AppError("import.file_scanned", 422, { name });
export const tooManyFiles = (most: number) => new AppError("import.too_many_files", 413, { most });
export function archiveDamaged(cause?: unknown) {
  const error = new AppError("import.archive_damaged", 422);
  error.cause = cause;
  return error;
}

import { AppError } from "../../http/errors.ts";

/** @param line the row that has the number already */
export const numberTwice = (number: number, series: string, line: number) =>
  new AppError("acts.import_twice", 422, { number: String(number), series, line });
export const gapExplained = (from: number, to: number, series: string) =>
  new AppError("acts.import_gap", 422, { from: String(from), to: String(to), series });
export const notInRegister = (text: string) => new AppError("acts.import_not_in_register", 422, { text });
export const citedTwice = (text: string) => new AppError("acts.import_ambiguous", 422, { text });
export const shownToNobody = () => new AppError("acts.import_unredacted", 422);

import type { AppError } from "../http/errors.ts";

/** What is wrong with a row, or worth knowing: its line in the file, the column where it is one, and the sentence. */
export interface RowProblem {
  line: number;
  column: string | null;
  code: string;
  /** What fills the sentence. */
  params?: AppError["params"];
}

/** A failure with a name, said of a row. */
export const told = (line: number, column: string | null, { code, params }: AppError): RowProblem => ({
  ...{ line, column, code },
  ...(Object.keys(params).length > 0 && { params }),
});

import * as v from "valibot";
import type { Locale } from "../locale.shared.ts";
import { AppError } from "./errors.ts";
import { phrases } from "./phrases.ts";

/** RFC 9457: what every route answers when it refuses. `code` is stable; `title` speaks the reader's language. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  requestId: v.string(),
  fields: v.optional(v.array(v.object({ path: v.string(), code: v.string(), message: v.string() }))),
});
export type Problem = v.InferOutput<typeof Problem>;

export interface FieldProblem {
  path: string;
  code: string;
}

/** Input that breaks several rules at once, each named with its field. */
export class InvalidInput extends AppError {
  readonly fields: FieldProblem[];
  constructor(fields: FieldProblem[]) {
    super("http.invalid_input", 422);
    this.fields = fields;
  }
}

/** The document for a failure; a bug becomes a bare 500 that tells nothing about the inside. */
export function problemOf(error: unknown, locale: Locale, requestId: string): Problem {
  const t = phrases(locale, "errors");
  const known = error instanceof AppError ? error : new AppError("http.internal", 500);
  return {
    type: "about:blank",
    title: t(known.code as "http.internal", known.params),
    status: known.status,
    code: known.code,
    requestId,
    ...(known instanceof InvalidInput && {
      fields: known.fields.map(({ path, code }) => ({ path, code, message: t(code as "http.internal") })),
    }),
  };
}

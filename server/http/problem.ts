import type { Locale } from "../locale.shared.ts";
import { AppError } from "./errors.ts";
import { phrases } from "./phrases.ts";
import { Problem } from "./problem.schema.ts";

export { Problem };

export interface FieldProblem {
  path: string;
  code: string;
  /** What fills the sentence, where it has gaps. */
  params?: Readonly<Record<string, string | number>>;
}

/** Input that breaks several rules at once, each named with its field. */
export class InvalidInput extends AppError {
  readonly fields: FieldProblem[];
  constructor(fields: FieldProblem[]) {
    super("http.invalid_input", 422);
    this.fields = fields;
  }
}

/**
 * Does a piece of work on a part of an input: what it finds wrong is named with the way to the part.
 *
 *     await within(`memberships.${at}`, () => addMembership(tx, by, one));
 */
export async function within<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.fields.map(({ path, ...problem }) => ({ path: `${place}.${path}`, ...problem })));
  }
}

const decimals = { sq: new Intl.NumberFormat("sq"), en: new Intl.NumberFormat("en-GB") };

/** Numbers with decimals as the language writes them: 4,5 in Albanian. */
const written = (params: NonNullable<FieldProblem["params"]>, locale: Locale) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "number" && !Number.isInteger(value) ? decimals[locale].format(value) : value,
    ]),
  );

/** The document for a failure; a bug becomes a bare 500 that tells nothing about the inside. */
export function problemOf(error: unknown, locale: Locale, requestId: string): Problem {
  const t = phrases(locale, "errors");
  const ofField = phrases(locale, "fields");
  const sentence = (code: string, params: FieldProblem["params"] = {}) =>
    code.startsWith("fields.")
      ? ofField(code as "fields.required")
      : t(code as "http.internal", written(params, locale));
  const known = error instanceof AppError ? error : new AppError("http.internal", 500);
  return {
    type: "about:blank",
    title: t(known.code as "http.internal", written(known.params, locale)),
    status: known.status,
    code: known.code,
    requestId,
    ...(known instanceof InvalidInput && {
      fields: known.fields.map(({ path, code, params }) => ({ path, code, message: sentence(code, params) })),
    }),
  };
}

import type { AppError } from "../http/errors.ts";
import type { Problem } from "../http/problem.schema.ts";
import { InvalidInput, problemOf } from "../http/problem.ts";
import type { WorkspaceContext } from "./scope.ts";

/** What is wrong with a form, in its sender's language: a day is spoken of as people write it, and not as programs do. */
export function formProblemOf({ var: { locale, requestId } }: WorkspaceContext, failure: AppError): Problem {
  const told =
    failure instanceof InvalidInput
      ? new InvalidInput(
          failure.fields.map((one) => (one.code === "date.malformed" ? { ...one, code: "date.typed_wrong" } : one)),
        )
      : failure;
  return problemOf(told, locale, requestId);
}

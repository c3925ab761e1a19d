import { AppError } from "../../http/errors.ts";
import { problemOf } from "../../http/problem.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";

/**
 * Why one file of several was not kept, to be told beside its name: what is wrong with it, or that it cannot be looked into
 * now. The others are kept, and so is what was typed.
 * @throws what is no refusal of this file
 */
export function refusalOfFile({ var: { locale, requestId } }: WorkspaceContext, failure: unknown): string {
  const isOfFile =
    failure instanceof AppError && (failure.status < 500 || failure.code === "files.virus_check_unavailable");
  if (!isOfFile) throw failure;
  return problemOf(failure, locale, requestId).title;
}

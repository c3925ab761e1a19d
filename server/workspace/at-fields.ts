import { AppError } from "../http/errors.ts";
import { InvalidInput } from "../http/problem.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.ts";

export interface Places {
  /** What a service calls a field, and what the form calls it. */
  fields?: Readonly<Record<string, string>>;
  /** Failures that are about one field of the form, by their code; `files.` stands for all that begin so. */
  failures?: Readonly<Record<string, string>>;
}

/**
 * Does what a form asks for; what a service refuses is named with the form's own fields, so that the summary leads there.
 *
 *     await atFields({ fields: { startsAt: "time" }, failures: { "meetings.another_then": "time" } }, () => …)
 */
export async function atFields<T>({ fields = {}, failures = {} }: Places, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    // It speaks of the form already.
    if (failure instanceof ChangedMeanwhile) throw failure;
    if (failure instanceof InvalidInput)
      throw new InvalidInput(failure.fields.map((one) => ({ ...one, path: fields[one.path] ?? one.path })));
    if (failure instanceof AppError) {
      const { code, params } = failure;
      const path = failures[code] ?? failures[code.slice(0, code.indexOf(".") + 1)];
      if (path !== undefined) throw new InvalidInput([{ path, code, params }]);
    }
    throw failure;
  }
}

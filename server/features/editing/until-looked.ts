import type { Context } from "hono";
import type { WorkspaceScope } from "../../workspace/scope.ts";
import { PersonsNamed } from "./persons.service.ts";

/** Says to a script what was found about persons, and with which mark it is confirmed that somebody has looked. */
export async function untilLooked<T>(c: Context<WorkspaceScope>, work: () => Promise<T>) {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof PersonsNamed)) throw failure;
    return c.json({ kind: "persons_named", mark: failure.mark, places: failure.places }, 409);
  }
}

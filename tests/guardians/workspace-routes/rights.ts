import { globSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "../../../server/features/accounts/roles.shared.ts";

/**
 * Who may ask a route of the workspace: everybody; whoever has given a password, even if the second factor is still to
 * come; whoever is signed in, by an account or, where it says so, also on an operator’s visit; or these roles only.
 * `coordinator_consultation` on a route of any kind is meant of draft acts and documents alone, `own_profile` of a
 * councillor’s own person.
 */
export type May =
  | "anybody"
  | "half signed in"
  | "signed in"
  | "inside"
  | readonly (Role | "operator" | "own_profile")[];
/** By method and Albanian address; English ones are the same routes. */
export type WorkspaceRights = Readonly<Record<string, May>>;

/** What each feature lists in a file beside this one, together: the list is what was meant, not what the code says. */
export async function readRights(): Promise<WorkspaceRights> {
  const files = globSync("*.ts", { cwd: import.meta.dirname }).filter((file) => file !== "rights.ts");
  const modules = await Promise.all(files.map((file) => import(join(import.meta.dirname, file))));
  return Object.assign({}, ...modules.map((module) => module.default));
}

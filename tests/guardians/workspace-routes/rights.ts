import type { Role } from "../../../server/features/accounts/roles.shared.ts";

/**
 * Who may ask a route of the workspace: everybody; whoever has given a password, even if the second factor is still to
 * come; whoever is signed in, by an account or, where it says so, also on an operator’s visit; or these roles only.
 */
export type May = "anybody" | "half signed in" | "signed in" | "inside" | readonly (Role | "operator")[];
/** By method and Albanian address; English ones are the same routes. */
export type WorkspaceRights = Readonly<Record<string, May>>;

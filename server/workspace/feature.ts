import type { Hono } from "hono";
import type { Policy } from "../features/accounts/policies.ts";
import type { InBoth } from "../features/elements/catalogue.shared.ts";
import type { Actor } from "../http/scope.ts";
import type { Services } from "../http/services.ts";
import type { Previewer } from "../pages/preview.ts";
import type { Place } from "./places.ts";
import type { Shown, WorkspaceContext, WorkspaceScope } from "./scope.ts";

/** An address of the workspace in both languages, who may ask it, and what it answers. */
export interface WorkspaceRoute {
  method: "GET" | "POST";
  /** With its `/admin` and `/en/admin`; parts such as `:id` are the same in both. */
  path: InBoth;
  policy: Policy;
  /** The page that it belongs to, where its own address is none: there the other language leads. */
  at?: InBoth | undefined;
  answer(c: WorkspaceContext): Promise<Response>;
}

/** What belongs together in the navigation, in this order. */
export const navigationGroups = ["work", "reading", "council", "state", "running"] as const;
export type NavigationGroup = (typeof navigationGroups)[number];

export interface NavigationEntry extends Place {
  group: NavigationGroup;
  /** Entries of a group stand in this order. */
  order: number;
  /** Where it leads on to, if its own address is no page: first that page, then what belongs to it elsewhere. */
  leadsTo?(actor: Actor): readonly InBoth[];
}

/** What a feature adds to the workspace, in its own file `<feature>.workspace.ts`. */
export interface WorkspaceFeature {
  routes: readonly WorkspaceRoute[];
  navigation?: readonly NavigationEntry[];
  /** What the search finds beside the navigation: parts of pages, pages that no list leads to. */
  places?: readonly Place[];
  /** What scripts ask, below `/api/v1/admin` and this path. Every route in it has its `requires(policy)`. */
  api?: { path: `/${string}`; routes: Hono<WorkspaceScope> };
}
/** What the workspace lends its features beside the services. */
export interface WorkspaceParts {
  /** Shows a public page as it would be. */
  preview: Previewer;
  /** Everywhere that one can go, of all features. */
  places(): readonly Place[];
}
export type WorkspaceFeatureOf = (services: Services, parts: WorkspaceParts) => WorkspaceFeature;

/**
 * A page.
 *
 *     page(paths.users, mayManageAccounts, async (c) => ({ view: "accounts/users-page", data: await c.var.db.read(users) }))
 */
export const page = (
  path: InBoth,
  policy: Policy,
  load: (c: WorkspaceContext) => Promise<Shown | Response>,
): WorkspaceRoute => ({
  method: "GET",
  path,
  policy,
  async answer(c) {
    const loaded = await load(c);
    return loaded instanceof Response ? loaded : c.var.show(loaded);
  },
});

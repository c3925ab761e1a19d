import { leftApart } from "./left-apart.ts";
import type { WorkspaceRoutes } from "./workspace-routes.ts";

/** The part of an address's beginning that says what its ids are of. */
type Parts = Readonly<Record<string, string>>;

/** What there is of each: by the beginning of the addresses, what stands in their parts, one or several. */
export type Things = Readonly<Record<string, readonly Parts[]>>;

/** Pages that are asked for with more than their address. */
const queries: Readonly<Record<string, string>> = {
  "/admin/publikimet/i-ri": "?element=V.1.1",
  "/admin/procedurat/i-ri": "?element=II.1.2",
};

const partsIn = (template: string) => [...template.matchAll(/:(\w+)/g)].map(([, name]) => name!);

/** Pages that are measured as what somebody does, and not by themselves. */
const isPage = (route: string) => /^GET \/admin/.test(route) && !(route in leftApart) && route !== "GET /admin/profili";

/**
 * The address of every page of the workspace, with the ids of what there is.
 * @throws for a page of something of which nothing is known
 */
export function pageAddresses(routes: WorkspaceRoutes, things: Things): string[] {
  const templates = routes.all.filter(isPage).map((route) => route.slice("GET ".length));
  return templates.flatMap((template) => {
    const wanted = partsIn(template);
    const query = queries[template] ?? "";
    if (wanted.length === 0) return [template + query];
    const [of] = Object.keys(things)
      .filter((beginning) => template.startsWith(beginning))
      .toSorted((one, other) => other.length - one.length);
    const known = (things[of ?? ""] ?? []).filter((parts) => wanted.every((name) => name in parts));
    if (known.length === 0) throw new Error(`Nothing is known of which ${template} would be the page`);
    return known.map((parts) => template.replace(/:(\w+)/g, (_, name: string) => parts[name]!) + query);
  });
}

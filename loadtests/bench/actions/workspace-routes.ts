import type { Hono } from "hono";
import { inspectRoutes } from "hono/dev";
import { reviewActions } from "../../../server/features/acts/review-desk.shared.ts";
import { consultationSteps } from "../../../server/features/draft-acts/consultation-desk.shared.ts";
import { editables } from "../../../server/features/editing/editables.ts";
import { editedEntities } from "../../../server/features/editing/editing.paths.shared.ts";
import { searchedLists } from "../../../server/features/editing/form.shared.ts";
import { photoHolders } from "../../../server/features/photos/photos.paths.shared.ts";
import type { RequestScope } from "../../../server/http/scope.ts";

const published = editedEntities.filter((entity) => editables.find((one) => one.entity === entity)!.publish);
const step = (sq: string) => `POST /admin/redaktimi/:entity/:id/${sq}`;

/** Routes that are a different piece of work for each value of a part of their address, with all of these values. */
const differing: Readonly<Record<string, { part: string; values: readonly string[] }>> = {
  "POST /admin/aktet/:id/prefekti/:step": { part: "step", values: reviewActions },
  "POST /admin/projektaktet/:id/konsultimi/:step": { part: "step", values: consultationSteps },
  "GET /api/v1/admin/editing/choices/:list": { part: "list", values: searchedLists },
  "POST /admin/redaktimi/:entity/parapamja": { part: "entity", values: editedEntities },
  [step("botimi")]: { part: "entity", values: published },
  [step("terheqja")]: { part: "entity", values: published },
  [step("koshi")]: { part: "entity", values: published },
  [step("kthimi-nga-koshi")]: { part: "entity", values: published },
  [step("versioni")]: { part: "entity", values: editedEntities },
  "GET /admin/fotot/:entity/:id": { part: "entity", values: photoHolders },
};

const part = (name: string) => new RegExp(`:${name}(?:\\{[^}]*\\})?`, "g");
const anyPart = /:(\w+)(?:\{[^}]*\})?/g;

/** All routes of the workspace, as the application has them, by method and Albanian address. */
export class WorkspaceRoutes {
  readonly all: readonly string[];
  readonly #patterns: readonly { route: string; pattern: RegExp }[];

  constructor(app: Hono<RequestScope>) {
    const routes = inspectRoutes(app)
      .filter(({ isMiddleware, path }) => !isMiddleware && /^(\/admin(\/|$)|\/api\/v1\/admin\/)/.test(path))
      .filter(({ path }) => path !== "/admin/*")
      .map(({ method, path }) => `${method} ${path}`);
    // In their order: of those that an address fits, the first answers.
    this.#patterns = [...new Set(routes)].map((route) => ({
      route,
      pattern: new RegExp(`^${route.replaceAll(".", "\\.").replace(anyPart, "(?<$1>[^/]+)")}$`),
    }));
    this.all = this.#patterns.flatMap(({ route }) => {
      const { part: name, values } = differing[route] ?? { part: "", values: [""] };
      return values.map((value) => (name ? route.replace(part(name), value) : route));
    });
  }

  /** The route that answers an address, as `all` has it. @throws where there is none */
  met(method: string, path: string): string {
    const asked = `${method} ${path.split("?")[0]}`;
    const found = this.#patterns.find(({ pattern }) => pattern.test(asked));
    if (!found) throw new Error(`No route of the workspace answers ${asked}`);
    const { route, pattern } = found;
    const name = differing[route]?.part;
    return name ? route.replace(part(name), pattern.exec(asked)!.groups![name]!) : route;
  }
}

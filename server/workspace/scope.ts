import type { Context } from "hono";
import type { OpenSession } from "../auth/sessions.ts";
import type { Doing } from "../features/audit/audit.service.ts";
import type { InBoth } from "../features/elements/catalogue.shared.ts";
import type { OpenVisit } from "../features/operators/visits.service.ts";
import type { CouncilScope } from "../http/scope.ts";
import type { FormState } from "./page-data.ts";

/** A page to be shown: the file below `web/workspace` without its ending, and what it is given. */
export interface Shown {
  view: string;
  data: object;
  status?: number;
}

/** Routes below `/admin` and `/api/v1/admin` also hold the session with which they are asked. */
export interface WorkspaceScope extends CouncilScope {
  Variables: CouncilScope["Variables"] & {
    /** Also one whose second factor is still to come; `c.var.actor` is somebody only after that. */
    session: OpenSession | null;
    /** An operator's, who has no session. */
    visit: OpenVisit | null;
    /** The page's address in both languages. */
    here: InBoth;
    show(page: Shown, form?: FormState): Promise<Response>;
  };
}
export type WorkspaceContext = Context<WorkspaceScope>;

/** Who does what a route was asked to do, and when. */
export const doing = ({ var: { actor, now } }: WorkspaceContext): Doing => ({ actor, now });

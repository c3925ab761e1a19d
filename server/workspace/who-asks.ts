import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { sessionCookieName } from "../auth/cookie.ts";
import { actorOf, findSession } from "../auth/sessions.ts";
import { findVisit, isVisit, visitorOf } from "../features/operators/visits.service.ts";
import type { Services } from "../http/services.ts";
import type { WorkspaceScope } from "./scope.ts";

/** Finds the session or visit of the request's cookie in the council of its host, and who that makes of whoever asks. */
export const whoAsks = ({ clock, config }: Pick<Services, "clock" | "config">) =>
  createMiddleware<WorkspaceScope>(async (c, next) => {
    const { db, now } = c.var;
    const id = getCookie(c, sessionCookieName(config.publicScheme));
    const visit = id && isVisit(id) ? await db.read((tx) => findVisit(tx, now, id)) : null;
    const session = id && !isVisit(id) ? await findSession({ db, clock }, id) : null;
    c.set("session", session);
    c.set("visit", visit);
    c.set("actor", (visit && visitorOf(visit)) ?? actorOf(session) ?? c.var.actor);
    await next();
    closed(c.res);
  });

/** What is answered to somebody is kept by nobody, and found by no search. */
export function closed({ headers }: Response): void {
  headers.set("cache-control", "no-store");
  headers.set("x-robots-tag", "noindex");
  // Addresses of the workspace can be secret; its own forms still have to prove where they come from.
  headers.set("referrer-policy", "same-origin");
}

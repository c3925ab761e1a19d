import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { sessionCookieName } from "../auth/cookie.ts";
import { actorOf, findSession } from "../auth/sessions.ts";
import type { Services } from "../http/services.ts";
import type { WorkspaceScope } from "./scope.ts";

/** Finds the session of the request's cookie in the council of its host, and who that makes of whoever asks. */
export const whoAsks = ({ clock, config }: Pick<Services, "clock" | "config">) =>
  createMiddleware<WorkspaceScope>(async (c, next) => {
    const id = getCookie(c, sessionCookieName(config.publicScheme));
    const session = id ? await findSession({ db: c.var.db, clock }, id) : null;
    c.set("session", session);
    c.set("actor", actorOf(session) ?? c.var.actor);
    await next();
    c.res.headers.set("cache-control", "no-store");
    c.res.headers.set("x-robots-tag", "noindex");
    // Addresses of the workspace can be secret; its own forms still have to prove where they come from.
    c.res.headers.set("referrer-policy", "same-origin");
  });

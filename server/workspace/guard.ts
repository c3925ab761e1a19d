import { createMiddleware } from "hono/factory";
import type { Policy } from "../features/accounts/policies.ts";
import { AppError } from "../http/errors.ts";
import { isSomebody } from "../http/scope.ts";
import type { WorkspaceScope } from "./scope.ts";

export const signInFirst = () => new AppError("accounts.sign_in_first", 401);
export const notAllowed = () => new AppError("accounts.not_allowed", 403);

/**
 * Lets through whom the policy lets through. It asks at each request: a role that was taken away is gone at once.
 *
 *     .post("/:id/publish", requires((actor, { id }) => mayPublish(actor, "act", id)), async (c) => …)
 */
export const requires = (policy: Policy) =>
  createMiddleware<WorkspaceScope>(async (c, next) => {
    if (!policy(c.var.actor, c.req.param())) throw isSomebody(c.var.actor) ? notAllowed() : signInFirst();
    await next();
  });

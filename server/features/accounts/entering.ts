import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sessionCookieName, sessionCookieOptions } from "../../auth/cookie.ts";
import { startSession } from "../../auth/sessions.ts";
import type { Services } from "../../http/services.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";

type Parts = Pick<Services, "clock" | "config">;

/** Begins a session for whoever asked; the one that the browser had before, if any, ends. */
export async function enter(c: WorkspaceContext, { clock, config }: Parts, accountId: string, verified: boolean) {
  await leave(c, { config });
  const userAgent = c.req.header("user-agent") ?? "";
  const id = await startSession({ db: c.var.db, clock }, { accountId, userAgent, verified });
  setCookie(c, sessionCookieName(config.publicScheme), id, sessionCookieOptions(config.publicScheme));
}

/** Ends the session of whoever asked. */
export async function leave(c: WorkspaceContext, { config }: Pick<Parts, "config">) {
  const { session, db } = c.var;
  if (session)
    await db.write((tx) => tx.deleteFrom("account_sessions").where("id_hash", "=", session.idHash).execute());
  const name = sessionCookieName(config.publicScheme);
  if (getCookie(c, name)) deleteCookie(c, name, sessionCookieOptions(config.publicScheme));
}

const inWorkspace = /^\/(?:en\/)?admin(?:[/?][^\\\s]*)?$/;

/** Where somebody wanted to go before signing in, if that is in the workspace; else its first screen. */
export const wantedPath = (c: WorkspaceContext, next: string): string =>
  inWorkspace.test(next) && !next.includes("//") ? next : workspaceHome[c.var.locale];

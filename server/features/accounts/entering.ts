import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sessionCookieName, sessionCookieOptions } from "../../auth/cookie.ts";
import { type OpenSession, startSession } from "../../auth/sessions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Services } from "../../http/services.ts";
import { workspaceHome } from "../../workspace/home.shared.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import { recordChange } from "../audit/audit.service.ts";

type Parts = Pick<Services, "clock" | "config">;

/**
 * Begins a session for whoever asked, in which the second factor is still to come; the one that the browser had before,
 * if any, ends.
 */
export async function enter(c: WorkspaceContext, { clock, config }: Parts, accountId: string) {
  await leave(c, { config });
  const userAgent = c.req.header("user-agent") ?? "";
  const id = await startSession({ db: c.var.db, clock }, { accountId, userAgent, verified: false });
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

/** Both factors have been passed. */
export async function noteSignIn(tx: TenantTx, now: Date, { id, name, roles }: OpenSession["account"]): Promise<void> {
  await tx.updateTable("accounts").set({ last_signed_in_at: now }).where("id", "=", id).execute();
  const by = { actor: { kind: "account", id, name, roles }, now } as const;
  await recordChange(tx, by, "account.signed_in", "account", id, null, null);
}

const inWorkspace = /^\/(?:en\/)?admin(?:[/?][^\\\s]*)?$/;

/** Where somebody wanted to go before signing in, if that is in the workspace; else its first screen. */
export const wantedPath = (c: WorkspaceContext, next: string): string =>
  inWorkspace.test(next) && !next.includes("//") ? next : workspaceHome[c.var.locale];

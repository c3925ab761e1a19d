import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { deviceCookieName, deviceCookieOptions, sessionCookieName, sessionCookieOptions } from "../../auth/cookie.ts";
import { deviceTokens, rememberDevice } from "../../auth/devices.ts";
import { startSession, verifySession } from "../../auth/sessions.ts";
import { hashOf } from "../../auth/tokens.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Services } from "../../http/services.ts";
import type { Locale } from "../../locale.shared.ts";
import type { WorkspaceContext } from "../../workspace/scope.ts";
import { recordChange } from "../audit/audit.service.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";
import { endVisit, visitorOf } from "../operators/visits.service.ts";

type Parts = Pick<Services, "clock" | "config">;

/**
 * Begins a session for whoever asked, in which the second factor is still to come; the one that the browser had before,
 * if any, ends.
 * @returns what is kept of its id
 */
export async function enter(c: WorkspaceContext, { clock, config }: Parts, accountId: string): Promise<string> {
  await leave(c, { config });
  const userAgent = c.req.header("user-agent") ?? "";
  const id = await startSession({ db: c.var.db, clock }, { accountId, userAgent, verified: false });
  setCookie(c, sessionCookieName(config.publicScheme), id, sessionCookieOptions(config.publicScheme));
  return hashOf(id);
}

/** Ends the session of whoever asked, or the visit. */
export async function leave(c: WorkspaceContext, { config }: Pick<Parts, "config">) {
  const { session, visit, db, now } = c.var;
  if (session)
    await db.write((tx) => tx.deleteFrom("account_sessions").where("id_hash", "=", session.idHash).execute());
  if (visit) await db.write((tx) => endVisit(tx, { actor: visitorOf(visit), now }, visit.id));
  const name = sessionCookieName(config.publicScheme);
  if (getCookie(c, name)) deleteCookie(c, name, sessionCookieOptions(config.publicScheme));
}

/** What the browser of whoever asked is known by. */
export const devicesOf = (c: WorkspaceContext, { config }: Pick<Parts, "config">): string[] =>
  deviceTokens(getCookie(c, deviceCookieName(config.publicScheme)));

/** From now on the browser of whoever asked is known for an account. */
export async function rememberBrowser(
  c: WorkspaceContext,
  { config }: Pick<Parts, "config">,
  account: { id: string; email: string },
): Promise<void> {
  const { db, now } = c.var;
  const tokens = await db.write((tx) => rememberDevice(tx, now, account, devicesOf(c, { config })));
  setCookie(c, deviceCookieName(config.publicScheme), tokens.join("."), deviceCookieOptions(config.publicScheme));
}

/** Both factors have been passed in a session. */
export async function completeSignIn(
  c: WorkspaceContext,
  parts: Pick<Parts, "config">,
  idHash: string,
  account: { id: string; email: string; name: string },
): Promise<void> {
  const { db, now } = c.var;
  await db.write(async (tx) => {
    await verifySession(tx, idHash, now);
    await noteSignIn(tx, now, account);
  });
  await rememberBrowser(c, parts, account);
}

/** That somebody has come in is written down. */
export async function noteSignIn(tx: TenantTx, now: Date, { id, name }: { id: string; name: string }): Promise<void> {
  await tx.updateTable("accounts").set({ last_signed_in_at: now }).where("id", "=", id).execute();
  const by = { actor: { kind: "account", id, name, roles: [] }, now } as const;
  await recordChange(tx, by, "account.signed_in", "account", id, null, null);
}

/** Where somebody wanted to go before signing in, if that is behind this very entrance; else what comes first there. */
export function wantedPath(home: InBoth, locale: Locale, next: string): string {
  const isBehind = Object.values(home).some(
    (begin) => next === begin || next.startsWith(`${begin}/`) || next.startsWith(`${begin}?`),
  );
  return isBehind && !/\/\/|[\\\s]/.test(next) ? next : home[locale];
}

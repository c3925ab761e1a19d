import { forgetAttempts, isWithin, limits } from "../../auth/limits.ts";
import { hashPassword } from "../../auth/password.ts";
import { endSessions, type Staying } from "../../auth/sessions.ts";
import { hashOf, newToken } from "../../auth/tokens.ts";
import { json } from "../../db/columns.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import type { Locale } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { linkUnusable } from "./accounts.errors.ts";
import { findByEmail, findLink } from "./accounts.queries.ts";
import { requireGoodPassword } from "./password-rule.ts";

/** Whoever asked is waiting for it. */
const lasts = 60 * 60 * 1000;

interface Asked {
  email: string;
  /** Where from. */
  address: string;
  /** Sends the link in the same transaction, to the account's own address of mail and in its language. */
  send(tx: TenantTx, to: { email: string; language: "sq" | "en" }, token: string): Promise<void>;
}

/** So long, in milliseconds, a form that is sent twice is one: a second mail would make the link of the first void. */
const inOneGo = 60_000;

/** Those who ask at once come one after the other. */
async function wasJustAsked(tx: TenantTx, id: string, now: Date): Promise<boolean> {
  await tx.selectFrom("accounts").select("id").where("id", "=", id).forUpdate().execute();
  const link = await tx
    .selectFrom("account_links")
    .select("account_id")
    .where("account_id", "=", id)
    .where("purpose", "=", "reset")
    .where("used_at", "is", null)
    .where("created_at", ">", new Date(now.getTime() - inOneGo))
    .executeTakeFirst();
  return link !== undefined;
}

/** Sends a link for a new password, if there is such an account. Whoever asks is not told whether there is. */
export async function askForReset(db: TenantDb, now: Date, { email, address, send }: Asked): Promise<void> {
  const mayAsk = [
    await isWithin(db, now, limits.resetsFromAddress, address),
    await isWithin(db, now, limits.resetsOfAccount, email),
  ];
  if (mayAsk.includes(false)) return;
  await db.write(async (tx) => {
    const account = await findByEmail(tx, email);
    if (account?.state !== "active" || (await wasJustAsked(tx, account.id, now))) return;
    await send(tx, account, await makeResetLink(tx, now, account, "public"));
  });
}

/**
 * A link for a new password; one that was made before is of no use any more.
 * @returns its secret, which is kept nowhere
 */
export async function makeResetLink(
  tx: TenantTx,
  now: Date,
  { id, email, language }: { id: string; email: string; language: Locale },
  kind: Actor["kind"],
): Promise<string> {
  await tx
    .deleteFrom("account_links")
    .where("account_id", "=", id)
    .where("purpose", "=", "reset")
    .where("used_at", "is", null)
    .execute();
  const token = newToken();
  await tx
    .insertInto("account_links")
    .values({
      ...{ token_hash: hashOf(token), purpose: "reset", account_id: id, email, name: null },
      ...{ language, created_by: json({ kind }), created_at: now },
      ...{ expires_at: new Date(now.getTime() + lasts), used_at: null },
    })
    .execute();
  return token;
}

/** Whose password a link is for. @throws `accounts.link_unusable` */
export async function readReset(tx: TenantTx, token: string, now: Date) {
  const link = await findLink(tx, "reset", token, now);
  if (!link) throw linkUnusable();
  return { email: link.email };
}

/**
 * Sets the password by a link, which is used up; all sessions end. The second factor stays what it is.
 * @returns whose it is
 * @throws `accounts.link_unusable`, `InvalidInput`
 */
export async function resetPassword(db: TenantDb, now: Date, token: string, password: string) {
  const { email } = await db.read((tx) => readReset(tx, token, now));
  const owner = await db.read((tx) => findByEmail(tx, email));
  if (owner?.state !== "active") throw linkUnusable();
  requireGoodPassword(password, owner);
  const kept = await hashPassword(password);
  await db.write(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("account_links")
      .set({ used_at: now })
      .where("token_hash", "=", hashOf(token))
      .where("used_at", "is", null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw linkUnusable();
    const by: Doing = { actor: { kind: "account", id: owner.id, name: owner.name, roles: [] }, now };
    await tx
      .updateTable("accounts")
      .set({ password: json(kept), updated_at: now })
      .where("id", "=", owner.id)
      .execute();
    await endSessions(tx, owner);
    // Guesses at the old password do not keep the new one out; where they came from stays counted.
    await forgetAttempts(tx, limits.passwordsOfAccount, owner.email);
    await recordChange(tx, by, "account.password_reset", "account", owner.id, null, null);
  });
  return { id: owner.id, email: owner.email };
}

/** Sets another password; all sessions end but the one in which it is done. @throws `InvalidInput` */
export async function changePassword(
  db: TenantDb,
  by: Doing,
  owner: { id: string; email: string; name: string; staying: Staying },
  password: string,
): Promise<void> {
  requireGoodPassword(password, owner);
  const kept = await hashPassword(password);
  await db.write(async (tx) => {
    await tx
      .updateTable("accounts")
      .set({ password: json(kept), updated_at: by.now })
      .where("id", "=", owner.id)
      .execute();
    await endSessions(tx, owner, owner.staying);
    await recordChange(tx, by, "account.password_changed", "account", owner.id, null, null);
  });
}

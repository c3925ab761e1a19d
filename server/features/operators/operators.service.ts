import { endSessions } from "../../auth/sessions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { accountNotFound } from "../accounts/accounts.errors.ts";
import { findByEmail } from "../accounts/accounts.queries.ts";
import { makeResetLink } from "../accounts/passwords.service.ts";
import { removeSecondFactor } from "../accounts/users.service.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";

async function known(tx: TenantTx, email: string) {
  const account = await findByEmail(tx, email);
  if (!account) throw accountNotFound();
  return account;
}

/**
 * A link for a new password, for an operator who lost it; also for the second factor, where that is gone too.
 * @returns its secret, which is kept nowhere
 * @throws `accounts.not_found`
 */
export async function resetLink(tx: TenantTx, by: Doing, email: string, secondFactorToo: boolean): Promise<string> {
  const account = await known(tx, email);
  if (secondFactorToo) await removeSecondFactor(tx, by, account.id);
  await recordChange(tx, by, "account.reset_asked", "account", account.id, null, null);
  return makeResetLink(tx, by.now, account, by.actor.kind);
}

/**
 * Shuts an operator out, or lets one in again. That visits to councils end with it is for whoever can see all councils.
 * @throws `accounts.not_found`
 */
export async function changeOperatorState(tx: TenantTx, by: Doing, email: string, state: "active" | "disabled") {
  const account = await known(tx, email);
  if (state === "disabled") {
    await endSessions(tx, account);
    await tx.deleteFrom("account_links").where("account_id", "=", account.id).where("used_at", "is", null).execute();
  }
  if (account.state !== state) {
    await tx.updateTable("accounts").set({ state, updated_at: by.now }).where("id", "=", account.id).execute();
    const action = state === "disabled" ? "account.disabled" : "account.enabled";
    await recordChange(tx, by, action, "account", account.id, { state: account.state }, { state });
  }
  return account;
}

import { endSessions } from "../../auth/sessions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { accountNotFound, lastSecretary } from "./accounts.errors.ts";
import { findAccount, rolesOf } from "./accounts.queries.ts";
import type { Profile } from "./accounts.schema.ts";
import type { Role } from "./roles.shared.ts";

/** @throws `accounts.not_found` */
async function known(tx: TenantTx, id: string) {
  const account = await findAccount(tx, id);
  if (!account) throw accountNotFound();
  return account;
}

/** Holds whoever else would take away a secretary at the same time, and refuses to take away the last one. */
async function keepSecretary(tx: TenantTx, id: string) {
  const secretaries = await tx
    .selectFrom("account_roles as r")
    .innerJoin("accounts as a", "a.id", "r.account_id")
    .where("r.role", "=", "secretary")
    .where("a.state", "=", "active")
    .orderBy("a.id")
    .forUpdate()
    .select("a.id")
    .execute();
  if (!secretaries.some((secretary) => secretary.id !== id)) throw lastSecretary();
}

/**
 * What somebody may do from the next request on.
 * @throws `accounts.not_found`, `accounts.last_secretary`
 */
export async function changeRoles(tx: TenantTx, by: Doing, id: string, roles: readonly Role[]): Promise<void> {
  await known(tx, id);
  const before = await rolesOf(tx, id);
  const gone = before.filter((role) => !roles.includes(role));
  const added = roles.filter((role) => !before.includes(role));
  if (gone.length + added.length === 0) return;
  if (gone.includes("secretary")) await keepSecretary(tx, id);
  if (gone.length > 0)
    await tx.deleteFrom("account_roles").where("account_id", "=", id).where("role", "in", gone).execute();
  if (added.length > 0)
    await tx
      .insertInto("account_roles")
      .values(added.map((role) => ({ account_id: id, role, granted_at: by.now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await recordChange(tx, by, "account.roles_changed", "account", id, { roles: before }, { roles: roles.toSorted() });
}

/**
 * Shuts an account out, with all of its sessions, or lets it in again.
 * @throws `accounts.not_found`, `accounts.last_secretary`
 */
export async function changeState(tx: TenantTx, by: Doing, id: string, state: "active" | "disabled"): Promise<void> {
  const account = await known(tx, id);
  if (account.state === state) return;
  if (state === "disabled") {
    if ((await rolesOf(tx, id)).includes("secretary")) await keepSecretary(tx, id);
    await endSessions(tx, account);
    await tx.deleteFrom("account_links").where("account_id", "=", id).where("used_at", "is", null).execute();
  }
  await tx.updateTable("accounts").set({ state, updated_at: by.now }).where("id", "=", id).execute();
  const action = state === "disabled" ? "account.disabled" : "account.enabled";
  await recordChange(tx, by, action, "account", id, { state: account.state }, { state });
}

/** For whoever lost telephone and recovery codes: the next sign-in sets up a new second factor. */
export async function removeSecondFactor(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const account = await known(tx, id);
  await tx
    .updateTable("accounts")
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("account_recovery_codes").where("account_id", "=", id).execute();
  // They may well be on the telephone that was lost.
  await tx.deleteFrom("account_passkeys").where("account_id", "=", id).execute();
  await endSessions(tx, account);
  await recordChange(tx, by, "account.second_factor_removed", "account", id, null, null);
}

/** How somebody is called and in which language mail comes. */
export async function changeProfile(tx: TenantTx, by: Doing, id: string, { name, language }: Profile): Promise<void> {
  const before = await known(tx, id);
  if (before.name === name && before.language === language) return;
  await tx.updateTable("accounts").set({ name, language, updated_at: by.now }).where("id", "=", id).execute();
  const was = { name: before.name, language: before.language };
  await recordChange(tx, by, "account.changed", "account", id, was, { name, language });
}

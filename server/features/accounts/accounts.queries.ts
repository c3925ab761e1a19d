import { sql } from "kysely";
import { hashOf } from "../../auth/tokens.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Role } from "./roles.shared.ts";

export const findByEmail = (tx: TenantTx, email: string) =>
  tx.selectFrom("accounts").where("email", "=", email).selectAll().executeTakeFirst();

export const findAccount = (tx: TenantTx, id: string) =>
  tx.selectFrom("accounts").where("id", "=", id).selectAll().executeTakeFirst();

export const rolesOf = async (tx: TenantTx, accountId: string): Promise<Role[]> =>
  (
    await tx.selectFrom("account_roles").where("account_id", "=", accountId).orderBy("role").select("role").execute()
  ).map(({ role }) => role);

/** A link that can still be used, by the secret in it. */
export const findLink = (tx: TenantTx, purpose: "invitation" | "reset", token: string, now: Date) =>
  tx
    .selectFrom("account_links")
    .where("token_hash", "=", hashOf(token))
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .selectAll()
    .executeTakeFirst();

/** All accounts with their roles, by name. */
export const listAccounts = (tx: TenantTx) =>
  tx
    .selectFrom("accounts as a")
    .select(["a.id", "a.email", "a.name", "a.state", "a.last_signed_in_at", "a.totp_confirmed_at"])
    .select(
      sql<Role[]>`array(select r.role from account_roles r where r.account_id = a.id order by r.role)`.as("roles"),
    )
    .orderBy(sql`a.name collate "sq-x-icu"`)
    .orderBy("a.id")
    .execute();

/** Invitations that nobody has accepted yet, newest first. */
export const listInvitations = (tx: TenantTx) =>
  tx
    .selectFrom("account_links")
    .where("purpose", "=", "invitation")
    .where("used_at", "is", null)
    .select(["email", "name", "roles", "created_at", "expires_at"])
    .orderBy("created_at", "desc")
    .orderBy("email")
    .execute();

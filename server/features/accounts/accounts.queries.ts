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
    .leftJoin("people as p", "p.id", "a.person_id")
    .select(["a.id", "a.email", "a.name", "a.state", "a.last_signed_in_at", "a.totp_confirmed_at"])
    .select("p.name as person")
    .select(
      sql<Role[]>`array(select r.role from account_roles r where r.account_id = a.id order by r.role)`.as("roles"),
    )
    .orderBy(sql`a.name collate "sq-x-icu"`)
    .orderBy("a.id")
    .execute();

/** People of the register to whom no account belongs, or only this one, by name. */
export const listLinkable = (tx: TenantTx, accountId: string | null = null) =>
  tx
    .selectFrom("people as p")
    .where("p.binned_at", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("accounts as a")
            .whereRef("a.person_id", "=", "p.id")
            .$if(accountId !== null, (query) => query.where("a.id", "<>", accountId!)),
        ),
      ),
    )
    .orderBy(sql`p.family_name collate "sq-x-icu"`)
    .orderBy(sql`p.name collate "sq-x-icu"`)
    .orderBy("p.id")
    .select(["p.id", "p.name"])
    .execute();

/** Invitations that nobody has accepted yet, newest first: a council's, or an operator's. */
export const openInvitations = (tx: TenantTx) =>
  tx
    .selectFrom("account_links as l")
    .where("l.purpose", "=", "invitation")
    .where("l.used_at", "is", null)
    .select(["l.email", "l.name", "l.roles", "l.created_at", "l.expires_at"])
    .orderBy("l.created_at", "desc")
    .orderBy("l.email");

/** A council's, with whom of the register each is meant for, and why its letter did not arrive, where it did not. */
export const listInvitations = (tx: TenantTx) =>
  openInvitations(tx)
    .leftJoin("people as p", "p.id", "l.person_id")
    // Link and letter are of one instant.
    .leftJoin("mails as m", (join) =>
      join
        .onRef("m.recipient", "=", "l.email")
        .onRef("m.created_at", "=", "l.created_at")
        .on("m.masked_at", "is", null),
    )
    .select(["p.name as person", "m.refused_at", "m.refusal"])
    .execute();

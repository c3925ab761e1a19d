import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { openInvitations } from "../accounts/accounts.queries.ts";

/** All operators, by name. */
export const listOperatorAccounts = (tx: TenantTx) =>
  tx
    .selectFrom("accounts")
    .select(["email", "name", "state", "last_signed_in_at"])
    .orderBy(sql`name collate "sq-x-icu"`)
    .orderBy("email")
    .execute();

export const listOperatorInvitations = (tx: TenantTx) => openInvitations(tx).execute();

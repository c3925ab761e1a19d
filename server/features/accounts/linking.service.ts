import { namingBreaches } from "../../db/breaches.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { accountNotFound, personMissing, personTaken, personUnknown } from "./accounts.errors.ts";
import type { Role } from "./roles.shared.ts";

/**
 * Whom an account with these roles belongs to: a councillor to somebody of the register, all others to nobody.
 * @throws `InvalidInput` for a councillor who is nobody
 */
export function personFor(roles: readonly Role[], person: string | null): string | null {
  if (!roles.includes("councillor")) return null;
  if (person === null) throw personMissing();
  return person;
}

/**
 * Somebody of this council's register to whom no account belongs but, if any, this one.
 * @throws `InvalidInput` for whom the register does not have, `accounts.person_taken`
 */
export async function freePerson(tx: TenantTx, id: string, accountId: string | null = null) {
  const found = await tx
    .selectFrom("people as p")
    .leftJoin("accounts as a", "a.person_id", "p.id")
    .where("p.id", "=", id)
    .where("p.binned_at", "is", null)
    .select(["p.id", "p.name", "a.id as account"])
    .executeTakeFirst();
  if (!found) throw personUnknown();
  if (found.account !== null && found.account !== accountId) throw personTaken();
  return found;
}

/**
 * Says whom of the register an account belongs to, or that it belongs to nobody. It holds from the next request on.
 * @throws `accounts.not_found`, `accounts.person_taken`, `InvalidInput` for whom the register does not have
 */
export async function linkPerson(tx: TenantTx, by: Doing, accountId: string, personId: string | null): Promise<void> {
  const before = await tx
    .selectFrom("accounts as a")
    .leftJoin("people as p", "p.id", "a.person_id")
    .where("a.id", "=", accountId)
    .select(["a.person_id as personId", "p.name as person"])
    .executeTakeFirst();
  if (!before) throw accountNotFound();
  if (before.personId === personId) return;
  const person = personId && (await freePerson(tx, personId, accountId)).name;
  await namingBreaches({ accounts_one_person: personTaken, accounts_person: personUnknown }, () =>
    tx.updateTable("accounts").set({ person_id: personId, updated_at: by.now }).where("id", "=", accountId).execute(),
  );
  await recordChange(tx, by, "account.person_changed", "account", accountId, before, { personId, person });
}

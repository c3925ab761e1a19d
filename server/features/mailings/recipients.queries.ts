import type { TenantTx } from "../../db/tenant-db.ts";
import type { Locale } from "../../locale.shared.ts";

/** Where somebody reads mail, and in which language. */
export interface Mailbox {
  address: string;
  language: Locale;
}

/** Of these people, those who can be reached by mail. */
export async function findMailboxes(tx: TenantTx, personIds: readonly string[]): Promise<Map<string, Mailbox>> {
  if (personIds.length === 0) return new Map();
  const people = await tx.selectFrom("people").where("id", "in", personIds).select(["id", "contacts"]).execute();
  return new Map(
    people.flatMap(({ id, contacts }): [string, Mailbox][] =>
      contacts.email ? [[id, { address: contacts.email, language: "sq" }]] : [],
    ),
  );
}

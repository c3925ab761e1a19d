import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Locale } from "../../locale.shared.ts";

/** Where somebody reads mail, and in which language. */
export interface Mailbox {
  address: string;
  language: Locale;
}

/**
 * Of these people, those who can be reached by mail: at the address that they gave for notices, else at their public one,
 * in the language of whoever signs in with it, else in Albanian.
 */
export async function findMailboxes(tx: TenantTx, personIds: readonly string[]): Promise<Map<string, Mailbox>> {
  if (personIds.length === 0) return new Map();
  const people = await tx
    .selectFrom("people as p")
    .leftJoin("notice_contacts as n", "n.person_id", "p.id")
    .leftJoin("accounts as a", (join) => join.on(sql<boolean>`a.email = lower(p.contacts ->> 'email')`))
    .where("p.id", "in", personIds)
    .select(["p.id", "p.contacts", "n.email", "n.language", "a.language as account_language"])
    .execute();
  return new Map(
    people.flatMap(({ id, contacts, email, language, account_language }): [string, Mailbox][] => {
      const address = email ?? contacts.email;
      return address ? [[id, { address, language: language ?? account_language ?? "sq" }]] : [];
    }),
  );
}

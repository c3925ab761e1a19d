import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { isSame } from "../editing/versions.ts";
import { memberUnknown } from "./mailings.errors.ts";
import { NoticeContact } from "./mailings.schema.ts";

/** Where people have notices by mail, as it was entered for them, by their ids. */
export async function findNoticeContacts(
  tx: TenantTx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, NoticeContact>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("notice_contacts")
    .where("person_id", "in", personIds)
    .select(["person_id", "email", "language"])
    .execute();
  return new Map(rows.map(({ person_id, email, language }) => [person_id, { email, language }]));
}

const veil = (text: string): string => {
  const letters = [...text];
  if (letters.length <= 3) return "•".repeat(letters.length);
  return `${letters[0]}${"•".repeat(letters.length - 2)}${letters.at(-1)}`;
};

/** `a••a@g•••l.com`: whoever knows an address knows it again; nobody can write to it. */
export function veiled(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).split(".");
  return `${veil(email.slice(0, at))}@${[...domain.slice(0, -1).map(veil), ...domain.slice(-1)].join(".")}`;
}

/** What the audit keeps: which address it is, as far as that can be told of what is not public. */
const remembered = (contact: NoticeContact | null) =>
  contact && { language: contact.language, noticeAddress: veiled(contact.email) };

/**
 * Says where a member has notices by mail, and in which language; `null` takes that back. The public never sees it, and
 * the audit, which keeps what it has for ever, has it veiled.
 * @throws `InvalidInput`, `mailings.member_unknown`
 */
export async function setNoticeContact(
  tx: TenantTx,
  by: Doing,
  personId: string,
  given: NoticeContact | null,
): Promise<void> {
  const contact = given && parsed(NoticeContact, given);
  const person = v.is(v.pipe(v.string(), v.uuid()), personId)
    ? // Held, so that of two who set it at once the audit tells one after the other.
      await tx.selectFrom("people").select("id").where("id", "=", personId).forUpdate().executeTakeFirst()
    : undefined;
  if (!person) throw memberUnknown();
  const standing = (await findNoticeContacts(tx, [personId])).get(personId) ?? null;
  if (isSame(standing, contact)) return;
  if (contact) {
    const set = { ...contact, updated_at: by.now };
    await tx
      .insertInto("notice_contacts")
      .values({ person_id: personId, ...set })
      .onConflict((conflict) => conflict.constraint("notice_contacts_pkey").doUpdateSet(set))
      .execute();
  } else await tx.deleteFrom("notice_contacts").where("person_id", "=", personId).execute();
  // Two that look alike behind the veil are two all the same.
  const isAnother = contact && standing && contact.email !== standing.email;
  const after = contact && { ...remembered(contact), ...(isAnother && { isAnotherAddress: true }) };
  await recordChange(tx, by, "person.notice_contact_set", "person", personId, remembered(standing), after);
}

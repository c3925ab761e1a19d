import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { parsed } from "../../http/validated.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { memberUnknown } from "./mailings.errors.ts";
import { NoticeContact } from "./mailings.schema.ts";

/**
 * Says where a member has notices by mail, and in which language; `null` takes that back. The public never sees it, and
 * the audit does not keep the address.
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
    ? await tx.selectFrom("people").select("id").where("id", "=", personId).executeTakeFirst()
    : undefined;
  if (!person) throw memberUnknown();
  if (contact) {
    const set = { ...contact, updated_at: by.now };
    await tx
      .insertInto("notice_contacts")
      .values({ person_id: personId, ...set })
      .onConflict((conflict) => conflict.constraint("notice_contacts_pkey").doUpdateSet(set))
      .execute();
  } else await tx.deleteFrom("notice_contacts").where("person_id", "=", personId).execute();
  const after = contact && { language: contact.language };
  await recordChange(tx, by, "person.notice_contact_set", "person", personId, null, after);
}

import { hashPassword } from "../../auth/password.ts";
import { hashOf, newToken } from "../../auth/tokens.ts";
import { namingBreaches } from "../../db/breaches.ts";
import { json } from "../../db/columns.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import type { Locale } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { emailTaken, linkUnusable, personTaken } from "./accounts.errors.ts";
import { findByEmail, findLink } from "./accounts.queries.ts";
import type { AcceptInvitation, Invite } from "./accounts.schema.ts";
import { freePerson } from "./linking.service.ts";
import { requireGoodPassword } from "./password-rule.ts";

/** An invitation waits for a week: it is read at work. */
const lasts = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes an invitation; one that the same person had before is of no use any more.
 * @returns the secret of its link, which is kept nowhere
 * @throws `InvalidInput`, `accounts.email_taken` where there is an account already, `accounts.person_taken` where another
 *   account belongs to the person
 */
export async function invite(
  tx: TenantTx,
  by: Doing,
  { email, name, roles, language, person = null }: Invite,
): Promise<string> {
  if (await findByEmail(tx, email)) throw emailTaken();
  const whom = person && (await freePerson(tx, person));
  await withdrawInvitation(tx, email);
  const token = newToken();
  await tx
    .insertInto("account_links")
    .values({
      ...{
        token_hash: hashOf(token),
        purpose: "invitation",
        account_id: null,
        email,
        name: name || null,
        roles,
        language,
        ...(person && { person_id: person }),
      },
      ...{ created_by: json({ kind: by.actor.kind, name: by.actor.name }), created_at: by.now },
      ...{ expires_at: new Date(by.now.getTime() + lasts), used_at: null },
    })
    .execute();
  await recordChange(tx, by, "account.invited", "account", email, null, {
    ...{ email, name, roles },
    ...(whom && { person: whom.name, personId: whom.id }),
  });
  return token;
}

/** Takes back what nobody has accepted yet. Answers whether there was one. */
export async function withdrawInvitation(tx: TenantTx, email: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("account_links")
    .where("purpose", "=", "invitation")
    .where("email", "=", email)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** What an invited person sees before accepting. @throws `accounts.link_unusable` */
export async function readInvitation(tx: TenantTx, token: string, now: Date) {
  const link = await findLink(tx, "invitation", token, now);
  if (!link) throw linkUnusable();
  return { email: link.email, name: link.name, roles: link.roles, language: link.language };
}

/**
 * Makes the account of whoever has the link, which is used up by it.
 * @throws `accounts.link_unusable`, `accounts.email_taken`, `accounts.person_taken`, `InvalidInput` for the password
 */
export async function acceptInvitation(
  db: TenantDb,
  now: Date,
  token: string,
  { name, password }: AcceptInvitation,
  language: Locale,
): Promise<string> {
  const { email } = await db.read((tx) => readInvitation(tx, token, now));
  requireGoodPassword(password, { email, name });
  // Outside of the transaction: it takes its time.
  const kept = await hashPassword(password);
  return db.write(async (tx) => {
    const link = await tx
      .updateTable("account_links")
      .set({ used_at: now })
      .where("token_hash", "=", hashOf(token))
      .where("purpose", "=", "invitation")
      .where("used_at", "is", null)
      .where("expires_at", ">", now)
      .returning(["email", "roles"])
      .executeTakeFirst();
    if (!link) throw linkUnusable();
    const { id } = await namingBreaches({ accounts_one_email: emailTaken }, () =>
      tx
        .insertInto("accounts")
        .values({
          ...{ email: link.email, name, password: json(kept), language, created_at: now, updated_at: now },
          ...{ totp_secret: null, totp_confirmed_at: null, totp_last_step: null, last_signed_in_at: null },
        })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    if (link.roles.length > 0)
      await tx
        .insertInto("account_roles")
        .values(link.roles.map((role) => ({ account_id: id, role, granted_at: now })))
        .execute();
    if (link.roles.includes("councillor")) await linkInvited(tx, token, id);
    const actor = { kind: "account", id, name, roles: link.roles } as const;
    await recordChange(tx, { actor, now }, "account.created", "account", id, null, {
      ...{ email: link.email, name, roles: link.roles },
    });
    return id;
  });
}

/** Of those who are invited only a councillor is somebody of the register. @throws `accounts.person_taken` */
async function linkInvited(tx: TenantTx, token: string, id: string): Promise<void> {
  const invited = tx.selectFrom("account_links").select("person_id").where("token_hash", "=", hashOf(token));
  await namingBreaches({ accounts_one_person: personTaken }, () =>
    tx.updateTable("accounts").set({ person_id: invited }).where("id", "=", id).execute(),
  );
}

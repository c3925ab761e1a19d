import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { safeParse } from "valibot";
import type { ChallengeUse } from "../../auth/challenges.ts";
import {
  askForKnown,
  askForNew,
  type KeptPasskey,
  type PasskeyPlace,
  readKnown,
  readNew,
} from "../../auth/passkeys.ts";
import { namingBreaches } from "../../db/breaches.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { passkeyRefused, passkeysMany, passkeyTaken } from "./accounts.errors.ts";
import { findAccount } from "./accounts.queries.ts";
import { KnownPasskey, NewPasskey } from "./passkeys.schema.ts";

const most = 20;

/** Somebody's passkeys, the oldest first. */
export const listPasskeys = (tx: TenantTx, accountId: string) =>
  tx
    .selectFrom("account_passkeys")
    .where("account_id", "=", accountId)
    .select(["passkey_id as id", "name", "transports", "is_synced", "created_at", "last_used_at"])
    .orderBy("created_at")
    .orderBy("passkey_id")
    .execute();

const findPasskey = (tx: TenantTx, id: string) =>
  tx.selectFrom("account_passkeys").where("passkey_id", "=", id).selectAll().executeTakeFirst();

interface At {
  db: TenantDb;
  now: Date;
  place: PasskeyPlace;
  holderHash: string;
}
const asking = ({ db, now, place, holderHash }: At, purpose: ChallengeUse["purpose"]) => ({
  ...{ db, now, place, use: { purpose, holderHash } },
});

/** What a browser needs to make a passkey for an account. @throws `accounts.passkeys_many` */
export async function offerPasskey(at: At, owner: { id: string; email: string; name: string }) {
  const known = await at.db.read((tx) => listPasskeys(tx, owner.id));
  if (known.length >= most) throw passkeysMany();
  return askForNew(asking(at, "register"), owner, known);
}

/**
 * Keeps a passkey that a browser has made for what was offered to it.
 * @throws `accounts.passkey_refused`, `accounts.passkey_taken`, `accounts.passkeys_many`
 */
export async function addPasskey(
  at: At,
  by: Doing,
  accountId: string,
  { name, response }: { name: string; response: unknown },
): Promise<void> {
  const given = safeParse(NewPasskey, response);
  const made = given.success && (await readNew(asking(at, "register"), given.output as RegistrationResponseJSON));
  if (!made) throw passkeyRefused();
  const { id, publicKey, counter, transports, isSynced } = made;
  await at.db.write(async (tx) => {
    // Holds whoever adds one at the same time.
    await tx.selectFrom("accounts").where("id", "=", accountId).select("id").forUpdate().execute();
    if ((await listPasskeys(tx, accountId)).length >= most) throw passkeysMany();
    await namingBreaches({ account_passkeys_pkey: passkeyTaken }, () =>
      tx
        .insertInto("account_passkeys")
        .values({
          ...{ passkey_id: id, account_id: accountId, public_key: publicKey, counter, transports: [...transports] },
          ...{ name, is_synced: isSynced, created_at: by.now, last_used_at: null },
        })
        .execute(),
    );
    await recordChange(tx, by, "account.passkey_added", "account", accountId, null, { name });
  });
}

/** Takes one of an account's passkeys away; of another's none. */
export async function removePasskey(tx: TenantTx, by: Doing, accountId: string, id: string): Promise<void> {
  const gone = await tx
    .deleteFrom("account_passkeys")
    .where("account_id", "=", accountId)
    .where("passkey_id", "=", id)
    .returning("name")
    .executeTakeFirst();
  if (gone) await recordChange(tx, by, "account.passkey_removed", "account", accountId, { name: gone.name }, null);
}

/**
 * What a browser needs to use a passkey: one of the account's, where a password has already said whose; else any that it
 * has for this host.
 */
export async function askForPasskey(at: At, accountId: string | null) {
  if (accountId === null) return askForKnown(asking(at, "sign_in"));
  return askForKnown(asking(at, "second_factor"), await at.db.read((tx) => listPasskeys(tx, accountId)));
}

/**
 * Whose passkey has answered what was asked. It knew its owner, so it is both factors at once.
 * @param accountId whose it has to be, where a password has already said so
 * @throws `accounts.passkey_refused`, the same whatever is wrong
 */
export async function takePasskey(at: At, accountId: string | null, response: unknown) {
  const given = safeParse(KnownPasskey, response);
  if (!given.success) throw passkeyRefused();
  const { db, now } = at;
  const [passkey, account] = await db.read(async (tx) => {
    const found = await findPasskey(tx, given.output.id);
    return [found, found && (await findAccount(tx, found.account_id))] as const;
  });
  if (!passkey || account?.state !== "active" || (accountId ?? account.id) !== account.id) throw passkeyRefused();
  const kept: KeptPasskey = {
    ...{ id: passkey.passkey_id, publicKey: passkey.public_key, counter: passkey.counter },
    transports: passkey.transports,
  };
  const use = asking(at, accountId === null ? "sign_in" : "second_factor");
  const counter = await readKnown(use, given.output as AuthenticationResponseJSON, kept);
  if (counter === null) throw passkeyRefused();
  await db.write((tx) =>
    tx
      .updateTable("account_passkeys")
      .set({ counter, last_used_at: now })
      .where("passkey_id", "=", passkey.passkey_id)
      .execute(),
  );
  return account;
}

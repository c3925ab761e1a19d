import { findDevice } from "../../auth/devices.ts";
import { countAttempt, forgetAttempts, limits } from "../../auth/limits.ts";
import { newCodeSecret, stepOfCode } from "../../auth/one-time-code.ts";
import { isRecoveryCode, newRecoveryCodes, recoveryCodeHash } from "../../auth/recovery-codes.ts";
import { seal, unseal } from "../../auth/seal.ts";
import type { TenantDb, TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { codeWrong } from "./accounts.errors.ts";
import { findAccount } from "./accounts.queries.ts";

/** What seals and when a telephone says it is. */
export interface CodeParts {
  secretKey: string;
  deviceTime: Date;
}

const placeOf = (accountId: string) => `second factor of ${accountId}`;
const offerPlace = (accountId: string) => `second factor offered to ${accountId}`;

/** A new secret that the page carries until it is confirmed: nothing is kept of one that nobody took. */
export function offerSecret(accountId: string, { secretKey }: Pick<CodeParts, "secretKey">) {
  const secret = newCodeSecret();
  return { secret, sealed: seal(secret, secretKey, offerPlace(accountId)) };
}

/** The secret of an offer that was made to this account; `null` for any other text. */
export const offeredSecret = (sealed: string, accountId: string, { secretKey }: Pick<CodeParts, "secretKey">) =>
  unseal(sealed, secretKey, offerPlace(accountId));

/**
 * From now on the account asks for codes of this secret; codes of an earlier one are worth nothing.
 * @returns its recovery codes, which are shown once and kept as hashes
 * @throws {InvalidInput} for a code that is not of this secret
 */
export async function confirmSecondFactor(
  tx: TenantTx,
  by: Doing,
  { accountId, sealed, code }: { accountId: string; sealed: string; code: string },
  parts: CodeParts,
): Promise<string[]> {
  const secret = offeredSecret(sealed, accountId, parts);
  const step = secret ? stepOfCode(code, secret, parts.deviceTime) : null;
  if (!secret || step === null) throw codeWrong();
  await sealSecondFactor(tx, { accountId, secret, now: by.now, step }, parts);
  await recordChange(tx, by, "account.second_factor_set", "account", accountId, null, null);
  return renewRecoveryCodes(tx, by, accountId);
}

/** Keeps a secret that has been confirmed, by a code of `step`. */
export async function sealSecondFactor(
  tx: TenantTx,
  { accountId, secret, now, step }: { accountId: string; secret: string; now: Date; step: number | null },
  { secretKey }: Pick<CodeParts, "secretKey">,
): Promise<void> {
  await tx
    .updateTable("accounts")
    .set({
      totp_secret: seal(secret, secretKey, placeOf(accountId)),
      ...{ totp_confirmed_at: now, totp_last_step: step, updated_at: now },
    })
    .where("id", "=", accountId)
    .execute();
}

/** New recovery codes; the old ones are worth nothing. */
export async function renewRecoveryCodes(tx: TenantTx, by: Doing, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.deleteFrom("account_recovery_codes").where("account_id", "=", accountId).execute();
  await tx
    .insertInto("account_recovery_codes")
    .values(codes.map((code) => ({ account_id: accountId, code_hash: recoveryCodeHash(code), used_at: null })))
    .execute();
  await recordChange(tx, by, "account.recovery_codes_renewed", "account", accountId, null, null);
  return codes;
}

export const countRecoveryCodes = async (tx: TenantTx, accountId: string): Promise<number> =>
  (
    await tx
      .selectFrom("account_recovery_codes")
      .where("account_id", "=", accountId)
      .where("used_at", "is", null)
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;

/** Whose code it is to be, and what the browser is known by from which it comes. */
interface Asked {
  id: string;
  email: string;
  devices: readonly string[];
}

/**
 * Takes a one-time code or a recovery code. Each is taken once, whoever is quicker.
 * @throws {InvalidInput}, `accounts.too_many_attempts`
 */
export async function takeCode(
  db: TenantDb,
  now: Date,
  { id: accountId, email, devices }: Asked,
  code: string,
  parts: CodeParts,
): Promise<"code" | "recovery"> {
  const device = await db.read((tx) => findDevice(tx, now, email, devices));
  const [limit, key] = device ? [limits.codesOfDevice, device] : [limits.codesOfAccount, accountId];
  await countAttempt(db, now, limit, key);
  return db.write(async (tx) => {
    const kind = isRecoveryCode(code) ? "recovery" : "code";
    const isTaken =
      kind === "recovery"
        ? await takeRecoveryCode(tx, now, accountId, code)
        : await takeStep(tx, accountId, code, parts);
    if (!isTaken) throw codeWrong();
    await forgetAttempts(tx, limit, key);
    return kind;
  });
}

async function takeStep(tx: TenantTx, accountId: string, code: string, { secretKey, deviceTime }: CodeParts) {
  const account = await findAccount(tx, accountId);
  const secret = account?.totp_secret && unseal(account.totp_secret, secretKey, placeOf(accountId));
  const step = secret ? stepOfCode(code, secret, deviceTime) : null;
  if (step === null) return false;
  const { numUpdatedRows } = await tx
    .updateTable("accounts")
    .set({ totp_last_step: step })
    .where("id", "=", accountId)
    .where((eb) => eb.or([eb("totp_last_step", "is", null), eb("totp_last_step", "<", step)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function takeRecoveryCode(tx: TenantTx, now: Date, accountId: string, code: string) {
  const { numUpdatedRows } = await tx
    .updateTable("account_recovery_codes")
    .set({ used_at: now })
    .where("account_id", "=", accountId)
    .where("code_hash", "=", recoveryCodeHash(code))
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

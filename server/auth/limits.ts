import { sql } from "kysely";
import type { TenantDb, TenantTx } from "../db/tenant-db.ts";
import { AppError } from "../http/errors.ts";
import { hashOf } from "./tokens.ts";

/** What may be tried how often: `most` times in `minutes`, counted in one bucket for each key. */
export interface Limit {
  kind: string;
  most: number;
  minutes: number;
}

export const limits = {
  /** Passwords for one address of mail, whether it has an account or not, from browsers in which it was never signed in. */
  passwordsOfAccount: { kind: "password of account", most: 10, minutes: 15 },
  /** Passwords from a browser in which the account has been signed in. */
  passwordsOfDevice: { kind: "password of device", most: 10, minutes: 15 },
  /** Passwords asked for once more, of whoever is signed in. */
  passwordsOfSession: { kind: "password of session", most: 10, minutes: 15 },
  /** Passwords from one address of the network: an office behind one address has many people. */
  passwordsFromAddress: { kind: "password from address", most: 50, minutes: 15 },
  /** Codes of one account: of a million codes three are right at a time. */
  codesOfAccount: { kind: "code of account", most: 5, minutes: 15 },
  /** The same from a browser in which the account has been signed in. */
  codesOfDevice: { kind: "code of device", most: 5, minutes: 15 },
  resetsOfAccount: { kind: "reset of account", most: 3, minutes: 60 },
  /** What passkeys are asked to sign. */
  challengesFromAddress: { kind: "challenge from address", most: 100, minutes: 15 },
  resetsFromAddress: { kind: "reset from address", most: 20, minutes: 60 },
} as const satisfies Record<string, Limit>;

export const tooManyAttempts = (minutes: number) => new AppError("accounts.too_many_attempts", 429, { minutes });

const bucketOf = ({ kind }: Limit, key: string) => hashOf(`${kind} ${key}`);

/**
 * Counts an attempt before it is made, so that many at once count too. What was counted stays counted even where the
 * attempt itself is undone, which is why this takes a database and not a transaction.
 * @throws {AppError} `accounts.too_many_attempts` (429)
 */
export async function countAttempt(db: TenantDb, now: Date, limit: Limit, key: string): Promise<void> {
  if (!(await isWithin(db, now, limit, key))) throw tooManyAttempts(limit.minutes);
}

/** As `countAttempt`, for those who answer the same either way. */
export async function isWithin(db: TenantDb, now: Date, limit: Limit, key: string): Promise<boolean> {
  const begun = new Date(now.getTime() - limit.minutes * 60_000);
  const { count } = await db.write((tx) =>
    tx
      .insertInto("sign_in_attempts")
      .values({ bucket: bucketOf(limit, key), window_start: now, count: 1 })
      .onConflict((conflict) =>
        conflict.constraint("sign_in_attempts_pkey").doUpdateSet({
          count: sql`case when sign_in_attempts.window_start <= ${begun} then 1 else sign_in_attempts.count + 1 end`,
          window_start: sql`case when sign_in_attempts.window_start <= ${begun} then ${now} else sign_in_attempts.window_start end`,
        }),
      )
      .returning("count")
      .executeTakeFirstOrThrow(),
  );
  return count <= limit.most;
}

/** Whoever got it right begins anew. */
export async function forgetAttempts(tx: TenantTx, limit: Limit, key: string): Promise<void> {
  await tx.deleteFrom("sign_in_attempts").where("bucket", "=", bucketOf(limit, key)).execute();
}

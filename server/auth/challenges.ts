import type { TenantDb } from "../db/tenant-db.ts";
import type { AccountChallengesTable } from "../features/accounts/accounts.tables.ts";
import { hashOf } from "./tokens.ts";

/** As long as somebody looks for a finger or a key. */
export const challengeLasts = 5 * 60 * 1000;

/** What a challenge is for, and whose: it serves for nothing else and for nobody else. */
export interface ChallengeUse {
  purpose: AccountChallengesTable["purpose"];
  /** Hash of the session, or of what the browser was given before there is one. */
  holderHash: string;
}

/** Remembers a challenge; one that the same browser was given before for the same purpose is of no use any more. */
export async function keepChallenge(db: TenantDb, now: Date, challenge: string, { purpose, holderHash }: ChallengeUse) {
  await db.write(async (tx) => {
    await tx
      .deleteFrom("account_challenges")
      .where("holder_hash", "=", holderHash)
      .where("purpose", "=", purpose)
      .execute();
    await tx
      .insertInto("account_challenges")
      .values({
        ...{ challenge_hash: hashOf(challenge), purpose, holder_hash: holderHash },
        expires_at: new Date(now.getTime() + challengeLasts),
      })
      .execute();
  });
}

/** Takes a challenge, whatever comes of it: a second try needs a new one. */
export async function takeChallenge(
  db: TenantDb,
  now: Date,
  challenge: string,
  { purpose, holderHash }: ChallengeUse,
): Promise<boolean> {
  const taken = await db.write((tx) =>
    tx
      .deleteFrom("account_challenges")
      .where("challenge_hash", "=", hashOf(challenge))
      .where("purpose", "=", purpose)
      .where("holder_hash", "=", holderHash)
      .returning("expires_at")
      .executeTakeFirst(),
  );
  return taken !== undefined && taken.expires_at > now;
}

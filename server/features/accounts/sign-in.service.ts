import { countAttempt, forgetAttempts, limits } from "../../auth/limits.ts";
import { isPassword } from "../../auth/password.ts";
import type { TenantDb } from "../../db/tenant-db.ts";
import { wrongCredentials } from "./accounts.errors.ts";
import { findByEmail } from "./accounts.queries.ts";

interface Credentials {
  email: string;
  password: string;
  /** Where they come from. */
  address: string;
}

/**
 * Whose mail address and password these are. Takes as long and says the same, whatever of them is wrong.
 * @throws `accounts.wrong_credentials`, `accounts.too_many_attempts`
 */
export async function checkCredentials(db: TenantDb, now: Date, { email, password, address }: Credentials) {
  await countAttempt(db, now, limits.passwordsFromAddress, address);
  await countAttempt(db, now, limits.passwordsOfAccount, email);
  const account = await db.read((tx) => findByEmail(tx, email));
  const fits = await isPassword(password, account?.password ?? null);
  if (!account || !fits || account.state !== "active") throw wrongCredentials();
  await db.write((tx) => forgetAttempts(tx, limits.passwordsOfAccount, email));
  return account;
}

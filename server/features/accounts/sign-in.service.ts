import { findDevice } from "../../auth/devices.ts";
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
  /** What the browser is known by, if it is. */
  devices: readonly string[];
}

/**
 * Whose mail address and password these are. Takes as long and says the same, whatever of them is wrong.
 * @throws `accounts.wrong_credentials`, `accounts.too_many_attempts`
 */
export async function checkCredentials(db: TenantDb, now: Date, { email, password, address, devices }: Credentials) {
  await countAttempt(db, now, limits.passwordsFromAddress, address);
  // Whoever guesses elsewhere shuts nobody out of a browser that is the account's own.
  const device = await db.read((tx) => findDevice(tx, now, email, devices));
  const [limit, key] = device ? [limits.passwordsOfDevice, device] : [limits.passwordsOfAccount, email];
  await countAttempt(db, now, limit, key);
  const account = await db.read((tx) => findByEmail(tx, email));
  const fits = await isPassword(password, account?.password ?? null);
  if (!account || !fits || account.state !== "active") throw wrongCredentials();
  await db.write((tx) => forgetAttempts(tx, limit, key));
  return account;
}

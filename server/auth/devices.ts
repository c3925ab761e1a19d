import type { TenantTx } from "../db/tenant-db.ts";
import { deviceLasts } from "./cookie.ts";
import { hashOf, newToken } from "./tokens.ts";

/** Of one account the latest are known … */
const mostOfAccount = 20;
/** … and of those who sign in at one computer. */
const mostInBrowser = 5;

/**
 * What a browser's cookie proves sign-ins with: a secret for each account that has been signed in there, the latest first.
 * Anybody may write anything into a cookie: of that only what could be such secrets is looked at, and not much of it.
 */
export const deviceTokens = (cookie = ""): string[] =>
  cookie
    .slice(0, 44 * mostInBrowser)
    .split(".")
    .filter((token) => /^[\w-]{43}$/.test(token));

/** As what a secret is kept for an account: it is worth nothing to another, and does not tell who shares a computer. */
const hashFor = (email: string, token: string) => hashOf(`device ${email} ${token}`);

/** The browser as the account knows it, if it has been signed in there lately; asked alike whether there is such an account. */
export async function findDevice(
  tx: TenantTx,
  now: Date,
  email: string,
  tokens: readonly string[],
): Promise<string | null> {
  if (tokens.length === 0) return null;
  const device = await tx
    .selectFrom("account_devices")
    .where(
      "device_hash",
      "in",
      tokens.map((token) => hashFor(email, token)),
    )
    .where("signed_in_at", ">", new Date(now.getTime() - deviceLasts))
    .select("device_hash")
    .executeTakeFirst();
  return device?.device_hash ?? null;
}

/**
 * Knows a browser from now on, for this account.
 * @param tokens what it holds already
 * @returns what it is to hold
 */
export async function rememberDevice(
  tx: TenantTx,
  now: Date,
  { id, email }: { id: string; email: string },
  tokens: readonly string[],
): Promise<string[]> {
  const known = await findDevice(tx, now, email, tokens);
  const token = tokens.find((one) => hashFor(email, one) === known) ?? newToken();
  await tx
    .insertInto("account_devices")
    .values({ device_hash: hashFor(email, token), account_id: id, signed_in_at: now })
    .onConflict((conflict) => conflict.constraint("account_devices_pkey").doUpdateSet({ signed_in_at: now }))
    .execute();
  await tx
    .deleteFrom("account_devices")
    .where("account_id", "=", id)
    .where("device_hash", "not in", (eb) =>
      eb
        .selectFrom("account_devices")
        .where("account_id", "=", id)
        .orderBy("signed_in_at", "desc")
        .orderBy("device_hash")
        .limit(mostOfAccount)
        .select("device_hash"),
    )
    .execute();
  return [token, ...tokens.filter((one) => one !== token)].slice(0, mostInBrowser);
}

/** In how many browsers an account is known. */
export const countDevices = async (tx: TenantTx, now: Date, accountId: string): Promise<number> =>
  (
    await tx
      .selectFrom("account_devices")
      .where("account_id", "=", accountId)
      .where("signed_in_at", ">", new Date(now.getTime() - deviceLasts))
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;

/** Forgets the browsers of an account, all or all but the one with these secrets. */
export async function forgetDevices(
  tx: TenantTx,
  { id, email }: { id: string; email: string },
  except: readonly string[],
) {
  await tx
    .deleteFrom("account_devices")
    .where("account_id", "=", id)
    .$if(except.length > 0, (query) =>
      query.where(
        "device_hash",
        "not in",
        except.map((token) => hashFor(email, token)),
      ),
    )
    .execute();
}

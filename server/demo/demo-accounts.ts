import { createHmac } from "node:crypto";
import { Secret } from "otpauth";
import { hashPassword, isPassword } from "../auth/password.ts";
import { json } from "../db/columns.ts";
import { tenantDb } from "../db/tenant-db.ts";
import { accountsPaths } from "../features/accounts/accounts.paths.shared.ts";
import { findByEmail } from "../features/accounts/accounts.queries.ts";
import type { Role } from "../features/accounts/roles.shared.ts";
import { sealSecondFactor } from "../features/accounts/second-factor.service.ts";
import type { Services } from "../http/services.ts";

/** What lets somebody who tries the demo into an example council's workspace. */
export interface DemoAccount {
  address: string;
  email: string;
  password: string;
  /** For an authenticator. */
  secret: string;
}

const people: readonly { local: string; name: string; role: Role }[] = [
  { local: "sekretari", name: "Sekretari i Këshillit", role: "secretary" },
  { local: "redaktori", name: "Redaktori i faqes", role: "editor" },
];

/** The same for as long as the secret key is, and nothing that anybody else could know. */
const drawn = (secretKey: string, what: string) => createHmac("sha256", secretKey).update(`demo ${what}`).digest();

/**
 * Sees to it that every example council has its accounts, and says how to sign in with those that nobody has changed.
 * Never called where there is no demo.
 */
export async function demoAccounts({ config, clock, pool, registry, origins }: Services): Promise<DemoAccount[]> {
  const found: DemoAccount[] = [];
  for (const tenant of registry.tenants.filter(({ isExample }) => isExample)) {
    const db = tenantDb(pool, tenant.id);
    for (const { local, name, role } of people) {
      const email = `${local}@${tenant.slug}.example`;
      const password = drawn(config.secretKey, `password ${email}`).toString("hex").slice(0, 20);
      const bytes = drawn(config.secretKey, `code ${email}`).subarray(0, 20);
      const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
      const account = await db.read((tx) => findByEmail(tx, email));
      if (account && !(await isPassword(password, account.password))) continue;
      if (!account) {
        const kept = await hashPassword(password);
        const now = clock.now();
        await db.write(async (tx) => {
          const { id } = await tx
            .insertInto("accounts")
            .values({
              ...{ email, name, password: json(kept), created_at: now, updated_at: now, last_signed_in_at: null },
              ...{ totp_secret: null, totp_confirmed_at: null, totp_last_step: null },
            })
            .returning("id")
            .executeTakeFirstOrThrow();
          await sealSecondFactor(tx, { accountId: id, secret, now, step: null }, config);
          await tx.insertInto("account_roles").values({ account_id: id, role, granted_at: now }).execute();
        });
      }
      const address = origins.of(tenant.primaryHost) + accountsPaths.signIn.sq;
      found.push({ address, email, password, secret });
    }
  }
  return found;
}

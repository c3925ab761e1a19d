import { createHmac } from "node:crypto";
import { Secret } from "otpauth";
import { hashPassword, isPassword } from "../auth/password.ts";
import { json } from "../db/columns.ts";
import { type TenantDb, type TenantTx, tenantDb } from "../db/tenant-db.ts";
import { accountsPaths } from "../features/accounts/accounts.paths.shared.ts";
import { findByEmail } from "../features/accounts/accounts.queries.ts";
import type { Role } from "../features/accounts/roles.shared.ts";
import { sealSecondFactor } from "../features/accounts/second-factor.service.ts";
import { operatorPaths } from "../features/operators/operators.paths.shared.ts";
import { operatorHost } from "../features/tenants/registry.ts";
import type { Tenant } from "../features/tenants/tenant.ts";
import type { Services } from "../http/services.ts";
import { dayIn } from "../local-time.ts";

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
  { local: "koordinatori", name: "Koordinatori i konsultimit publik", role: "coordinator_consultation" },
];

/** A member of the council as it sits, the same for as long as they do. */
const findMember = (tx: TenantTx, now: Date) =>
  tx
    .selectFrom("memberships as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .innerJoin("people as p", "p.id", "m.person_id")
    .where("b.kind", "=", "council")
    .where("m.role", "=", "member")
    .where("m.seat", "is not", null)
    .where("m.begins_on", "<=", dayIn(now))
    .where((eb) => eb.or([eb("m.ends_on", "is", null), eb("m.ends_on", ">=", dayIn(now))]))
    .where("p.state", "=", "published")
    .orderBy("m.seat")
    .select(["p.id", "p.name"])
    .executeTakeFirst();

/** The same for as long as the secret key is, and nothing that anybody else could know. */
const drawn = (secretKey: string, what: string) => createHmac("sha256", secretKey).update(`demo ${what}`).digest();

interface Wanted {
  email: string;
  name: string;
  /** Where it signs in. */
  address: string;
  /** An operator has none. */
  role: Role | null;
  /** Whom of the register it belongs to. */
  person?: string;
}

/** Sees to it that there is an account, and says how to sign in with it unless somebody has changed that. */
async function demoAccount(
  db: TenantDb,
  { config, clock }: Pick<Services, "config" | "clock">,
  { email, name, address, role, person }: Wanted,
): Promise<DemoAccount[]> {
  const password = drawn(config.secretKey, `password ${email}`).toString("hex").slice(0, 20);
  const bytes = drawn(config.secretKey, `code ${email}`).subarray(0, 20);
  const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
  const account = await db.read((tx) => findByEmail(tx, email));
  if (account && !(await isPassword(password, account.password))) return [];
  if (!account) {
    const kept = await hashPassword(password);
    const now = clock.now();
    await db.write(async (tx) => {
      const { id } = await tx
        .insertInto("accounts")
        .values({
          ...{ email, name, password: json(kept), created_at: now, updated_at: now, last_signed_in_at: null },
          ...{ totp_secret: null, totp_confirmed_at: null, totp_last_step: null },
          ...(person && { person_id: person }),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await sealSecondFactor(tx, { accountId: id, secret, now, step: null }, config);
      if (role) await tx.insertInto("account_roles").values({ account_id: id, role, granted_at: now }).execute();
    });
  }
  return [{ address, email, password, secret }];
}

/** The account of a member of an example council, who tells about themselves; none where nobody sits yet. */
async function demoCouncillor(services: Services, { id, slug }: Tenant, address: string): Promise<DemoAccount[]> {
  const db = tenantDb(services.pool, id);
  const email = `keshilltari@${slug}.example`;
  const member = await db.read((tx) => findMember(tx, services.clock.now()));
  if (!member) return [];
  return demoAccount(db, services, { email, name: member.name, address, role: "councillor", person: member.id });
}

/**
 * Sees to it that every example council has its accounts, and the portal an operator, and says how to sign in with those
 * that nobody has changed. Never called where there is no demo.
 */
export async function demoAccounts(services: Services): Promise<DemoAccount[]> {
  const { config, operators, origins, pool, registry } = services;
  const found: DemoAccount[] = [];
  for (const tenant of registry.tenants.filter(({ isExample }) => isExample)) {
    const address = origins.of(tenant.primaryHost) + accountsPaths.signIn.sq;
    for (const { local, name, role } of people) {
      const wanted = { email: `${local}@${tenant.slug}.example`, name, address, role };
      found.push(...(await demoAccount(tenantDb(pool, tenant.id), services, wanted)));
    }
    found.push(...(await demoCouncillor(services, tenant, address)));
  }
  const operator = { email: "operatori@portali.example", name: "Operatori i portalit", role: null };
  const address = origins.of(operatorHost(config.baseDomain)) + operatorPaths.signIn.sq;
  found.push(...(await demoAccount(operators, services, { ...operator, address })));
  return found;
}

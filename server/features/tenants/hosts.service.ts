import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { changeRegistry, type RegistryTx } from "../../db/operator-db.ts";
import type { RegistryDb, TenantHostsTable } from "../../db/registry-db.ts";
import { findTenant } from "./tenants.queries.ts";

/** Looks up the TXT records of a name, each in its parts; rejects with a `code` when there are none. */
export type ResolveTxt = (name: string) => Promise<string[][]>;

/** The record that whoever owns a domain adds to it. */
export interface DnsProof {
  name: string;
  value: string;
}

export const dnsProof = (host: string, challenge: string): DnsProof => ({
  name: `_e-keshilli.${host}`,
  value: `e-keshilli=${challenge}`,
});

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A domain as DNS knows it (`këshilli.al` is `xn--kshilli-rya.al`), or `null` for what cannot be a council's own. */
export function ownDomain(typed: string, baseDomain: string): string | null {
  const host = domainToASCII(typed.trim().replace(/\.$/, ""));
  const labels = host.split(".");
  const isOurs = host === baseDomain || host.endsWith(`.${baseDomain}`);
  const isName = labels.length >= 2 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1)!);
  return isName && !isOurs && isIP(host) === 0 && host.length <= 240 ? host : null;
}

export type AddedHost =
  | { outcome: "unknown_council" | "taken" | "verified_already" }
  | { outcome: "added" | "waiting"; proof: DnsProof };

/**
 * Notes a domain for a council; it leads nowhere until `verifyHost`.
 * @param challenge an unguessable text; the one that is noted already stays.
 */
export const addHost = (
  operator: RegistryDb,
  { slug, host, challenge }: { slug: string; host: string; challenge: string },
): Promise<AddedHost> =>
  changeRegistry(operator, async (tx) => {
    const council = await findTenant(tx, slug);
    if (!council) return { outcome: "unknown_council" };
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("tenant_hosts")
      .values({ host, tenant_id: council.id, kind: "secondary", challenge, verified_at: null })
      .onConflict((conflict) => conflict.column("host").doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return { outcome: "added", proof: dnsProof(host, challenge) };
    const known = (await findHost(tx, host))!;
    if (known.tenant_id !== council.id) return { outcome: "taken" };
    if (known.verified_at) return { outcome: "verified_already" };
    return { outcome: "waiting", proof: dnsProof(host, known.challenge!) };
  });

export type VerifiedHost =
  | { outcome: "unknown" }
  | { outcome: "not_proven"; proof: DnsProof; found: string[]; failure: string | null }
  | { outcome: "verified"; isPrimary: boolean };

/**
 * Notes a domain that the council itself wished for in its workspace, with the challenge that it was shown there.
 * Whether there is such a wish.
 */
export const adoptWish = (operator: RegistryDb, { slug, host }: { slug: string; host: string }): Promise<boolean> =>
  changeRegistry(operator, async (tx) => {
    const wish = await tx
      .selectFrom("domain_wishes as w")
      .innerJoin("tenants as t", "t.id", "w.tenant_id")
      .select(["w.tenant_id", "w.challenge"])
      .where("t.slug", "=", slug)
      .where("w.host", "=", host)
      .executeTakeFirst();
    if (!wish) return false;
    await tx
      .insertInto("tenant_hosts")
      .values({ ...wish, host, kind: "secondary", verified_at: null })
      .onConflict((conflict) => conflict.column("host").doNothing())
      .execute();
    return true;
  });

/**
 * Looks for the proof in DNS and lets the domain lead to the council. With `primary` it becomes the council's address,
 * and the one before leads there; our own subdomain needs no proof to become it again.
 */
export async function verifyHost(
  operator: RegistryDb,
  resolveTxt: ResolveTxt,
  { slug, host, primary, now }: { slug: string; host: string; primary: boolean; now: Date },
): Promise<VerifiedHost> {
  const known = await hostOf(operator, slug, host);
  if (!known) return { outcome: "unknown" };
  if (known.challenge !== null) {
    const proof = dnsProof(host, known.challenge);
    const { found, failure } = await lookUp(resolveTxt, proof.name);
    if (!found.includes(proof.value)) return { outcome: "not_proven", proof, found, failure };
  }
  return changeRegistry(operator, async (tx) => {
    const current = await hostOf(tx, slug, host);
    if (current?.challenge !== known.challenge) return { outcome: "unknown" };
    await tx
      .updateTable("tenant_hosts")
      .set({ verified_at: current.verified_at ?? now })
      .where("host", "=", host)
      .execute();
    if (primary) await makePrimary(tx, current);
    return { outcome: "verified", isPrimary: primary || current.kind === "primary" };
  });
}

/** Lets a council's own domain lead nowhere. Its subdomain stays, and is its address again if the domain was. */
export const removeHost = (
  operator: RegistryDb,
  { slug, host }: { slug: string; host: string },
): Promise<{ outcome: "unknown" | "own_subdomain" | "removed" }> =>
  changeRegistry(operator, async (tx) => {
    const known = await hostOf(tx, slug, host);
    if (!known) return { outcome: "unknown" };
    if (known.challenge === null) return { outcome: "own_subdomain" };
    await tx.deleteFrom("tenant_hosts").where("host", "=", host).execute();
    if (known.kind === "primary") {
      const own = await tx
        .selectFrom("tenant_hosts")
        .where("tenant_id", "=", known.tenant_id)
        .where("challenge", "is", null)
        .select(["host", "tenant_id"])
        .orderBy("host")
        .executeTakeFirstOrThrow();
      await makePrimary(tx, own);
    }
    return { outcome: "removed" };
  });

const findHost = (db: RegistryDb | RegistryTx, host: string) =>
  db.selectFrom("tenant_hosts").where("host", "=", host).selectAll().executeTakeFirst();

async function hostOf(db: RegistryDb | RegistryTx, slug: string, host: string) {
  const council = await findTenant(db, slug);
  const known = await findHost(db, host);
  return council && known?.tenant_id === council.id ? known : undefined;
}

async function makePrimary(tx: RegistryTx, { host, tenant_id }: Pick<TenantHostsTable, "host" | "tenant_id">) {
  const ofCouncil = tx.updateTable("tenant_hosts").where("tenant_id", "=", tenant_id);
  await ofCouncil.set({ kind: "secondary" }).where("host", "<>", host).execute();
  await ofCouncil.set({ kind: "primary" }).where("host", "=", host).execute();
}

async function lookUp(resolveTxt: ResolveTxt, name: string): Promise<{ found: string[]; failure: string | null }> {
  try {
    const records = await resolveTxt(name);
    return { found: records.map((parts) => parts.join("")), failure: null };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "EUNKNOWN";
    const isAbsent = code === "ENODATA" || code === "ENOTFOUND";
    return { found: [], failure: isAbsent ? null : code };
  }
}

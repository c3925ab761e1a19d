import { randomBytes } from "node:crypto";
import { domainToUnicode } from "node:url";
import { json } from "../../db/columns.ts";
import type { RegistryDb } from "../../db/registry-db.ts";
import type { TenantDb, TenantId, TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { type DnsProof, dnsProof, ownDomain } from "../tenants/hosts.service.ts";
import { type Dns, lookUpDomain } from "./dns.ts";
import type { DnsFindings } from "./domain.tables.ts";
import { domainImpossible, domainInUse, domainUnknown, tooManyDomains } from "./settings.errors.ts";

/** Of one council at a time. */
const mostWishes = 3;

/** How far a domain is: nobody has pointed it here; it is pointed here and waits for the operator; it is in use. */
export type DomainState = "waiting" | "pointed" | "active";

export interface WishedDomain {
  /** As DNS writes it. */
  host: string;
  /** As people write it: `këshilli.al` of `xn--kshilli-rya.al`. */
  name: string;
  state: DomainState;
  /** The record that proves that the domain is the council's. */
  proof: DnsProof;
  /** Where the domain is to lead: our own host of the council. */
  target: string;
  isProven: boolean;
  leadsHere: boolean;
  /** ISO 8601; `null` before it was looked up. */
  checkedAt: string | null;
  found: DnsFindings | null;
}

export interface CouncilDomains {
  /** Our own host of the council, which always leads here. */
  own: string;
  /** The host under which the council is known. */
  primary: string;
  wishes: WishedDomain[];
}

const columns = ["host", "challenge", "checked_at", "is_proven", "leads_here", "found"] as const;

/** The domains of a council, and how far each is. */
export async function findDomains(
  tx: TenantTx,
  registry: RegistryDb,
  tenant: { id: TenantId; primaryHost: string },
): Promise<CouncilDomains> {
  const [wishes, hosts] = await Promise.all([
    tx.selectFrom("domain_wishes").select(columns).orderBy("wished_at").execute(),
    registry
      .selectFrom("tenant_hosts")
      .select(["host", "challenge", "verified_at"])
      .where("tenant_id", "=", tenant.id)
      .execute(),
  ]);
  const own = hosts.find(({ challenge }) => challenge === null)?.host ?? tenant.primaryHost;
  const isActive = (host: string) => hosts.some((known) => known.host === host && known.verified_at !== null);
  return {
    own,
    primary: tenant.primaryHost,
    wishes: wishes.map(({ host, challenge, checked_at, is_proven, leads_here, found }) => ({
      host,
      name: domainToUnicode(host),
      state: isActive(host) ? "active" : is_proven && leads_here ? "pointed" : "waiting",
      proof: dnsProof(host, challenge),
      target: own,
      isProven: is_proven,
      leadsHere: leads_here,
      checkedAt: checked_at?.toISOString() ?? null,
      found,
    })),
  };
}

/**
 * Notes a domain that the council wishes for itself. It leads nowhere by that.
 * @throws `settings.domain_impossible`, `settings.too_many_domains`
 */
export async function wishDomain(tx: TenantTx, by: Doing, typed: string, baseDomain: string): Promise<string> {
  const host = ownDomain(typed, baseDomain);
  if (!host) throw domainImpossible();
  await tx.selectFrom("tenant_settings").select("languages").forUpdate().execute();
  const noted = await tx.selectFrom("domain_wishes").select("host").execute();
  if (noted.some((one) => one.host === host)) return host;
  if (noted.length >= mostWishes) throw tooManyDomains(mostWishes);
  await tx
    .insertInto("domain_wishes")
    .values({ host, challenge: randomBytes(20).toString("hex"), wished_at: by.now })
    .execute();
  await recordChange(tx, by, "domain.wished", "domain", host, null, { host });
  return host;
}

/**
 * Looks in DNS whether the domain is the council's and leads here, and notes the answer. No transaction waits for it.
 * @throws `settings.domain_unknown`
 */
export async function checkDomain(
  db: TenantDb,
  dns: Dns,
  by: Doing,
  { host, ours }: { host: string; ours: string },
): Promise<void> {
  const wish = await db.read((tx) =>
    tx.selectFrom("domain_wishes").select("challenge").where("host", "=", host).executeTakeFirst(),
  );
  if (!wish) throw domainUnknown();
  const proof = dnsProof(host, wish.challenge);
  const { leadsHere, ...found } = await lookUpDomain(dns, { host, proof: proof.name, ours });
  const isProven = found.texts.includes(proof.value);
  await db.write(async (tx) => {
    const before = await tx
      .selectFrom("domain_wishes")
      .select(["is_proven", "leads_here"])
      .where("host", "=", host)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw domainUnknown();
    await tx
      .updateTable("domain_wishes")
      .set({ is_proven: isProven, leads_here: leadsHere, checked_at: by.now, found: json(found) })
      .where("host", "=", host)
      .execute();
    if (before.is_proven !== isProven || before.leads_here !== leadsHere)
      await recordChange(
        tx,
        by,
        "domain.checked",
        "domain",
        host,
        { isProven: before.is_proven, leadsHere: before.leads_here },
        { isProven, leadsHere },
      );
  });
}

/**
 * Gives a wish up. What the operator has put into use is his to take away.
 * @throws `settings.domain_unknown`, `settings.domain_in_use`
 */
export async function dropDomain(
  tx: TenantTx,
  by: Doing,
  { host, isActive }: { host: string; isActive: boolean },
): Promise<void> {
  if (isActive) throw domainInUse();
  const [gone] = await tx.deleteFrom("domain_wishes").where("host", "=", host).returning("host").execute();
  if (!gone) throw domainUnknown();
  await recordChange(tx, by, "domain.dropped", "domain", host, { host }, null);
}

import { randomBytes } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { systemClock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import {
  addHost,
  adoptWish,
  type DnsProof,
  ownDomain,
  removeHost,
  verifyHost,
} from "../../features/tenants/hosts.service.ts";
import { CommandRefused, say } from "../command.ts";
import { addressOf, asOperator, noSuchCouncil } from "./operator.ts";

const resolver = new Resolver({ timeout: 3_000, tries: 3 });

function domainOf(typed: string, { baseDomain }: Config): string {
  const host = ownDomain(typed, baseDomain);
  if (!host) throw new CommandRefused(`${typed} is not a domain that can be a council's own.`);
  return host;
}

/** A host that is noted already: a domain, or the council's own subdomain. */
const hostOf = (typed: string, config: Config) => ownDomain(typed, config.baseDomain) ?? typed.toLowerCase();

const notNoted = (slug: string, host: string) =>
  new CommandRefused(`${host} is not noted for ${slug}: npm run tenant -- host add ${slug} ${host}`);

function sayHowToProve(slug: string, host: string, { name, value }: DnsProof) {
  say(`Whoever runs the DNS of ${host} adds this record:`);
  say(`  ${name}  TXT  "${value}"`);
  say(`and then: npm run tenant -- host verify ${slug} ${host}`);
}

export const addTenantHost = (slug: string, domain: string): Promise<void> =>
  asOperator(async ({ config, operator }) => {
    const host = domainOf(domain, config);
    const added = await addHost(operator, { slug, host, challenge: randomBytes(20).toString("hex") });
    switch (added.outcome) {
      case "unknown_council":
        throw noSuchCouncil(slug);
      case "taken":
        throw new CommandRefused(`${host} is noted for another council.`);
      case "verified_already":
        return say(`${host} leads to ${slug} already.`);
      default:
        sayHowToProve(slug, host, added.proof);
    }
  });

export const verifyTenantHost = (slug: string, domain: string, primary: boolean): Promise<void> =>
  asOperator(async ({ config, operator }) => {
    const host = hostOf(domain, config);
    const now = systemClock.now();
    await adoptWish(operator, { slug, host });
    const verified = await verifyHost(operator, (name) => resolver.resolveTxt(name), { slug, host, primary, now });
    if (verified.outcome === "unknown") throw notNoted(slug, host);
    if (verified.outcome === "verified") {
      return say(
        verified.isPrimary
          ? `${addressOf(config, host)} is the address of ${slug}; its other hosts lead there. Passkeys made at another host work no more: people sign in with password and code, and add new ones.`
          : `${addressOf(config, host)} leads to ${slug}.`,
      );
    }
    const { proof, found, failure } = verified;
    if (failure) throw new CommandRefused(`DNS does not answer for ${proof.name} (${failure}): try again later.`);
    const instead = found.length > 0 ? `; it has ${found.map((text) => `"${text}"`).join(", ")}` : "";
    throw new CommandRefused(`DNS has no record ${proof.name}  TXT  "${proof.value}" yet${instead}.`);
  });

export const removeTenantHost = (slug: string, domain: string): Promise<void> =>
  asOperator(async ({ config, operator }) => {
    const host = hostOf(domain, config);
    const { outcome } = await removeHost(operator, { slug, host });
    if (outcome === "unknown") throw notNoted(slug, host);
    if (outcome === "own_subdomain") throw new CommandRefused(`${host} is the portal's own and stays.`);
    say(`${host} leads nowhere.`);
  });

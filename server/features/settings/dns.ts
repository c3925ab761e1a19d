import { Resolver } from "node:dns/promises";
import type { DnsFindings } from "./domain.tables.ts";

/** The questions that are asked of DNS; each rejects with a `code` when there is no answer. */
export interface Dns {
  texts(name: string): Promise<string[][]>;
  aliases(name: string): Promise<string[]>;
  addresses(name: string): Promise<string[]>;
}

/** DNS as this machine is told to ask it, with a limit: a form waits for the answer. */
export function systemDns(): Dns {
  const resolver = new Resolver({ timeout: 1_500, tries: 2 });
  return {
    texts: (name) => resolver.resolveTxt(name),
    aliases: (name) => resolver.resolveCname(name),
    addresses: async (name) => {
      const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
      if (four.status === "rejected" && six.status === "rejected") throw four.reason;
      return [four, six].flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    },
  };
}

const absent = new Set(["ENODATA", "ENOTFOUND"]);

/** All that DNS says of a domain. @param ours a host that is known to lead here */
export async function lookUpDomain(
  dns: Dns,
  { host, proof, ours }: { host: string; proof: string; ours: string },
): Promise<DnsFindings & { leadsHere: boolean }> {
  const failures: string[] = [];
  const answer = async <T>(asked: Promise<T[]>): Promise<T[]> => {
    try {
      return await asked;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "EUNKNOWN";
      if (!absent.has(code)) failures.push(code);
      return [];
    }
  };
  const [texts, aliases, addresses, ownAddresses] = await Promise.all([
    answer(dns.texts(proof)),
    answer(dns.aliases(host)),
    answer(dns.addresses(host)),
    answer(dns.addresses(ours)),
  ]);
  const isOurs = (name: string) => name.toLowerCase().replace(/\.$/, "") === ours;
  return {
    texts: texts.map((parts) => parts.join("")),
    aliases,
    addresses,
    failure: failures[0] ?? null,
    leadsHere: aliases.some(isOurs) || addresses.some((address) => ownAddresses.includes(address)),
  };
}

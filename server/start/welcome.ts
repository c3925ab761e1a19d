import type { DemoAccount } from "../demo/demo-accounts.ts";
import type { Services } from "../http/services.ts";

const shown = 12;

/** Tells whoever started it where to look. */
export function welcome({ registry, origins, config }: Services, accounts: readonly DemoAccount[]): void {
  const lines = ["", "  e-Këshilli", "", `  ${origins.of(config.baseDomain)}`];
  for (const tenant of registry.tenants.slice(0, shown)) lines.push(`  ${origins.of(tenant.primaryHost)}`);
  const more = registry.tenants.length - shown;
  if (more > 0) lines.push(`  … and ${more} more`);
  if (accounts.length > 0)
    lines.push("", "  Accounts of the examples (address, e-mail, password, secret for an authenticator)", "");
  for (const { address, email, password, secret } of accounts)
    lines.push(`  ${address}`, `    ${email}  ${password}  ${secret}`);
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

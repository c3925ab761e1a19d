import type { Services } from "../http/services.ts";

const shown = 12;

/** Tells whoever started it where to look. */
export function welcome({ registry, origins, config }: Services): void {
  const lines = ["", "  e-Këshilli", "", `  ${origins.of(config.baseDomain)}`];
  for (const tenant of registry.tenants.slice(0, shown)) lines.push(`  ${origins.of(tenant.primaryHost)}`);
  const more = registry.tenants.length - shown;
  if (more > 0) lines.push(`  … and ${more} more`);
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

import type { InBoth } from "../elements/catalogue.shared.ts";

export const auditPaths = {
  audit: { sq: "/admin/auditi", en: "/en/admin/audit" },
  csv: { sq: "/admin/auditi/auditi.csv", en: "/en/admin/audit/audit.csv" },
} as const satisfies Record<string, InBoth>;

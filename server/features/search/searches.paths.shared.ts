import type { InBoth } from "../elements/catalogue.shared.ts";

/** The workspace's addresses for what people search for. */
export const searchesPaths = {
  searches: { sq: "/admin/kerkimet", en: "/en/admin/searches" },
  together: { sq: "/admin/kerkimet/bashke", en: "/en/admin/searches/together" },
} as const satisfies Record<string, InBoth>;

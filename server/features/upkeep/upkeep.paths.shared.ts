import type { InBoth } from "../elements/catalogue.shared.ts";

/** The workspace's addresses for what is broken. */
export const upkeepPaths = {
  defects: { sq: "/admin/defektet", en: "/en/admin/defects" },
  check: { sq: "/admin/defektet/kontrolli", en: "/en/admin/defects/check" },
  ignore: { sq: "/admin/defektet/:id/menjane", en: "/en/admin/defects/:id/ignore" },
  takeUp: { sq: "/admin/defektet/:id/serish", en: "/en/admin/defects/:id/take-up" },
} as const satisfies Record<string, InBoth>;

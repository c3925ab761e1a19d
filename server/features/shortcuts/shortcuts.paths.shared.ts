import type { InBoth } from "../elements/catalogue.shared.ts";

export const shortcutsPath = { sq: "/admin/tastiera", en: "/en/admin/keyboard" } as const satisfies InBoth;

import type { InBoth } from "../elements/catalogue.shared.ts";

/** Leads to where whoever asks edits the page of their own. */
export const ownProfilePath = { sq: "/admin/profili", en: "/en/admin/profile" } as const satisfies InBoth;

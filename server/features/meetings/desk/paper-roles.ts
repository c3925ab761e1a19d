import { phrases } from "../../../http/phrases.ts";
import type { Locale } from "../../../locale.shared.ts";
import type { AttachmentRole } from "../../documents/attachments.shared.ts";

/** What a paper can be to a meeting, and to an item of its agenda. */
export const paperRoles = {
  meeting: ["notice", "agenda", "other"],
  item: ["draft_act", "explanatory_report", "annex", "other"],
} as const satisfies Record<string, readonly AttachmentRole[]>;

export const roleChoices = (locale: Locale, of: keyof typeof paperRoles) =>
  paperRoles[of].map((value) => ({ value, label: phrases(locale, "meetings")(`role.${value}`) }));

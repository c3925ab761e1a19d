import type { Standing } from "../../workspace/changed-meanwhile.shared.ts";
import type { InBoth } from "../elements/catalogue.shared.ts";

/** The workspace's addresses for the notice of a meeting by mail. */
export const mailingsPaths = {
  mailing: { sq: "/admin/mbledhjet/:id/posta", en: "/en/admin/meetings/:id/mail" },
  send: { sq: "/admin/mbledhjet/:id/posta/dergimi", en: "/en/admin/meetings/:id/mail/send" },
  again: { sq: "/admin/mbledhjet/:id/posta/serish", en: "/en/admin/meetings/:id/mail/again" },
  address: { sq: "/admin/mbledhjet/:id/posta/adresa", en: "/en/admin/meetings/:id/mail/address" },
} as const satisfies Record<string, InBoth>;

/** What the form of a member's address for notices shows of it. */
export const addressStood = (contact: { email: string; language: string } | null): Standing => ({
  email: contact?.email,
  language: contact?.language ?? "sq",
});

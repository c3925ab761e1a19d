import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { queueMail } from "../../mail/mails.service.ts";
import type { Tenant } from "../tenants/tenant.ts";

interface Letter {
  to: string;
  language: Locale;
  council: Tenant["names"];
  /** The whole address that the mail is about. */
  link: string;
}

/** Sends an invitation or the link for a new password when this transaction commits. */
export async function mailLink(tx: TenantTx, now: Date, kind: "invitation" | "reset", letter: Letter): Promise<void> {
  const { to, language, link } = letter;
  const council = letter.council.council[language] ?? letter.council.council.sq;
  const t = phrases(language, "mails");
  const [subject, text] =
    kind === "invitation"
      ? [t("invitation_subject", { council }), t("invitation_text", { council, link })]
      : [t("reset_subject", { council }), t("reset_text", { council, link })];
  await queueMail(tx, now, { to, subject, text });
}

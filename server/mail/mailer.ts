import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { localOutbox } from "./local-outbox.ts";
import type { Mail } from "./mail.schema.ts";
import { smtpMailer } from "./smtp.ts";

/**
 * Where mail goes out. The same mail sent twice has the same `Message-ID`, by which mailboxes know it.
 *
 *     await mailer.send({ id, to: "arta@shembull.al", subject: "Njoftim", text: "…" });
 */
export interface Mailer {
  /**
   * Resolves when the mail has been taken over.
   * @throws {InvalidInput} for an address or subject that is none, before anything is sent
   * @throws {MailRefused} when it is of no use to try again; any other error may pass
   */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** SMTP_URL, or the folder `mail` under DATA_DIR where there is none. */
export const openMailer = (
  { smtpUrl, mailFrom, dataDir }: Pick<Config, "smtpUrl" | "mailFrom" | "dataDir">,
  clock: Clock,
): Mailer => (smtpUrl ? smtpMailer(smtpUrl, mailFrom, clock) : localOutbox(dataDir, mailFrom, clock));

import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { MailRefused } from "./errors.ts";
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

/** Whether letters reach anybody. In the demo they are read in the browser. */
export const lettersGoOut = ({ smtpUrl, demo }: Pick<Config, "smtpUrl" | "demo">): boolean => smtpUrl !== null || demo;

/** What is noted of a letter that nobody has been sent. */
export const noMailServer = "no mail server";

/** Keeps letters for whoever runs the portal, and says of none that it was sent. */
export const keepingAlone = (mailer: Mailer): Mailer => ({
  async send(mail) {
    await mailer.send(mail);
    throw new MailRefused(noMailServer);
  },
  close: () => mailer.close(),
});

/** SMTP_URL, or the folder `mail` under DATA_DIR where there is none. */
export const openMailer = (
  { smtpUrl, mailFrom, dataDir }: Pick<Config, "smtpUrl" | "mailFrom" | "dataDir">,
  clock: Clock,
): Mailer => (smtpUrl ? smtpMailer(smtpUrl, mailFrom, clock) : localOutbox(dataDir, mailFrom, clock));

import { createTransport } from "nodemailer";
import type { Clock } from "../clock.ts";
import { MailNotSent, MailRefused } from "./errors.ts";
import type { Mailer } from "./mailer.ts";
import { messageOf } from "./message.ts";

/** Milliseconds; together less than a job may take. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

interface SmtpFailure {
  code?: string;
  responseCode?: number;
  response?: string;
}

/** Refusals of the mail itself; a wrong password or a server that is full may pass. */
const isFinal = ({ code, responseCode = 0 }: SmtpFailure) =>
  (code === "EENVELOPE" || code === "EMESSAGE") && responseCode >= 500;

/** @param url `smtp://user:password@host:587` (TLS where the server offers it) or `smtps://…` (TLS from the first byte) */
export function smtpMailer(url: string, from: string, clock: Clock): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...patience });
  return {
    async send(mail) {
      const message = messageOf(mail, from, clock);
      try {
        await transport.sendMail(message);
      } catch (error) {
        const failure = error as SmtpFailure;
        if (isFinal(failure)) throw new MailRefused(failure.response ?? "");
        const { code = "unknown", responseCode = "" } = failure;
        throw new MailNotSent(`The mail server failed: ${code} ${responseCode}`.trim());
      }
    },
    close: () => transport.close(),
  };
}

import type { SendMailOptions } from "nodemailer";
import type { Clock } from "../clock.ts";
import { parsed } from "../http/validated.ts";
import { Mail } from "./mail.schema.ts";

/** `njoftime@portali.al` in `e-Keshilli <njoftime@portali.al>` */
const domainOf = (from: string) => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? "localhost";

/**
 * A mail as it is handed to the library: checked, and nothing in it is ever read from a file or an address.
 * @throws {InvalidInput}
 */
export function messageOf(mail: Mail, from: string, clock: Clock): SendMailOptions {
  const { id, to, subject, text, html, calendar, replyTo } = parsed(Mail, mail);
  return {
    from,
    // As an object: an address in a text would be taken apart again.
    to: { name: "", address: to },
    subject,
    text,
    ...(html && { html }),
    ...(replyTo && { replyTo: { name: "", address: replyTo } }),
    // Beside the texts for programs that take it over, and attached for those that only open files.
    ...(calendar && { icalEvent: { method: calendar.method, content: calendar.text, filename: "mbledhja.ics" } }),
    date: clock.now(),
    messageId: `<${id}@${domainOf(from)}>`,
    // Nobody's out-of-office answers it.
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

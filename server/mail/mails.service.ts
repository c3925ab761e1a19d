import { withoutTokens } from "../auth/tokens.ts";
import type { Clock } from "../clock.ts";
import { json } from "../db/columns.ts";
import type { TenantTx } from "../db/tenant-db.ts";
import { parsed } from "../http/validated.ts";
import { type Effect, enqueue } from "../jobs/outbox.ts";
import { MailRefused } from "./errors.ts";
import { MailContent } from "./mail.schema.ts";
import type { Mailer } from "./mailer.ts";

const longestSubject = 250;

/** What a mail tells of is not undone by a name of several lines, or a long one: its subject is one line that fits. */
function asSubject(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const letters = [...line];
  if (letters.length <= longestSubject) return line;
  return `${letters.slice(0, longestSubject - 1).join("")}…`;
}

/**
 * Sends a mail if and only if this transaction commits.
 * @returns its number
 * @throws {InvalidInput}
 */
export async function queueMail(tx: TenantTx, now: Date, content: MailContent): Promise<string> {
  const fitting = { ...content, subject: asSubject(content.subject) };
  const { to, subject, text, html = null, calendar, replyTo = null } = parsed(MailContent, fitting);
  const { id } = await tx
    .insertInto("mails")
    .values({
      ...{ recipient: to, subject, body_text: text, body_html: html, reply_to: replyTo, created_at: now },
      calendar: calendar ? json(calendar) : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await enqueue(tx, "mail", id);
  return id;
}

/**
 * The effect of the outbox' topic `mail`. A refusal for good is noted and not tried again. What is kept of a mail that is
 * under way, or never will be, lets nobody in: not whoever reads the database, an export or a copy of it.
 */
export const deliverMail =
  (mailer: Mailer, clock: Clock): Effect =>
  async (tx, id) => {
    const mail = await tx
      .selectFrom("mails")
      .where("id", "=", id)
      .where("sent_at", "is", null)
      .where("refused_at", "is", null)
      .select(["recipient", "subject", "body_text", "body_html", "calendar", "reply_to"])
      .executeTakeFirst();
    if (!mail?.recipient || !mail.subject || !mail.body_text) return;
    const { recipient: to, subject, body_text: text, body_html: html, calendar, reply_to: replyTo } = mail;
    const kept = { body_text: withoutTokens(text), body_html: html && withoutTokens(html) };
    const note = tx.updateTable("mails").where("id", "=", id).set(kept);
    try {
      await mailer.send({ id, to, subject, text, html, calendar, replyTo });
      await note.set({ sent_at: clock.now() }).execute();
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      await note.set({ refused_at: clock.now(), refusal: error.message.slice(0, 500) }).execute();
    }
  };

/** Forgets whom and what the mails made before an instant were; that there was one, and when it was sent, stays. */
export async function maskMails(tx: TenantTx, before: Date, now: Date): Promise<void> {
  await tx
    .updateTable("mails")
    .set({
      ...{ recipient: null, subject: null, body_text: null, body_html: null, calendar: null, reply_to: null },
      ...{ refusal: null, masked_at: now },
    })
    .where("masked_at", "is", null)
    .where("created_at", "<", before)
    .execute();
}

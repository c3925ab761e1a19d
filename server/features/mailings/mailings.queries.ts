import type { TenantTx } from "../../db/tenant-db.ts";
import { noMailServer } from "../../mail/mailer.ts";

/** What was sent last of a meeting; `undefined` where nothing was. */
export const findLastMailing = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("meeting_mailings")
    .where("meeting_id", "=", meetingId)
    .orderBy("asked_at", "desc")
    .orderBy("sequence", "desc")
    .orderBy("version", "desc")
    .limit(1)
    .select(["id", "method", "version", "sequence", "asked_at as askedAt", "asked_by as askedBy"])
    .executeTakeFirst();

/** How far a mail to one member has come. */
export type MailState = "queued" | "sent" | "failed" | "unsent" | "no_address";

export interface Recipient {
  personId: string;
  name: string;
  state: MailState;
  /** When it was sent or refused. */
  at: Date | null;
  /** What the recipient's server said; forgotten with the mail. */
  refusal: string | null;
}

interface MailRow {
  is_reachable: boolean;
  sent_at: Date | null;
  refused_at: Date | null;
  refusal: string | null;
}

const stateOf = ({ is_reachable, sent_at, refused_at, refusal }: MailRow): MailState => {
  if (!is_reachable) return "no_address";
  if (sent_at) return "sent";
  if (refusal === noMailServer) return "unsent";
  return refused_at ? "failed" : "queued";
};

/** Every recipient of a mailing in the body's order. Addresses are not among what is told. */
export async function findRecipients(tx: TenantTx, mailingId: string): Promise<Recipient[]> {
  const rows = await tx
    .selectFrom("meeting_mail_recipients as r")
    .innerJoin("people as p", "p.id", "r.person_id")
    .leftJoin("mails as m", "m.id", "r.mail_id")
    .where("r.mailing_id", "=", mailingId)
    .orderBy("r.position")
    .select(["r.person_id", "p.name", "r.is_reachable", "m.sent_at", "m.refused_at", "m.refusal"])
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    state: stateOf(row),
    at: row.sent_at ?? row.refused_at,
    refusal: row.refusal === noMailServer ? null : row.refusal,
  }));
}

/**
 * What the members know of a meeting by mail: the last mailing with all its recipients, and whether the meeting has
 * changed since. `null` where nothing was sent.
 */
export async function findMailing(tx: TenantTx, meetingId: string) {
  const mailing = await findLastMailing(tx, meetingId);
  if (!mailing) return null;
  const [recipients, now] = await Promise.all([
    findRecipients(tx, mailing.id),
    tx
      .selectFrom("meetings as m")
      .where("m.id", "=", meetingId)
      .select(["m.sequence", "m.stage"])
      .select((eb) =>
        eb
          .selectFrom("meeting_versions as v")
          .whereRef("v.meeting_id", "=", "m.id")
          .select((of) => of.fn.max("v.version").as("version"))
          .as("version"),
      )
      .executeTakeFirstOrThrow(),
  ]);
  const isOff = now.stage === "cancelled" || now.stage === "postponed";
  const isCurrent =
    mailing.sequence === now.sequence &&
    mailing.version === (now.version ?? 0) &&
    mailing.method === (isOff ? "cancel" : "request");
  return { ...mailing, recipients, isCurrent };
}

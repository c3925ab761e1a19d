import { json } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { enqueue } from "../../jobs/outbox.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { bodiesOf, type HeldMeeting, holdMeeting } from "../meetings/held-meeting.ts";
import { alreadyBegun, noMembers, notAnnounced } from "../meetings/meetings.errors.ts";
import { membersOn } from "../meetings/members.queries.ts";
import { neverSent, noneFailed } from "./mailings.errors.ts";
import { findLastMailing } from "./mailings.queries.ts";
import { findMailboxes } from "./recipients.queries.ts";

const isOff = ({ stage }: HeldMeeting) => stage === "cancelled" || stage === "postponed";

async function lastVersionOf(tx: TenantTx, meetingId: string): Promise<number> {
  const { version } = await tx
    .selectFrom("meeting_versions")
    .where("meeting_id", "=", meetingId)
    .select((eb) => eb.fn.coalesce(eb.fn.max("version"), eb.lit(0)).as("version"))
    .executeTakeFirstOrThrow();
  return version;
}

async function addRecipients(tx: TenantTx, mailingId: string, people: readonly { id: string }[]) {
  const mailboxes = await findMailboxes(
    tx,
    people.map(({ id }) => id),
  );
  await tx
    .insertInto("meeting_mail_recipients")
    .values(
      people.map(({ id }, position) => ({
        ...{ mailing_id: mailingId, person_id: id, position },
        is_reachable: mailboxes.has(id),
      })),
    )
    .execute();
  return { recipients: people.length, withoutAddress: people.filter(({ id }) => !mailboxes.has(id)).length };
}

/**
 * Sends the notice of a meeting as it stands to all who are members of its bodies on its day; what has changed since the
 * last time, or that it does not take place, likewise. As it stands it is sent once, however often it is asked for.
 * @returns which mailing that is, and whether it begins now
 * @throws `meetings.not_found`, `meetings.not_announced`, `meetings.already_begun`, `meetings.no_members`, `mailings.never_sent`
 */
export async function sendNotice(tx: TenantTx, by: Doing, meetingId: string): Promise<{ id: string; isNew: boolean }> {
  // Held, so that two who ask at once come one after the other.
  const meeting = await holdMeeting(tx, meetingId);
  const last = await findLastMailing(tx, meetingId);
  if (isOff(meeting) && !last) throw neverSent();
  if (meeting.stage === "planned") throw notAnnounced();
  if (meeting.stage !== "announced" && !isOff(meeting)) throw alreadyBegun();
  const state = {
    method: isOff(meeting) ? ("cancel" as const) : ("request" as const),
    version: await lastVersionOf(tx, meetingId),
    sequence: meeting.sequence,
  };
  if (last?.method === state.method && last.version === state.version && last.sequence === state.sequence)
    return { id: last.id, isNew: false };
  const members = await membersOn(tx, await bodiesOf(tx, meeting), meeting.day);
  if (members.length === 0) throw noMembers();
  const { id } = await tx
    .insertInto("meeting_mailings")
    .values({ meeting_id: meetingId, ...state, asked_at: by.now, asked_by: json(by.actor) })
    .returning("id")
    .executeTakeFirstOrThrow();
  const counts = await addRecipients(tx, id, members);
  await enqueue(tx, "meeting-mailing", id);
  await recordChange(tx, by, "meeting.notice_sent", "meeting", meetingId, null, { ...state, ...counts });
  return { id, isNew: true };
}

/**
 * Members who have the notice by mail are told at once when day, hour or place change, or when the meeting does not take
 * place: calendars would go on showing what is no longer true. Where nobody was told nothing is sent.
 */
export async function informMembers(tx: TenantTx, by: Doing, meetingId: string): Promise<void> {
  if (await findLastMailing(tx, meetingId)) await sendNotice(tx, by, meetingId);
}

/**
 * Sends the last mailing again to those whose server refused it, and to those of whom an address has become known.
 * @throws `mailings.never_sent`, `mailings.none_failed`
 */
export async function sendAgain(tx: TenantTx, by: Doing, meetingId: string): Promise<{ recipients: number }> {
  await holdMeeting(tx, meetingId);
  const mailing = await findLastMailing(tx, meetingId);
  if (!mailing) throw neverSent();
  const failed = await tx
    .selectFrom("meeting_mail_recipients as r")
    .leftJoin("mails as m", "m.id", "r.mail_id")
    .where("r.mailing_id", "=", mailing.id)
    .where((eb) => eb.or([eb("m.refused_at", "is not", null), eb("r.is_reachable", "=", false)]))
    .select("r.person_id")
    .execute();
  const mailboxes = await findMailboxes(
    tx,
    failed.map(({ person_id }) => person_id),
  );
  const again = [...mailboxes.keys()];
  if (again.length === 0) throw noneFailed();
  await tx
    .updateTable("meeting_mail_recipients")
    .set({ mail_id: null, is_reachable: true })
    .where("mailing_id", "=", mailing.id)
    .where("person_id", "in", again)
    .execute();
  await enqueue(tx, "meeting-mailing", mailing.id);
  await recordChange(tx, by, "meeting.notice_sent_again", "meeting", meetingId, null, { recipients: again.length });
  return { recipients: again.length };
}

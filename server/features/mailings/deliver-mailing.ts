import { addressParser } from "postal-mime";
import type { Clock } from "../../clock.ts";
import type { TenantId, TenantTx } from "../../db/tenant-db.ts";
import type { Effect } from "../../jobs/outbox.ts";
import { queueMail } from "../../mail/mails.service.ts";
import { documentsOf } from "../documents/attachments.queries.ts";
import { meetingUrl } from "../elements/item-urls.shared.ts";
import { fullMeetingName } from "../meetings/full-name.ts";
import { numberOf } from "../meetings/numbers.shared.ts";
import { findSettings } from "../settings/settings.queries.ts";
import type { Origins } from "../tenants/origins.ts";
import type { TenantRegistry } from "../tenants/registry.ts";
import type { Tenant } from "../tenants/tenant.ts";
import { invitation } from "./invitation.ts";
import { findLastMailing } from "./mailings.queries.ts";
import { type MailingKind, type NoticeContent, noticeMail } from "./notice-mail.ts";
import { findMailboxes } from "./recipients.queries.ts";

export interface MailingParts {
  registry: TenantRegistry;
  origins: Origins;
  config: { baseDomain: string; mailFrom: string };
  clock: Clock;
}

async function meetingOf(tx: TenantTx, id: string) {
  return tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .leftJoin("meetings as n", "n.id", "m.postponed_to")
    .where("m.id", "=", id)
    .selectAll("m")
    .select([
      "b.kind as body_kind",
      "b.name as body_name",
      "n.slug as next_slug",
      "n.starts_at as next_starts_at",
      "n.state as next_state",
      "n.public_from as next_public_from",
    ])
    .executeTakeFirstOrThrow();
}
type MailedMeeting = Awaited<ReturnType<typeof meetingOf>>;

/** The mailing before this one, against which this one is a change. */
const previousOf = (tx: TenantTx, { id, meeting_id }: { id: string; meeting_id: string }) =>
  tx
    .selectFrom("meeting_mailings as m")
    .where("m.meeting_id", "=", meeting_id)
    .where("m.id", "<>", id)
    .orderBy("m.asked_at", "desc")
    .limit(1)
    .select("m.version")
    .executeTakeFirst();

async function reasonsFor(tx: TenantTx, meeting: MailedMeeting, kind: MailingKind, sinceVersion: number) {
  if (kind === "cancelled" || kind === "postponed") return meeting.stage_reason ? [meeting.stage_reason] : [];
  if (kind === "notice") return [];
  const versions = await tx
    .selectFrom("meeting_versions")
    .where("meeting_id", "=", meeting.id)
    .where("version", ">", sinceVersion)
    .where("reason", "is not", null)
    .orderBy("version")
    .select("reason")
    .execute();
  return versions.flatMap(({ reason }) => (reason ? [reason] : []));
}

async function agendaOf(tx: TenantTx, meetingId: string, now: Date) {
  const items = await tx
    .selectFrom("agenda_items")
    .where("meeting_id", "=", meetingId)
    .orderBy("path")
    .select(["id", "path", "title"])
    .execute();
  const ids = items.map(({ id }) => id);
  const documents = await documentsOf(tx, "agendaItem", ids, now);
  return items.map(({ id, path, title }) => ({
    number: numberOf(path),
    title,
    documents: documents.get(id) ?? [],
  }));
}

async function contentOf(
  tx: TenantTx,
  meeting: MailedMeeting,
  about: { kind: MailingKind; sinceVersion: number; origin: string; tenant: Tenant; now: Date },
): Promise<NoticeContent> {
  const { kind, origin, tenant, now } = about;
  const documents = (await documentsOf(tx, "meeting", [meeting.id], now)).get(meeting.id) ?? [];
  const { next_starts_at } = meeting;
  /** Its day is the members' business at once; its page is so once it is public. */
  const isNextPublic = meeting.next_state === "published" && meeting.next_public_from! <= now;
  const nextSlug = isNextPublic ? meeting.next_slug : null;
  return {
    kind,
    origin,
    council: tenant.names.council,
    slug: meeting.slug,
    name: fullMeetingName(meeting),
    startsAt: meeting.starts_at,
    endsAt: meeting.ends_at,
    place: meeting.place,
    onlineUrl: meeting.online_url,
    closedReason: meeting.closed_reason,
    notice: meeting.notice,
    reasons: await reasonsFor(tx, meeting, kind, about.sinceVersion),
    next: next_starts_at && { slug: nextSlug, startsAt: next_starts_at },
    items: await agendaOf(tx, meeting.id, now),
    documents: documents.filter(({ role }) => role !== "minutes"),
  };
}

const kindOf = ({ stage }: MailedMeeting, isFirst: boolean): MailingKind => {
  if (stage === "cancelled" || stage === "postponed") return stage;
  return isFirst ? "notice" : "changed";
};

/** Members who wait for this mailing's mail, with what they are called. */
const waitingFor = (tx: TenantTx, mailingId: string) =>
  tx
    .selectFrom("meeting_mail_recipients as r")
    .innerJoin("people as p", "p.id", "r.person_id")
    .where("r.mailing_id", "=", mailingId)
    .where("r.mail_id", "is", null)
    .where("r.is_reachable", "=", true)
    .orderBy("r.position")
    .select(["p.id", "p.name", "r.attempts"])
    .execute();

/**
 * The effect of the outbox' topic `meeting-mailing`: writes a mail to every member who waits for one. All of them are
 * written in one transaction, so that a second attempt finds either none or all. What was overtaken by a later mailing
 * is not written any more.
 */
export const deliverMailing =
  ({ registry, origins, config, clock }: MailingParts): Effect =>
  async (tx, mailingId, _signal, tenantId: TenantId) => {
    const tenant = registry.tenants.find(({ id }) => id === tenantId);
    const mailing = await tx
      .selectFrom("meeting_mailings")
      .where("id", "=", mailingId)
      .select(["id", "meeting_id", "method"])
      .executeTakeFirst();
    if (!tenant || !mailing || (await findLastMailing(tx, mailing.meeting_id))?.id !== mailing.id) return;
    const now = clock.now();
    const meeting = await meetingOf(tx, mailing.meeting_id);
    const previous = await previousOf(tx, mailing);
    const origin = origins.of(tenant.primaryHost);
    const kind = kindOf(meeting, !previous);
    const content = await contentOf(tx, meeting, {
      ...{ kind, origin, tenant, now },
      sinceVersion: previous?.version ?? 0,
    });
    const { contacts } = await findSettings(tx);
    const sender = addressParser(config.mailFrom, { flatten: true })[0]?.address;
    const organizer = contacts.email ?? sender!;
    const waiting = await waitingFor(tx, mailing.id);
    const mailboxes = await findMailboxes(
      tx,
      waiting.map(({ id }) => id),
    );
    for (const { id, name, attempts } of waiting) {
      const mailbox = mailboxes.get(id);
      const note = tx
        .updateTable("meeting_mail_recipients")
        .where("mailing_id", "=", mailing.id)
        .where("person_id", "=", id);
      if (!mailbox) {
        await note.set({ is_reachable: false }).execute();
        continue;
      }
      const { language: locale, address } = mailbox;
      const { inCalendar, ...texts } = noticeMail(content, locale, name);
      const say = (text: { sq: string; en?: string | null }) => text[locale] || text.sq;
      const text = invitation({
        ...{ locale, method: mailing.method, description: inCalendar },
        uid: `${meeting.id}@${config.baseDomain}`,
        sequence: meeting.sequence,
        changedAt: meeting.updated_at,
        startsAt: meeting.starts_at,
        endsAt: meeting.ends_at,
        name: say(content.name),
        place: content.place ? say(content.place) : content.onlineUrl,
        url: origin + meetingUrl(meeting.slug)[locale],
        organizer: { name: say(content.council), email: organizer },
        member: { name, email: address },
      });
      const method = mailing.method === "cancel" ? "CANCEL" : "REQUEST";
      const calendar = { method, text } as const;
      const mailId = await queueMail(tx, now, { to: address, ...texts, calendar, replyTo: contacts.email });
      await note.set({ mail_id: mailId, attempts: attempts + 1 }).execute();
    }
  };

import type { TenantTx } from "../../db/tenant-db.ts";
import { type Carrier, carrierColumns } from "../documents/attachments.queries.ts";
import { publicFiles } from "../documents/documents.queries.ts";

const findMeeting = (tx: TenantTx, slug: string, now: Date) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.slug", "=", slug)
    .where("m.state", "=", "published")
    .where("m.public_from", "<=", now)
    .select(["m.id", "m.slug", "m.kind", "m.title", "m.starts_at", "m.place", "m.online_url", "m.closed_reason"])
    .select(["m.stage", "m.stage_reason", "m.announced_at", "m.updated_at", "b.name as body_name"])
    .executeTakeFirst();

/** The true order: 10 comes behind 9, and 3.1 behind 3. */
const findItems = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("agenda_items")
    .where("meeting_id", "=", meetingId)
    .select(["id", "path", "title", "draft_act_id"])
    .orderBy("path")
    .execute();

/** The newest public file of every public document of these things, with all that an archive says about it. */
const findFiles = (tx: TenantTx, carrier: Carrier, ids: readonly string[], now: Date) =>
  publicFiles(tx, now)
    .innerJoin("attachments as o", "o.document_id", "d.id")
    .where(`o.${carrierColumns[carrier]}`, "in", ids)
    .distinctOn("d.id")
    .orderBy("d.id")
    .orderBy("v.version", "desc")
    .select([`o.${carrierColumns[carrier]} as owner`, "o.position", "o.added_at", "d.id", "d.title"])
    .select(["v.version", "v.file_name", "v.uploaded_at", "f.sha256", "f.size", "f.crc32"])
    .$narrowType<{ owner: string }>()
    .execute();
export type PackagedFile = Awaited<ReturnType<typeof findFiles>>[number];

async function filesOf(tx: TenantTx, carrier: Carrier, ids: readonly string[], now: Date) {
  const files = ids.length === 0 ? [] : await findFiles(tx, carrier, ids, now);
  const ordered = files.toSorted(
    (a, b) => a.position - b.position || a.added_at.getTime() - b.added_at.getTime() || (a.id < b.id ? -1 : 1),
  );
  return Map.groupBy(ordered, ({ owner }) => owner);
}

/** Drafts that the public may see: their own papers belong to the items that discuss them. */
const findPublicDrafts = (tx: TenantTx, ids: readonly string[], now: Date) =>
  tx
    .selectFrom("draft_acts")
    .where("id", "in", ids)
    .where("state", "=", "published")
    .where("public_from", "<=", now)
    .select("id")
    .execute();

/**
 * A meeting with every public paper of it: its own, those of each item, and those of the draft that an item is about.
 * `null` where the public sees no such meeting.
 */
export async function findPackage(tx: TenantTx, slug: string, now: Date) {
  const meeting = await findMeeting(tx, slug, now);
  if (!meeting) return null;
  const items = await findItems(tx, meeting.id);
  const draftIds = items.map(({ draft_act_id }) => draft_act_id).filter((id) => id !== null);
  const [ofMeeting, ofItems, ofDrafts] = await Promise.all([
    filesOf(tx, "meeting", [meeting.id], now),
    filesOf(
      tx,
      "agendaItem",
      items.map(({ id }) => id),
      now,
    ),
    draftIds.length === 0
      ? new Map<string, PackagedFile[]>()
      : findPublicDrafts(tx, draftIds, now).then((drafts) =>
          filesOf(
            tx,
            "draftAct",
            drafts.map(({ id }) => id),
            now,
          ),
        ),
  ]);
  return {
    meeting,
    files: ofMeeting.get(meeting.id) ?? [],
    items: items.map(({ id, path, title, draft_act_id }) => ({
      path,
      title,
      files: [...(ofItems.get(id) ?? []), ...((draft_act_id && ofDrafts.get(draft_act_id)) || [])],
    })),
  };
}
export type MeetingPackage = NonNullable<Awaited<ReturnType<typeof findPackage>>>;

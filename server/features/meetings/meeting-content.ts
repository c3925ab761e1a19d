import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type AttachedDocument, documentsOf } from "../documents/attachments.queries.ts";
import { numberOf } from "./numbers.shared.ts";

export interface ContentDocument {
  id: string;
  title: LocalizedText;
  /** A newer file is another one. */
  sha256: string;
}
/** A meeting as readers saw it: what the notice told, and what the package held. Minutes come afterwards and are not in it. */
export interface MeetingContent {
  startsAt: string;
  endsAt: string | null;
  place: LocalizedText | null;
  onlineUrl: string | null;
  access: "open" | "closed";
  items: { id: string; number: string; title: LocalizedText; documents: ContentDocument[] }[];
  documents: ContentDocument[];
}

interface Standing {
  id: string;
  starts_at: Date;
  ends_at: Date | null;
  place: LocalizedText | null;
  online_url: string | null;
  access: "open" | "closed";
}

const noted = (documents: readonly AttachedDocument[] = []): ContentDocument[] =>
  documents.filter(({ role }) => role !== "minutes").map(({ id, title, sha256 }) => ({ id, title, sha256 }));

/** What readers see at `now`. */
export async function contentOf(tx: TenantTx, id: string, now: Date): Promise<MeetingContent> {
  const meeting: Standing = await tx
    .selectFrom("meetings")
    .select(["id", "starts_at", "ends_at", "place", "online_url", "access"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const items = await tx
    .selectFrom("agenda_items")
    .select(["id", "path", "title"])
    .where("meeting_id", "=", id)
    .orderBy("path")
    .execute();
  const ofItems = await documentsOf(
    tx,
    "agendaItem",
    items.map((item) => item.id),
    now,
  );
  const ofMeeting = await documentsOf(tx, "meeting", [id], now);
  return {
    startsAt: meeting.starts_at.toISOString(),
    endsAt: meeting.ends_at?.toISOString() ?? null,
    place: meeting.place,
    onlineUrl: meeting.online_url,
    access: meeting.access,
    items: items.map(({ id: item, path, title }) => ({
      id: item,
      number: numberOf(path),
      title,
      documents: noted(ofItems.get(item)),
    })),
    documents: noted(ofMeeting.get(id)),
  };
}

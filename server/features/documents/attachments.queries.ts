import type { TenantTx } from "../../db/tenant-db.ts";
import type { AttachmentRole } from "./attachments.shared.ts";
import { byOwner, publicColumns, publicFiles } from "./documents.queries.ts";
import type { DocumentHistory } from "./documents.schema.ts";

/** The column that names the thing which carries a document. */
export const carrierColumns = {
  meeting: "meeting_id",
  agendaItem: "agenda_item_id",
  draftAct: "draft_act_id",
  act: "act_id",
  person: "person_id",
  election: "election_id",
  recording: "recording_id",
} as const;
export type Carrier = keyof typeof carrierColumns;
/** What the audit calls it: an item of an agenda with a hyphen, as all that is written down of one. */
export const carrierSubject = (carrier: Carrier): string =>
  carrier === "agendaItem" ? "agenda-item" : carrierColumns[carrier].replace(/_id$/, "");

/** A public document with what it is to its carrier, and since when it stands there. */
export interface AttachedDocument extends DocumentHistory {
  role: AttachmentRole;
  addedAt: string;
}

/** The public documents of these things, each list in its order. One query for any number of them. */
export async function documentsOf(
  tx: TenantTx,
  carrier: Carrier,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, AttachedDocument[]>> {
  if (ids.length === 0) return new Map();
  const column = carrierColumns[carrier];
  const rows = await publicFiles(tx, now)
    .innerJoin("attachments as o", "o.document_id", "d.id")
    .where(`o.${column}`, "in", ids)
    .orderBy(`o.${column}`)
    .orderBy("o.position")
    .orderBy("o.added_at")
    .orderBy("d.id")
    .orderBy("v.version", "desc")
    .select([`o.${column} as owner`, "o.role", "o.added_at"])
    .select(publicColumns)
    .$narrowType<{ owner: string }>()
    .execute();
  const standing = new Map(rows.map(({ id, role, added_at }) => [id, { role, addedAt: added_at.toISOString() }]));
  return new Map(
    [...byOwner(rows)].map(([owner, documents]) => [
      owner,
      documents.map((document) => ({ ...document, ...standing.get(document.id)! })),
    ]),
  );
}

/** Ids of all documents that a thing carries, public or not, with their roles; without those that wait to be let in. */
export const attachedTo = (tx: TenantTx, carrier: Carrier, id: string) =>
  tx
    .selectFrom("attachments")
    .select(["document_id", "role", "position", "added_at"])
    .where(carrierColumns[carrier], "=", id)
    .where("waits", "=", false)
    .orderBy("position")
    .orderBy("added_at")
    .orderBy("document_id")
    .execute();

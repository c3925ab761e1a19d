import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { attachedTo, type Carrier, carrierColumns } from "./attachments.queries.ts";
import type { AttachmentRole } from "./attachments.shared.ts";
import { areFree, releaseDocuments } from "./documents.service.ts";

export interface Attachment {
  documentId: string;
  role: AttachmentRole;
}

/**
 * Adds documents to a thing, behind those that it has. They are public from `publicFrom`, which is the carrier's;
 * `null` while that is a draft. The caller raises the version of the carrier's area.
 * @throws `InvalidInput` when one is unknown or belongs to something else already
 */
export async function attach(
  tx: TenantTx,
  by: Doing,
  carrier: Carrier,
  id: string,
  attachments: readonly Attachment[],
  publicFrom: Date | null,
): Promise<void> {
  if (attachments.length === 0) return;
  const ids = attachments.map(({ documentId }) => documentId);
  if (new Set(ids).size < ids.length || !(await areFree(tx, ids)))
    throw new InvalidInput([{ path: "documents", code: "publications.document_unknown" }]);
  const present = await attachedTo(tx, carrier, id);
  const last = Math.max(-1, ...present.map(({ position }) => position));
  await tx
    .insertInto("attachments")
    .values(
      attachments.map(({ documentId, role }, at) => ({
        document_id: documentId,
        [carrierColumns[carrier]]: id,
        role,
        position: last + 1 + at,
        added_at: by.now,
      })),
    )
    .execute();
  await releaseDocuments(tx, ids, publicFrom);
  await recordChange(tx, by, "documents.attached", carrier, id, null, { attachments });
}

/** Takes a document from its carrier and from the public; its file stays among the council's. */
export async function detach(tx: TenantTx, by: Doing, carrier: Carrier, id: string, documentId: string): Promise<void> {
  const removed = await tx
    .deleteFrom("attachments")
    .where(carrierColumns[carrier], "=", id)
    .where("document_id", "=", documentId)
    .returning(["role"])
    .executeTakeFirst();
  if (!removed) return;
  await releaseDocuments(tx, [documentId], null);
  await recordChange(tx, by, "documents.detached", carrier, id, { documentId, role: removed.role }, null);
}

/** From when the public may have all that a thing carries; `null` takes it back. */
export async function releaseAttachments(tx: TenantTx, carrier: Carrier, id: string, from: Date | null): Promise<void> {
  await releaseDocuments(
    tx,
    (await attachedTo(tx, carrier, id)).map(({ document_id }) => document_id),
    from,
  );
}

/**
 * Takes the documents of a thing away for good, as when the thing goes. Their files stay in the storage, where others may
 * share their content.
 */
export async function removeAttachments(tx: TenantTx, by: Doing, carrier: Carrier, id: string): Promise<void> {
  const ids = (await attachedTo(tx, carrier, id)).map(({ document_id }) => document_id);
  if (ids.length === 0) return;
  await tx.deleteFrom("attachments").where("document_id", "in", ids).execute();
  await tx.deleteFrom("documents").where("id", "in", ids).execute();
  await recordChange(tx, by, "documents.removed", carrier, id, { documents: ids }, null);
}

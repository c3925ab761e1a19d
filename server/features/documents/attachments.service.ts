import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { attachedTo, type Carrier, carrierColumns, carrierSubject } from "./attachments.queries.ts";
import type { AttachmentRole } from "./attachments.shared.ts";
import { areFree, releaseDocuments } from "./documents.service.ts";

export interface Attachment {
  documentId: string;
  role: AttachmentRole;
}

async function put(
  tx: TenantTx,
  by: Doing,
  [carrier, id]: [Carrier, string],
  attachments: readonly Attachment[],
  waits: boolean,
) {
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
        waits,
      })),
    )
    .execute();
  return ids;
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
  await releaseDocuments(tx, await put(tx, by, [carrier, id], attachments, false), publicFrom);
  await recordChange(tx, by, "documents.attached", carrierSubject(carrier), id, null, { attachments });
}

/** Lays documents beside a thing, where they wait until they are let in. @throws as `attach` */
export async function attachWaiting(
  tx: TenantTx,
  by: Doing,
  carrier: Carrier,
  id: string,
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  await put(tx, by, [carrier, id], attachments, true);
  await recordChange(tx, by, "documents.laid_aside", carrierSubject(carrier), id, null, { attachments });
}

/** Lets in what waits beside a thing, which stands there from now on: else as `attach`. */
export async function letIn(
  tx: TenantTx,
  by: Doing,
  carrier: Carrier,
  id: string,
  attachments: readonly Attachment[],
  publicFrom: Date | null,
): Promise<void> {
  const ids = attachments.map(({ documentId }) => documentId);
  await tx
    .updateTable("attachments")
    .set({ waits: false, added_at: by.now })
    .where(carrierColumns[carrier], "=", id)
    .where("document_id", "in", ids)
    .execute();
  await releaseDocuments(tx, ids, publicFrom);
  await recordChange(tx, by, "documents.attached", carrierSubject(carrier), id, null, { attachments });
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
  await recordChange(
    tx,
    by,
    "documents.detached",
    carrierSubject(carrier),
    id,
    { documentId, role: removed.role },
    null,
  );
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
  await recordChange(tx, by, "documents.removed", carrierSubject(carrier), id, { documents: ids }, null);
}

/**
 * Makes these, in this order, the documents of a thing: others are taken from it, new ones added. What stays keeps the
 * instant since when it stands there. The caller raises the version of the carrier's area.
 * @returns whether anything was different
 * @throws as `attach`
 */
export async function setAttachments(
  tx: TenantTx,
  by: Doing,
  carrier: Carrier,
  id: string,
  wanted: readonly Attachment[],
  publicFrom: Date | null,
): Promise<boolean> {
  if (new Set(wanted.map(({ documentId }) => documentId)).size < wanted.length)
    throw new InvalidInput([{ path: "documents", code: "publications.document_twice" }]);
  const present = await attachedTo(tx, carrier, id);
  const isSame =
    present.length === wanted.length &&
    wanted.every(({ documentId, role }, at) => present[at]!.document_id === documentId && present[at]!.role === role);
  if (isSame) return false;
  const standing = new Set(present.map(({ document_id }) => document_id));
  for (const { document_id } of present)
    if (!wanted.some(({ documentId }) => documentId === document_id)) await detach(tx, by, carrier, id, document_id);
  const added = wanted.filter(({ documentId }) => !standing.has(documentId));
  await attach(tx, by, carrier, id, added, publicFrom);
  for (const [position, { documentId, role }] of wanted.entries())
    await tx
      .updateTable("attachments")
      .set({ position, role })
      .where("document_id", "=", documentId)
      .where(carrierColumns[carrier], "=", id)
      .execute();
  const was = present.map(({ document_id, role }) => ({ documentId: document_id, role }));
  await recordChange(
    tx,
    by,
    "documents.arranged",
    carrierSubject(carrier),
    id,
    { attachments: was },
    { attachments: wanted },
  );
  return true;
}

/** The documents of a thing as they are given to `setAttachments`. */
export const attachmentsOf = async (tx: TenantTx, carrier: Carrier, id: string): Promise<Attachment[]> =>
  (await attachedTo(tx, carrier, id)).map(({ document_id, role }) => ({ documentId: document_id, role }));

/** Documents of what is not public yet follow it later. */
export const releaseTimeOf = ({ state, public_from }: { state: string; public_from: Date | null }): Date | null =>
  state === "published" ? public_from : null;

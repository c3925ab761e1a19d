import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Doing } from "../audit/audit.service.ts";
import { type Attachment, attach, detach } from "../documents/attachments.service.ts";
import { lockAct, type StoredAct } from "./act-record.ts";
import { unredacted } from "./acts.errors.ts";
import { findUnredacted } from "./acts.queries.ts";

/**
 * What names persons is shown to nobody with its original, whether it is made public, said to name them, or given a paper.
 * @throws `acts.unredacted`
 */
export async function checkRedacted(tx: TenantTx, id: string, namesPersons: boolean): Promise<void> {
  if (namesPersons && (await findUnredacted(tx, id))) throw unredacted();
}

const isPublished = ({ state }: StoredAct) => state === "published";

/**
 * Adds papers: the signed text, annexes, letters about it. They are public as soon as the act is.
 * @throws `InvalidInput` when one is unknown or stands somewhere else, `acts.not_found`, `acts.unredacted` where the public
 * would get the original of an act that names persons
 */
export async function addActDocuments(
  tx: TenantTx,
  by: Doing,
  id: string,
  documents: readonly Attachment[],
): Promise<void> {
  const act = await lockAct(tx, id);
  await attach(tx, by, "act", id, documents, isPublished(act) ? act.public_from : null);
  if (!isPublished(act)) return;
  await checkRedacted(tx, id, act.names_persons);
  await raiseVersion(tx, "acts");
}

/** Takes a paper away, also from the public. @throws `acts.not_found` */
export async function removeActDocument(tx: TenantTx, by: Doing, id: string, documentId: string): Promise<void> {
  const act = await lockAct(tx, id);
  await detach(tx, by, "act", id, documentId);
  if (isPublished(act)) await raiseVersion(tx, "acts");
}

import type { TenantTx } from "../../db/tenant-db.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import type { Doing } from "../audit/audit.service.ts";
import { documentNotFound } from "../documents/documents.errors.ts";
import { areFree } from "../documents/documents.service.ts";
import { checkDocumentWithin } from "../documents/documents-within.ts";
import { uploadExpired, uploadNotFound } from "./uploads.errors.ts";

/**
 * A file on its way, of this account alone: others' are not there for it.
 * @throws `uploads.not_found`, `uploads.expired`
 */
export async function findUpload(tx: TenantTx, accountId: string, id: string, now: Date) {
  const upload = await tx
    .selectFrom("uploads")
    .selectAll()
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (!upload) throw uploadNotFound();
  if (upload.expires_at <= now) throw uploadExpired();
  return upload;
}

/** The parts of a file that have arrived, in their order. */
export const findParts = (tx: TenantTx, uploadId: string) =>
  tx
    .selectFrom("upload_parts")
    .select(["start", "size", "storage_key"])
    .where("upload_id", "=", uploadId)
    .orderBy("start")
    .execute();

/** What an account has not finished, the newest first. */
export const listUnfinished = (tx: TenantTx, accountId: string, now: Date) =>
  tx
    .selectFrom("uploads")
    .select(["id", "file_name", "size", "received", "created_at", "expires_at"])
    .where("account_id", "=", accountId)
    .where("finished_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(300)
    .execute();

/**
 * The file of a document that nothing carries, with what was found in it.
 * @throws `documents.not_found`, also of what is carried
 */
export async function findHeld(tx: TenantTx, { actor }: Doing, id: string) {
  if (!isUuid(id)) throw documentNotFound();
  await checkDocumentWithin(tx, actor, id);
  if (!(await areFree(tx, [id]))) throw documentNotFound();
  const { fileName, virus, text, ...file } = await tx
    .selectFrom("document_versions as v")
    .innerJoin("files as f", "f.sha256", "v.sha256")
    .innerJoin("file_checks as c", "c.sha256", "v.sha256")
    .where("v.document_id", "=", id)
    .orderBy("v.version", "desc")
    .orderBy("v.visibility", "desc")
    .limit(1)
    .select(["v.file_name as fileName", "f.sha256", "f.crc32", "f.size", "f.media_type as mediaType", "f.extension"])
    .select(["c.virus", "c.text"])
    .executeTakeFirstOrThrow(documentNotFound);
  return { fileName, file, check: { virus, text } };
}

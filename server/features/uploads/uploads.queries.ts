import type { TenantTx } from "../../db/tenant-db.ts";
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

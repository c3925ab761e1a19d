import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { enqueue } from "../../jobs/outbox.ts";
import { isNewestPublicFile } from "./document-texts.queries.ts";
import type { DocumentReadingsTable, DocumentTextsTable } from "./document-texts.tables.ts";

/** Transactions that have asked already. */
const asked = new WeakSet<TenantTx>();

/** Has the council's files read that are to be and are not, as soon as this transaction has committed. */
export async function askForTexts(tx: TenantTx): Promise<void> {
  if (asked.has(tx)) return;
  asked.add(tx);
  await enqueue(tx, "document-texts", crypto.randomUUID());
}

export interface KeptReading {
  reading: Omit<DocumentReadingsTable, "sha256" | "read_at">;
  texts: readonly Omit<DocumentTextsTable, "sha256">[];
}

/**
 * Keeps what was read in a file in the place of what was kept before, if the public has that file still, or will have it:
 * meanwhile a newer one may have come, or a redacted one beside it.
 * @returns whether it was kept
 */
export async function keepReading(tx: TenantTx, now: Date, sha256: string, kept: KeptReading): Promise<boolean> {
  const file = await tx
    .selectFrom("files")
    .select("sha256")
    .where("sha256", "=", sha256)
    .forUpdate()
    .executeTakeFirst();
  if (!file || !(await isNewestPublicFile(tx, sha256))) return false;
  await tx.deleteFrom("document_readings").where("sha256", "=", sha256).execute();
  await tx
    .insertInto("document_readings")
    .values({ sha256, read_at: now, ...kept.reading })
    .execute();
  if (kept.texts.length > 0)
    await sql`insert into document_texts (sha256, page, text, language, is_machine_read)
      select ${sha256}, t.page, t.text, t.language, t.is_machine_read
      from jsonb_to_recordset(${JSON.stringify(kept.texts)}::jsonb)
        as t (page integer, text text, language text, is_machine_read boolean)`.execute(tx);
  return true;
}

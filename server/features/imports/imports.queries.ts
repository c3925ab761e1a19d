import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";

/** Imports, the newest first. */
export const findImports = (tx: TenantTx, limit: number) =>
  tx
    .selectFrom("imports")
    .select(["id", "kind", "file_name", "rows", "made", "is_published", "by", "at", "undone_at", "undone_by"])
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();

/** Tables that were looked through without a fault and wait to be brought in, the newest first. */
export const findWaitingTables = (tx: TenantTx) =>
  tx
    .selectFrom("import_checks")
    .select(["id", "kind", "file_name", "by", "at"])
    .where(sql<number>`jsonb_array_length(report -> 'problems')`, "=", 0)
    .orderBy("at", "desc")
    .limit(20)
    .execute();

/** What an import that was taken back left, and why. */
export const findLeft = (tx: TenantTx, importId: string) =>
  tx
    .selectFrom("import_traces")
    .select(["line", "entity", "entity_id", "left_because"])
    .where("import_id", "=", importId)
    .where("undone", "=", "left")
    .orderBy("position")
    .execute();

const columns = [
  "id",
  "kind",
  "file_name",
  "rows",
  "made",
  "is_published",
  "by",
  "at",
  "undone_at",
  "undone_by",
] as const;
export const findImport = (tx: TenantTx, id: string) =>
  tx.selectFrom("imports").select(columns).where("id", "=", id).executeTakeFirst();

/** How much of what an import had made was deleted and withdrawn when it was taken back. */
export async function countUndone(tx: TenantTx, importId: string): Promise<{ deleted: number; withdrawn: number }> {
  const rows = await tx
    .selectFrom("import_traces")
    .where("import_id", "=", importId)
    .groupBy("undone")
    .select((eb) => ["undone", eb.fn.countAll<number>().as("count")])
    .execute();
  const of = (what: string) => Number(rows.find(({ undone }) => undone === what)?.count ?? 0);
  return { deleted: of("deleted"), withdrawn: of("withdrawn") };
}

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

/** What an import that was taken back left, and why. */
export const findLeft = (tx: TenantTx, importId: string) =>
  tx
    .selectFrom("import_traces")
    .select(["line", "entity", "entity_id", "left_because"])
    .where("import_id", "=", importId)
    .where("undone", "=", "left")
    .orderBy("position")
    .execute();

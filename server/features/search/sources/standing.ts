import { type SqlBool, sql } from "kysely";
import type { TenantTx } from "../../../db/tenant-db.ts";

/** Whether the row `t` is public, or will be by itself. */
export const willBePublic = sql<SqlBool>`(t.state = 'published' and t.public_from is not null)`;

/** Whether the public may see the row `t` now. */
export const isPublicAt = (now: Date) => sql<SqlBool>`(t.state = 'published' and t.public_from <= ${now})`;

const first = "00000000-0000-0000-0000-000000000000";

type Published = "acts" | "draft_acts" | "meetings" | "people" | "bodies" | "elections" | "publications" | "albums";

/** Ids of what is public or will be by itself, in order. */
export const publishedAfter =
  (table: Published) =>
  async (tx: TenantTx, after: string, limit: number): Promise<string[]> => {
    const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(table)} t
      where ${willBePublic} and t.id > ${after || first}::uuid order by t.id limit ${limit}`.execute(tx);
    return rows.map(({ id }) => id);
  };

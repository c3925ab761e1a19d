import { sql } from "kysely";
import type { RegistryDb } from "../db/registry-db.ts";
import type { TenantId, TenantTx } from "../db/tenant-db.ts";

/** Notes whether the bound council agrees to be searched together with others. */
export async function agree(tx: TenantTx, doesAgree: boolean): Promise<void> {
  await sql`select search_index.agree(${doesAgree})`.execute(tx);
}

/** The councils that agree to it. */
export async function agreeingCouncils(db: RegistryDb): Promise<TenantId[]> {
  const { rows } = await sql<{ id: TenantId }>`select search_index.agreeing_councils() as id`.execute(db);
  return rows.map(({ id }) => id);
}

import { sql } from "kysely";
import { registryChannel } from "./changes.ts";
import { json } from "./columns.ts";
import type { TenantNames } from "./registry-db.ts";
import type { TenantTx } from "./tenant-db.ts";

const own = sql`id = (select current_setting('app.tenant_id')::uuid)`;

/** What the registry calls the bound council now, which a process may not have heard of yet. */
export async function findCouncilNames(tx: TenantTx): Promise<TenantNames> {
  const { rows } = await sql<{ names: TenantNames }>`select names from tenants where ${own}`.execute(tx);
  return rows[0]!.names;
}

/**
 * Writes the names of the bound council into the registry, the one thing there that a council may change: the database
 * shows it no other row to write. Every process hears of it after the commit. Returns the names before.
 */
export async function renameCouncil(tx: TenantTx, names: TenantNames): Promise<TenantNames> {
  const { rows } = await sql<{ names: TenantNames }>`select names from tenants where ${own} for update`.execute(tx);
  await sql`update tenants set names = ${json(names)} where ${own}`.execute(tx);
  await sql`select pg_notify(${registryChannel}, '')`.execute(tx);
  return rows[0]!.names;
}

import { once } from "../../db/once.ts";
import type { TenantTx } from "../../db/tenant-db.ts";

/** What the bound council has set for itself; a council always has this row. */
export const findSettings = (tx: TenantTx) =>
  once(tx, findSettings, () =>
    tx
      .selectFrom("tenant_settings")
      .select(["languages", "theme", "modules", "contacts", "numbering", "approval"])
      .executeTakeFirstOrThrow(),
  );

/** Where the meetings of the council's own body are streamed, and how many connections one network may hold. */
export async function findBroadcast(tx: TenantTx) {
  const [{ live_connections }, body] = await Promise.all([
    tx.selectFrom("tenant_settings").select("live_connections").executeTakeFirstOrThrow(),
    tx.selectFrom("bodies").select(["id", "stream_url"]).where("kind", "=", "council").executeTakeFirst(),
  ]);
  return { connections: live_connections, body: body?.id ?? null, stream: body?.stream_url ?? null };
}

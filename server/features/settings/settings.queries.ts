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

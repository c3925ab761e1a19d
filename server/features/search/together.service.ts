import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { agree } from "../../search/agreement.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";

/** As a form sends it: a box that is not ticked is not sent. */
export const TogetherChange = v.object({ searchedWithOthers: v.optional(v.literal("on")) });
export type TogetherChange = v.InferInput<typeof TogetherChange>;

/** Whether the search over all councils finds what is public here too. It holds as soon as this transaction has committed. */
export async function changeTogether(tx: TenantTx, by: Doing, { searchedWithOthers }: TogetherChange): Promise<void> {
  const after = searchedWithOthers === "on";
  const { searched_with_others: before } = await tx
    .selectFrom("tenant_settings")
    .select("searched_with_others")
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (before === after) return;
  await tx.updateTable("tenant_settings").set({ searched_with_others: after, updated_at: by.now }).execute();
  await agree(tx, after);
  const was = { searchedWithOthers: before };
  await recordChange(tx, by, "settings.changed", "settings", "search", was, { searchedWithOthers: after });
}

import type { TenantTx } from "../../db/tenant-db.ts";

const most = 10;

/** The last visits of operators, the latest first. All of them stand in the audit. */
export const listVisits = (tx: TenantTx) =>
  tx
    .selectFrom("operator_visits")
    .where("entered_at", "is not", null)
    .select(["id", "operator_name", "reason", "entered_at", "ends_at", "left_at"])
    .orderBy("entered_at", "desc")
    .orderBy("id")
    .limit(most)
    .execute();

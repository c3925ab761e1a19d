import type { TenantTx } from "../../db/tenant-db.ts";

/** Meetings from one day to another that have not been held, called off or withdrawn. */
export const findComing = (tx: TenantTx, from: string, until: string) =>
  tx
    .selectFrom("meetings as m")
    .innerJoin("bodies as b", "b.id", "m.body_id")
    .where("m.day", ">=", from)
    .where("m.day", "<=", until)
    .where("m.state", "!=", "withdrawn")
    .where("m.stage", "in", ["planned", "announced", "open"])
    .orderBy("m.starts_at")
    .orderBy("m.id")
    .select(["m.id", "m.slug", "m.kind", "m.title", "m.state", "m.stage", "m.starts_at", "m.day", "m.announced_at"])
    .select(["m.public_from", "b.name as body"])
    .execute();

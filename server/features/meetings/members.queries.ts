import { sql } from "kysely";
import type { Day } from "../../db/columns.ts";
import type { TenantTx } from "../../db/tenant-db.ts";

/** Whoever serves a body without a vote. */
const withoutVote = ["staff", "secretary"] as const;

export interface Member {
  id: string;
  name: string;
}

/** The members of these bodies on a day, once each, in the council's own order. */
export const membersOn = (tx: TenantTx, bodyIds: readonly string[], day: Day): Promise<Member[]> =>
  tx
    .selectFrom("memberships as m")
    .innerJoin("people as p", "p.id", "m.person_id")
    .where("m.body_id", "in", bodyIds)
    .where("m.role", "not in", withoutVote)
    .where("m.begins_on", "<=", day)
    .where((eb) => eb.or([eb("m.ends_on", "is", null), eb("m.ends_on", ">=", day)]))
    .groupBy(["p.id", "p.name", "p.family_name"])
    .orderBy(sql`min(m.position)`)
    .orderBy("p.family_name")
    .orderBy("p.id")
    .select(["p.id", "p.name"])
    .execute();

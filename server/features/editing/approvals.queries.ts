import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { handedOver } from "./handed-over.ts";

/** More do not lie on anybody's desk. */
const most = 200;

/** Something that was handed over, with its title whatever it is. */
export interface HandedOver {
  entity: string;
  id: string;
  title: LocalizedText;
  by: string;
  byId: string;
  at: Date;
  note: string | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnNote: string | null;
}

/** All that was handed over and is not published: what waits the longest first. */
export async function findHandedOver(tx: TenantTx): Promise<HandedOver[]> {
  const titles = handedOver.map(
    ({ entity, rows }) => sql`select ${sql.lit(entity)} as entity, ${rows.id} as id, ${rows.title} as title
      from ${sql.table(rows.table)} where ${rows.id} in (select entity_id from submissions where entity = ${sql.lit(entity)})`,
  );
  const { rows } = await sql<HandedOver>`
    select s.entity, s.entity_id as id, t.title, s.submitted_name as by, s.submitted_by as "byId", s.submitted_at as at, s.note,
      s.returned_name as "returnedBy", s.returned_at as "returnedAt", s.return_note as "returnNote"
    from submissions s join (${sql.join(titles, sql` union all `)}) t on t.entity = s.entity and t.id = s.entity_id
    order by s.returned_at nulls first, s.submitted_at, s.entity_id limit ${most}`.execute(tx);
  return rows;
}

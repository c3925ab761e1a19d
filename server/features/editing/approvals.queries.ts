import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { titlesOfHandedOver } from "./handed-over.ts";

/** More do not lie on anybody's desk. */
const most = 200;

/** Something that was handed over, with its title whatever it is. */
export interface HandedOver {
  entity: string;
  id: string;
  title: LocalizedText;
  /** As `whereApproved` asks for it. */
  place: string;
  by: string;
  byId: string;
  at: Date;
  note: string | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnNote: string | null;
}

/** All that was handed over, is not public and may be seen by somebody: what waits the longest first. */
export async function findHandedOver(tx: TenantTx, actor: Actor, now: Date): Promise<HandedOver[]> {
  const { rows } = await sql<HandedOver>`
    select s.entity, s.entity_id as id, t.title, t.place, s.submitted_name as by, s.submitted_by as "byId", s.submitted_at as at, s.note,
      s.returned_name as "returnedBy", s.returned_at as "returnedAt", s.return_note as "returnNote"
    from submissions s join (${titlesOfHandedOver(actor, now)}) t on t.entity = s.entity and t.id = s.entity_id
    order by s.returned_at nulls first, s.submitted_at, s.entity_id limit ${most}`.execute(tx);
  return rows;
}

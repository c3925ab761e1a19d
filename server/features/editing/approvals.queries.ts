import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import type { Actor } from "../../http/scope.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { titlesOfHandedOver, titlesOfProposed } from "./handed-over.ts";

/** More do not lie on anybody's desk. */
const most = 200;

/** Something that was handed over, or of which a change is proposed, with its title whatever it is. */
export interface HandedOver {
  entity: string;
  id: string;
  title: LocalizedText;
  /** As `whereApproved` asks for it. */
  place: string;
  /** A change of what the public reads. */
  isProposal: boolean;
  by: string;
  byId: string;
  at: Date;
  note: string | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnNote: string | null;
}

/** All that was handed over or proposed and may be seen by somebody, whatever became of it: what waits the longest first. */
export async function findHandedOver(tx: TenantTx, actor: Actor, now: Date): Promise<HandedOver[]> {
  const { rows } = await sql<HandedOver>`
    select * from (
      select s.entity, s.entity_id as id, t.title, t.place, false as "isProposal", s.submitted_name as by,
        s.submitted_by as "byId", s.submitted_at as at, s.note,
        s.returned_name as "returnedBy", s.returned_at as "returnedAt", s.return_note as "returnNote"
      from submissions s join (${titlesOfHandedOver(actor, now)}) t on t.entity = s.entity and t.id = s.entity_id
      union all
      select p.entity, p.entity_id, t.title, t.place, true, p.proposed_name, p.proposed_by, p.proposed_at, p.note,
        p.returned_name, p.returned_at, p.return_note
      from proposals p join (${titlesOfProposed(actor)}) t on t.entity = p.entity and t.id = p.entity_id
    ) as waiting
    order by "returnedAt" nulls first, at, id limit ${most}`.execute(tx);
  return rows;
}

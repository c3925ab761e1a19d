import type { TenantTx } from "../../db/tenant-db.ts";
import type { ActInput } from "./acts.schema.ts";

/**
 * What an act begins with that was adopted as an item of an agenda: what the item, its draft act and the meeting say of it.
 * `null` where there is no such item, or where it was not adopted.
 */
export async function actOfItem(tx: TenantTx, itemId: string): Promise<Partial<ActInput> | null> {
  const row = await tx
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .leftJoin("draft_acts as d", "d.id", "i.draft_act_id")
    .where("i.id", "=", itemId)
    .where("i.result", "in", ["adopted", "adopted_changed"])
    .select(["i.title", "i.summary", "i.proposer_kind", "i.proposer", "i.proposer_person_id", "i.proposer_body_id"])
    .select([
      "i.draft_act_id",
      "m.body_id",
      "m.day",
      "d.title as draft_title",
      "d.subject",
      "d.summary as draft_summary",
    ])
    .select(["d.type as draft_type", "d.nature"])
    .select(["d.proposer_kind as draft_proposer_kind", "d.proposer as draft_proposer"])
    .select(["d.proposer_person_id as draft_person_id", "d.proposer_body_id as draft_body_id"])
    .executeTakeFirst();
  if (!row) return null;
  const ofDraft = row.proposer_kind === null;
  return {
    ...{ type: row.draft_type ?? "decision", agendaItemId: itemId, draftActId: row.draft_act_id },
    ...(row.nature && { nature: row.nature }),
    ...{ title: row.draft_title ?? row.title, summary: row.draft_summary ?? row.summary },
    ...(row.subject && { subject: row.subject }),
    ...{ bodyId: row.body_id, adoptedOn: row.day },
    proposerKind: ofDraft ? row.draft_proposer_kind : row.proposer_kind,
    proposer: ofDraft ? row.draft_proposer : row.proposer,
    proposerPersonId: ofDraft ? row.draft_person_id : row.proposer_person_id,
    proposerBodyId: ofDraft ? row.draft_body_id : row.proposer_body_id,
  };
}

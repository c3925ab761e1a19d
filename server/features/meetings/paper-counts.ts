import { sql } from "kysely";
import { LastAnswers } from "../../db/last-answers.ts";
import { once } from "../../db/once.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { nextScheduled } from "../schedule/schedule.queries.ts";

/** Files that the public may have of what a meeting shows: its own, its items', and those of their draft acts. */
const documentCount = (now: Date) => sql<number>`(
  select count(*) from (
    select a.document_id from attachments a where a.meeting_id = m.id
    union all select a.document_id from agenda_items i join attachments a on a.agenda_item_id = i.id
      where i.meeting_id = m.id
    union all select a.document_id from agenda_items i join attachments a on a.draft_act_id = i.draft_act_id
      where i.meeting_id = m.id) as carried
  join documents d on d.id = carried.document_id
  where d.public_from <= ${now}
    and exists (select from document_versions v where v.document_id = d.id and v.visibility = 'public'))`;

const countOf = (tx: TenantTx, ids: readonly string[], now: Date) =>
  tx
    .selectFrom("meetings as m")
    .where("m.id", "in", ids)
    .select(["m.id", documentCount(now).as("documents")])
    .execute();

const last = new LastAnswers<Map<string, number>>(["meetings", "drafts"]);

/**
 * How many public papers each of these meetings carries. A page of meetings carries hundreds, and each has to be looked
 * up; so a number is remembered until the council's meetings or draft acts change.
 */
export async function paperCounts(
  tx: TenantTx,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const known = await once(tx, paperCounts, () =>
    last.of(tx, async () => ({ answer: new Map(), holds: { since: now, until: await nextScheduled(tx, now) } }), now),
  );
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) for (const { id, documents } of await countOf(tx, unknown, now)) known.set(id, documents);
  return known;
}

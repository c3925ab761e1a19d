import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";

interface References {
  bodyId: string;
  proposerPersonId: string | null;
  proposerBodyId: string | null;
  agendaItemId: string | null;
  draftActId: string | null;
  adoptedOn: string;
}

/** The agenda item with what was decided on it, and the bodies that sat together. */
async function findItem(tx: TenantTx, id: string) {
  return tx
    .selectFrom("agenda_items as i")
    .innerJoin("meetings as m", "m.id", "i.meeting_id")
    .where("i.id", "=", id)
    .select(["i.draft_act_id", "i.result", "m.day", "m.body_id", "m.stage"])
    .select((eb) => [
      eb
        .selectFrom("votes as v")
        .whereRef("v.agenda_item_id", "=", "i.id")
        .orderBy("v.round", "desc")
        .limit(1)
        .select("v.outcome")
        .as("outcome"),
      sql<string[]>`array(select body_id from meeting_bodies where meeting_id = m.id)`.as("together"),
    ])
    .executeTakeFirst();
}

const notDecided = ["rejected", "postponed", "withdrawn", "noted"] as const;

/**
 * What an act refers to exists in this council, and the agenda item is one on which this body adopted something by that
 * day. The draft is that of the agenda item where none is given.
 * @throws {InvalidInput} that names each reference
 */
export async function checkReferences(tx: TenantTx, refs: References): Promise<{ draftActId: string | null }> {
  const problems: FieldProblem[] = [];
  const missing = async (table: "bodies" | "people" | "draft_acts", id: string | null) =>
    id !== null && !(await tx.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst());
  if (await missing("bodies", refs.bodyId)) problems.push({ path: "bodyId", code: "acts.unknown_reference" });
  if (await missing("people", refs.proposerPersonId))
    problems.push({ path: "proposerPersonId", code: "acts.unknown_reference" });
  if (await missing("bodies", refs.proposerBodyId))
    problems.push({ path: "proposerBodyId", code: "acts.unknown_reference" });
  if (await missing("draft_acts", refs.draftActId))
    problems.push({ path: "draftActId", code: "acts.unknown_reference" });
  const item = refs.agendaItemId === null ? null : await findItem(tx, refs.agendaItemId);
  const about = (code: string) => problems.push({ path: "agendaItemId", code });
  if (item === undefined) about("acts.unknown_reference");
  else if (item) {
    const isDecided = !notDecided.some((result) => result === item.result) && item.outcome !== "rejected";
    if (!isDecided || item.stage === "cancelled" || item.stage === "postponed") about("acts.not_adopted_there");
    if (item.body_id !== refs.bodyId && !item.together.includes(refs.bodyId)) about("acts.other_body");
    if (refs.adoptedOn < item.day) problems.push({ path: "adoptedOn", code: "acts.before_meeting" });
    if (refs.draftActId && item.draft_act_id && refs.draftActId !== item.draft_act_id)
      problems.push({ path: "draftActId", code: "acts.other_draft" });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return { draftActId: refs.draftActId ?? item?.draft_act_id ?? null };
}

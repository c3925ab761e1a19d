import type { TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { Whole } from "./editable.ts";
import { changedSinceSubmitted, notSubmitted, notThere, ownSubmission } from "./editing.errors.ts";
import { versionOf } from "./versions.ts";

/** What one person may hand over and another publish: a kind of things, and how one of them stands. */
export interface Submittable {
  entity: string;
  find(tx: TenantTx, id: string): Promise<{ input: Whole } | null>;
}

/** Whoever has an account in the workspace. */
export interface Editor {
  id: string;
  name: string;
}

export const findSubmission = (tx: TenantTx, { entity }: Pick<Submittable, "entity">, id: string) =>
  tx.selectFrom("submissions").selectAll().where("entity", "=", entity).where("entity_id", "=", id).executeTakeFirst();

/** What waits to be published, the longest first. */
export const findWaiting = (tx: TenantTx) =>
  tx.selectFrom("submissions").selectAll().where("returned_at", "is", null).orderBy("submitted_at").execute();

/** Whether this council has one person prepare and another publish. */
export async function needsApproval(tx: TenantTx): Promise<boolean> {
  const { approval } = await tx.selectFrom("tenant_settings").select("approval").executeTakeFirstOrThrow();
  return approval;
}

/** Hands something over to be published as it stands now; said again, it is handed over anew. */
export async function submit(
  tx: TenantTx,
  by: Doing,
  editable: Pick<Submittable, "entity">,
  id: string,
  found: { input: Whole },
  who: Editor,
  note: string | null,
): Promise<void> {
  const row = {
    version: versionOf(found.input),
    submitted_by: who.id,
    submitted_name: who.name,
    submitted_at: by.now,
    note,
    returned_by: null,
    returned_name: null,
    returned_at: null,
    return_note: null,
  };
  await tx
    .insertInto("submissions")
    .values({ ...row, entity: editable.entity, entity_id: id })
    .onConflict((conflict) => conflict.columns(["tenant_id", "entity", "entity_id"] as never).doUpdateSet(row))
    .execute();
  await recordChange(tx, by, `${editable.entity}.submitted`, editable.entity, id, null, { version: row.version, note });
}

/** Gives back what was handed over, with a word. @throws `editing.not_submitted` */
export async function returnSubmission(
  tx: TenantTx,
  by: Doing,
  editable: Pick<Submittable, "entity">,
  id: string,
  who: Editor,
  note: string,
): Promise<void> {
  const returned = await tx
    .updateTable("submissions")
    .set({ returned_by: who.id, returned_name: who.name, returned_at: by.now, return_note: note })
    .where("entity", "=", editable.entity)
    .where("entity_id", "=", id)
    .where("returned_at", "is", null)
    .returning("version")
    .executeTakeFirst();
  if (!returned) throw notSubmitted();
  await recordChange(tx, by, `${editable.entity}.returned`, editable.entity, id, null, { ...returned, note });
}

/**
 * Where the council wants it so, only what somebody else has handed over is published, and only as it was handed over.
 * @throws `editing.not_submitted`, `editing.own_submission`, `editing.changed_since_submitted`
 */
export async function checkApproval(tx: TenantTx, editable: Submittable, id: string, who: Editor): Promise<void> {
  if (!(await needsApproval(tx))) return;
  const submission = await findSubmission(tx, editable, id);
  if (!submission || submission.returned_at) throw notSubmitted();
  if (submission.submitted_by === who.id) throw ownSubmission();
  const found = await editable.find(tx, id);
  if (!found) throw notThere();
  if (versionOf(found.input) !== submission.version) throw changedSinceSubmitted();
}

/** What is published, or gone, waits no longer. */
export const dropSubmission = (tx: TenantTx, { entity }: Pick<Submittable, "entity">, id: string) =>
  tx.deleteFrom("submissions").where("entity", "=", entity).where("entity_id", "=", id).execute();

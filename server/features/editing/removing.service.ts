import { sql } from "kysely";
import { isBreach } from "../../db/breaches.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { Editable } from "./editable.ts";
import { namedElsewhere, notThere } from "./editing.errors.ts";
import { forgetProposal } from "./proposals.service.ts";
import { forgetRevisions } from "./revisions.service.ts";
import { dropSubmission } from "./submissions.service.ts";

async function deleteRow(tx: TenantTx, by: Doing, { entity, rows, find }: Editable, id: string): Promise<void> {
  const found = await find(tx, id);
  if (!found) throw notThere();
  await sql`delete from ${sql.table(rows.table)} where ${rows.only(id)!}`.execute(tx);
  await recordChange(tx, by, `${entity}.removed`, entity, id, { title: found.title }, null);
}

/** Deletes something for good, with what belongs to it alone and with its versions. @throws what its feature refuses */
export async function removeForGood(tx: TenantTx, by: Doing, editable: Editable, id: string): Promise<void> {
  await (editable.remove ? editable.remove(tx, by, id) : deleteRow(tx, by, editable, id));
  await forgetProposal(tx, editable, id);
  await forgetRevisions(tx, editable, id);
}

/** What became of a thing that is taken away. */
export type Away = "deleted" | "withdrawn";

/** Withdraws what the public has seen, which keeps its address where the council's rules say so, and deletes a draft. */
export async function takeAway(
  tx: TenantTx,
  by: Doing,
  editable: Editable,
  id: string,
  reason: LocalizedText | null = null,
): Promise<Away> {
  const state = async () => {
    const found = await editable.find(tx, id);
    if (!found) throw notThere();
    return found.standing?.state ?? "draft";
  };
  if ((await state()) === "published") await editable.withdraw!(tx, by, id, reason);
  await dropSubmission(tx, editable, id);
  // What nobody had seen yet is a draft again.
  if ((await state()) !== "draft") return "withdrawn";
  await removeForGood(tx, by, editable, id);
  return "deleted";
}

/**
 * Does one of many, or leaves all as it was where that is refused by a name or by the key of another thing.
 * @returns the refusal
 */
export async function tryOne<T>(tx: TenantTx, work: () => Promise<T>): Promise<T | AppError> {
  await sql`savepoint of_one`.execute(tx);
  try {
    const done = await work();
    await sql`release savepoint of_one`.execute(tx);
    return done;
  } catch (error) {
    const refusal = isBreach(error, "foreign key") ? namedElsewhere() : error;
    if (!(refusal instanceof AppError)) throw error;
    await sql`rollback to savepoint of_one`.execute(tx);
    return refusal;
  }
}

import { sql } from "kysely";
import { namingBreaches } from "../../db/breaches.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { type Editable, hold } from "./editable.ts";
import { alwaysPublic, inBin, notInBin, notThere, publicStays, withdrawnStays } from "./editing.errors.ts";
import { removeForGood, tryOne } from "./removing.service.ts";
import { dropSubmission } from "./submissions.service.ts";

/** Days for which something lies in the bin. */
export const binnedDays = 30;

const setBinned = (tx: TenantTx, { rows }: Editable, id: string, at: Date | null) =>
  sql`update ${sql.table(rows.table)} set binned_at = ${at} where ${rows.only(id)!}`.execute(tx);

/**
 * Puts a draft, or what was withdrawn, into the bin. What is public is withdrawn first.
 * @throws `editing.not_there`, `editing.in_bin`, `editing.always_public`, `editing.public_stays`, `editing.withdrawn_stays`
 */
export async function bin(tx: TenantTx, by: Doing, editable: Editable, id: string): Promise<void> {
  if (!editable.rows.hasState) throw alwaysPublic();
  const row = await hold(tx, editable, id);
  const found = row && (await editable.find(tx, id));
  if (!found) throw notThere();
  if (row.binnedAt) throw inBin();
  if (found.standing?.state === "published") throw publicStays();
  if (found.standing?.state === "withdrawn" && editable.keepsWithdrawn) throw withdrawnStays();
  await setBinned(tx, editable, id, by.now);
  await editable.rest?.(tx, by, id);
  await dropSubmission(tx, editable, id);
  await recordChange(tx, by, `${editable.entity}.binned`, editable.entity, id, { title: found.title }, null);
}

/** Takes something out of the bin, as it was. @throws `editing.not_there`, `editing.not_in_bin`, and what another has taken meanwhile */
export async function takeFromBin(tx: TenantTx, by: Doing, editable: Editable, id: string): Promise<void> {
  const row = await hold(tx, editable, id);
  if (!row) throw notThere();
  if (!row.binnedAt) throw notInBin();
  await namingBreaches(editable.takenMeanwhile ?? {}, () => setBinned(tx, editable, id, null));
  await editable.goOn?.(tx, by, id);
  await recordChange(tx, by, `${editable.entity}.unbinned`, editable.entity, id, null, { binnedAt: row.binnedAt });
}

/**
 * Deletes for good what has lain in the bin since before an instant, with its versions. What other things still name
 * stays in the bin until they do not.
 * @returns how many are gone
 */
export async function emptyBin(tx: TenantTx, by: Doing, editables: readonly Editable[], before: Date): Promise<number> {
  let gone = 0;
  for (const editable of editables.filter(({ rows }) => rows.hasState)) {
    const { table, id: idOf } = editable.rows;
    const { rows } = await sql<{ id: string }>`
      select ${idOf} as id from ${sql.table(table)} where binned_at < ${before} order by binned_at for update`.execute(
      tx,
    );
    for (const { id } of rows) {
      const refusal = await tryOne(tx, () => removeForGood(tx, by, editable, id));
      if (!refusal) gone += 1;
    }
  }
  return gone;
}

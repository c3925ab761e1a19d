import { sql } from "kysely";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { findDeadlines } from "../deadlines/deadlines.queries.ts";
import { dropDeadline } from "../deadlines/deadlines.service.ts";
import { removeAttachments } from "../documents/attachments.service.ts";
import { lockAct, remembered } from "./act-record.ts";
import { actNotADraft, gapNeeded } from "./acts.errors.ts";
import type { ActType } from "./acts.shared.ts";
import { settleRepeals } from "./relations.service.ts";

async function clear(tx: TenantTx, by: Doing, id: string): Promise<void> {
  for (const { id: deadline } of await findDeadlines(tx, "act", id)) await dropDeadline(tx, by, deadline);
  await removeAttachments(tx, by, "act", id);
  await tx.deleteFrom("prefect_steps").where("act_id", "=", id).execute();
  await tx.deleteFrom("act_day_corrections").where("act_id", "=", id).execute();
  await sql`delete from act_relations where act_id = ${id}`.execute(tx);
}

/**
 * Takes away an act that nobody outside has seen, with its papers and clocks. Its number is free again. One to which
 * something refers stays, by its key.
 * @throws `acts.not_found`, `acts.not_a_draft`
 */
export async function removeAct(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const act = await lockAct(tx, id);
  if (act.state !== "draft") throw actNotADraft();
  await clear(tx, by, id);
  await tx.deleteFrom("acts").where("id", "=", id).execute();
  await recordChange(tx, by, "act.removed", "act", id, remembered(act), null);
}

/**
 * Takes from a withdrawn act all that was entered of it beside itself, so that it can be entered anew under its number and
 * address: dates, review, relations and papers.
 * @throws `acts.not_found`
 */
export async function emptyAct(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const act = await lockAct(tx, id);
  await clear(tx, by, id);
  await tx
    .updateTable("acts")
    .set({ announced_on: null, notified_on: null, in_force_on: null, repealed_on: null, updated_at: by.now })
    .where("id", "=", id)
    .execute();
  await settleRepeals(tx, id);
  await recordChange(tx, by, "act.emptied", "act", id, remembered(act), null);
}

/** Numbers of a series that belong to no act, with a reason: how the audit and an import name them. */
export const gapName = (type: ActType, series: string, from: number, to: number) => `${type} ${series} ${from}-${to}`;

/**
 * Takes back an explanation of numbers, unless an act came behind them meanwhile: the register would have a gap that nobody
 * explains.
 * @throws `acts.gap_needed`
 */
export async function removeGap(tx: TenantTx, by: Doing, name: string): Promise<void> {
  const [type, series, numbers = ""] = name.split(" ") as [ActType, string, string];
  const [from, to] = numbers.split("-").map(Number) as [number, number];
  const behind = await tx
    .selectFrom("acts")
    .select("id")
    .where("type", "=", type)
    .where("series", "=", series)
    .where("number", ">", to)
    .limit(1)
    .executeTakeFirst();
  if (behind) throw gapNeeded();
  await tx
    .deleteFrom("act_number_gaps")
    .where("type", "=", type)
    .where("series", "=", series)
    .where("number", ">=", from)
    .where("number", "<=", to)
    .execute();
  await raiseVersion(tx, "acts");
  await recordChange(tx, by, "act_gap.removed", "act-number", `${type} ${series} ${from}`, { to }, null);
}

import type { TenantId, TenantTx } from "../db/tenant-db.ts";

/**
 * What can be caused outside of a transaction. `upkeep` looks through all of a council's content, `document-texts` reads
 * its new files, `search` brings what changed into the index. `act-effects` is due when an act becomes public by itself,
 * `body-found` when a body does.
 */
export const topics = [
  "mail",
  "meeting-mailing",
  "upkeep",
  "document-texts",
  "search",
  "act-effects",
  "body-found",
] as const;
export type Topic = (typeof topics)[number];

/**
 * Causes an effect outside of this transaction, if and only if it commits: from then on the effect is not lost, whatever
 * process dies.
 *
 *     const { id } = await tx.insertInto("mails").values(…).returning("id").executeTakeFirstOrThrow();
 *     await enqueue(tx, "mail", id);
 *
 * @param subjectId the row that it is about, of the same council
 * @param dueAt not before this instant; it may no longer be wanted then
 */
export async function enqueue(tx: TenantTx, topic: Topic, subjectId: string, dueAt: Date | null = null): Promise<void> {
  await tx.insertInto("outbox").values({ topic, subject_id: subjectId, due_at: dueAt }).execute();
}

/** Does what a line of the outbox is for. What it writes in `tx` and that it was done become true together. */
export type Effect = (tx: TenantTx, subjectId: string, signal: AbortSignal, tenantId: TenantId) => Promise<void>;

/**
 * Does the effect of one line unless it was done before. Two who try at once come one after the other, and the second
 * finds it done.
 * @returns `absent` when the bound council has no such line
 */
export async function doOnce(
  tx: TenantTx,
  rowId: string,
  now: Date,
  effect: (subjectId: string) => Promise<void>,
): Promise<"done" | "done_before" | "absent"> {
  const line = await tx
    .selectFrom("outbox")
    .where("id", "=", rowId)
    .select(["subject_id", "done_at"])
    .forUpdate()
    .executeTakeFirst();
  if (!line) return "absent";
  if (line.done_at) return "done_before";
  await effect(line.subject_id);
  await tx.updateTable("outbox").set({ done_at: now }).where("id", "=", rowId).execute();
  return "done";
}

/** Whether the bound council has this line, and its effect was not there yet. */
export const isWaiting = async (tx: TenantTx, rowId: string): Promise<boolean> =>
  (await tx
    .selectFrom("outbox")
    .select("id")
    .where("id", "=", rowId)
    .where("done_at", "is", null)
    .executeTakeFirst()) !== undefined;

/** Forgets the lines whose effect was there before an instant. */
export async function forgetDone(tx: TenantTx, before: Date): Promise<void> {
  await tx.deleteFrom("outbox").where("done_at", "<", before).execute();
}

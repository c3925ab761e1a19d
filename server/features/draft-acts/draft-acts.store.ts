import type { TenantTx } from "../../db/tenant-db.ts";
import { draftActNotFound } from "./draft-acts.errors.ts";

/** The draft act, held so that two who change it at once come one after the other. @throws `drafts.not_found` */
export async function lockDraftAct(tx: TenantTx, id: string) {
  const stored = await tx.selectFrom("draft_acts").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!stored) throw draftActNotFound();
  return stored;
}
export type StoredDraftAct = Awaited<ReturnType<typeof lockDraftAct>>;

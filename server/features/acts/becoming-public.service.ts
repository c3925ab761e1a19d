import type { Clock } from "../../clock.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type Effect, enqueue } from "../../jobs/outbox.ts";
import type { Doing } from "../audit/audit.service.ts";
import { lockDraftAct } from "../draft-acts/draft-acts.store.ts";
import { hasActInEffect, markDecided, takeBackDecision } from "../draft-acts/stages.service.ts";
import { lockAct, type StoredAct } from "./act-record.ts";
import { tellNumbers } from "./numbering.service.ts";
import { settleRepeals } from "./relations.service.ts";

/**
 * What follows from an act once the public has it, and not before: it repeals others, its draft is adopted, and the
 * register tells which numbers it leaves out.
 */
async function bringAbout(tx: TenantTx, by: Doing, act: StoredAct): Promise<void> {
  await tx.updateTable("acts").set({ took_effect: true }).where("id", "=", act.id).execute();
  await tellNumbers(tx, by, act);
  await settleRepeals(tx, act.id);
  // What its proposer has taken back meanwhile stays so: the register has no draft that is both.
  if (act.draft_act_id && (await lockDraftAct(tx, act.draft_act_id)).stage !== "withdrawn")
    await markDecided(tx, by, act.draft_act_id, "adopted");
  await raiseVersion(tx, "acts");
}

/** Of an act that was just published at an instant: brings about at once what follows, or when its time has come. */
export async function followPublication(tx: TenantTx, by: Doing, id: string, at: Date): Promise<void> {
  if (at > by.now) await enqueue(tx, "act-effects", id, at);
  else await bringAbout(tx, by, await lockAct(tx, id));
}

/** A draft that an act in effect came of, and does no more, is adopted no more, unless another act did. */
async function leaveDraft(tx: TenantTx, by: Doing, before: StoredAct): Promise<void> {
  if (!before.took_effect || !before.draft_act_id) return;
  if (!(await hasActInEffect(tx, before.draft_act_id))) await takeBackDecision(tx, by, before.draft_act_id);
}

/** Of an act that was just withdrawn: what had followed from it is so no more. */
export async function followWithdrawal(tx: TenantTx, by: Doing, before: StoredAct): Promise<void> {
  await tx.updateTable("acts").set({ took_effect: false }).where("id", "=", before.id).execute();
  await settleRepeals(tx, before.id);
  await leaveDraft(tx, by, before);
}

/**
 * Of an act that was just changed: the draft that it names now is adopted, if the public has the act, and the one that it
 * named is so no more.
 * @throws `drafts.wrong_step` when the draft had been withdrawn
 */
export async function followDraft(tx: TenantTx, by: Doing, before: StoredAct, after: StoredAct): Promise<void> {
  if (before.draft_act_id === after.draft_act_id) return;
  await leaveDraft(tx, by, before);
  if (after.took_effect && after.draft_act_id) await markDecided(tx, by, after.draft_act_id, "adopted");
}

/** The time of an act has come, unless its schedule was moved or taken back since. */
export const bringAboutDue =
  (clock: Clock): Effect =>
  async (tx, id) => {
    const now = clock.now();
    const act = await tx.selectFrom("acts").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
    if (act?.state !== "published" || act.took_effect || act.public_from! > now) return;
    await bringAbout(tx, { actor: { kind: "system", name: "jobs" }, now }, act);
  };

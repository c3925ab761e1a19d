import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import type { ElementCode } from "../elements/catalogue.shared.ts";
import type { Level } from "../elements/verdict.ts";
import { doneInTheFuture, nothingJudged, nothingPlanned } from "./readiness.errors.ts";
import { CommentInput, DoneInput, ElementChange, JudgementInput, StepInput } from "./readiness.schema.ts";
import { type Horizon, horizons } from "./readiness.shared.ts";

/** Readers see it at once where the council shows its plan. */
async function raiseIfPublic(tx: TenantTx) {
  const { readiness_public } = await tx
    .selectFrom("tenant_settings")
    .select("readiness_public")
    .executeTakeFirstOrThrow();
  if (readiness_public) await raiseVersion(tx, "readiness");
}

const lastJudgement = (tx: TenantTx, element: ElementCode) =>
  tx
    .selectFrom("readiness_judgements")
    .select(["level", "note"])
    .where("element", "=", element)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

/** Two who judge one element at once come one after the other, so that each is told what stood before. */
const oneAtATime = (tx: TenantTx) => tx.selectFrom("tenant_settings").select("languages").forUpdate().execute();

async function addJudgement(
  tx: TenantTx,
  by: Doing,
  element: ElementCode,
  judgement: { level: Level | null; note: LocalizedText | null },
) {
  const { level, note } = judgement;
  const values = { element, level, note: note && json(note), by: json(by.actor), at: by.now };
  await tx.insertInto("readiness_judgements").values(values).execute();
  await raiseIfPublic(tx);
}

/**
 * Says how far the council itself holds an element to be there. What is computed stays as it is, and so does every
 * judgement before.
 * @throws `InvalidInput`
 */
export async function judgeElement(
  tx: TenantTx,
  by: Doing,
  element: ElementCode,
  given: JudgementInput,
): Promise<void> {
  const { level, note = null } = parsed(JudgementInput, given);
  await oneAtATime(tx);
  const before = (await lastJudgement(tx, element)) ?? null;
  await addJudgement(tx, by, element, { level, note });
  await recordChange(tx, by, "readiness.judged", "element", element, before, { level, note });
}

/**
 * Takes the council's judgement back: only what is computed stands then.
 * @throws `readiness.nothing_judged`
 */
export async function withdrawJudgement(tx: TenantTx, by: Doing, element: ElementCode): Promise<void> {
  await oneAtATime(tx);
  const before = await lastJudgement(tx, element);
  if (!before?.level) throw nothingJudged();
  await addJudgement(tx, by, element, { level: null, note: null });
  await recordChange(tx, by, "readiness.judgement_withdrawn", "element", element, before, null);
}

const findStep = (tx: TenantTx, element: ElementCode, horizon: Horizon) =>
  tx
    .selectFrom("readiness_steps")
    .select(["horizon", "text", "due_on as dueOn", "responsible", "done_on as doneOn"])
    .where("element", "=", element)
    .where("horizon", "=", horizon)
    .forUpdate()
    .executeTakeFirst();

/**
 * Plans what is to be done about an element in the short or the middle term, or changes that. Whether it was done stays.
 * @throws `InvalidInput`
 */
export async function planStep(
  tx: TenantTx,
  by: Doing,
  element: ElementCode,
  horizon: Horizon,
  given: StepInput,
): Promise<void> {
  const { text, dueOn, responsible } = parsed(StepInput, given);
  const before = (await findStep(tx, element, horizon)) ?? null;
  const values = { text: json(text), due_on: dueOn, responsible: responsible || null };
  await tx
    .insertInto("readiness_steps")
    .values({ element, horizon, ...values })
    .onConflict((conflict) => conflict.columns(["tenant_id", "element", "horizon"] as never).doUpdateSet(values))
    .execute();
  await raiseIfPublic(tx);
  const after = { horizon, text, dueOn, responsible: responsible || null };
  await recordChange(tx, by, "readiness.planned", "element", element, before, after);
}

/**
 * Notes the day on which a step was done, or (`null`) that it was not.
 * @throws `InvalidInput`, `readiness.nothing_planned`, `readiness.done_in_the_future`
 */
export async function finishStep(
  tx: TenantTx,
  by: Doing,
  element: ElementCode,
  horizon: Horizon,
  given: DoneInput,
): Promise<void> {
  const { doneOn } = parsed(DoneInput, given);
  const before = await findStep(tx, element, horizon);
  if (!before) throw nothingPlanned();
  if (doneOn && doneOn > dayIn(by.now)) throw doneInTheFuture();
  await tx
    .updateTable("readiness_steps")
    .set({ done_on: doneOn })
    .where("element", "=", element)
    .where("horizon", "=", horizon)
    .execute();
  await raiseIfPublic(tx);
  await recordChange(tx, by, "readiness.step_done", "element", element, before, { ...before, doneOn });
}

/**
 * Takes a step out of the plan; the audit keeps it.
 * @throws `readiness.nothing_planned`
 */
export async function dropStep(tx: TenantTx, by: Doing, element: ElementCode, horizon: Horizon): Promise<void> {
  const before = await findStep(tx, element, horizon);
  if (!before) throw nothingPlanned();
  await tx.deleteFrom("readiness_steps").where("element", "=", element).where("horizon", "=", horizon).execute();
  await raiseIfPublic(tx);
  await recordChange(tx, by, "readiness.step_dropped", "element", element, before, null);
}

/**
 * Adds a comment, which stays: those who work on the site read it, the public never.
 * @throws `InvalidInput`
 */
export async function commentElement(
  tx: TenantTx,
  by: Doing,
  element: ElementCode,
  given: CommentInput,
): Promise<void> {
  const { text } = parsed(CommentInput, given);
  await tx
    .insertInto("readiness_comments")
    .values({ element, text, by: json(by.actor), at: by.now })
    .execute();
  await recordChange(tx, by, "readiness.commented", "element", element, null, { text });
}

/**
 * Says of an element, all at once, what the council holds of it, plans for it and remarks.
 * @throws `InvalidInput` that names everything that is wrong, before anything is written
 */
export async function changeElement(
  tx: TenantTx,
  by: Doing,
  element: ElementCode,
  given: ElementChange,
): Promise<void> {
  const { own, comment, ...steps } = parsed(ElementChange, given);
  const early = horizons.filter((horizon) => (steps[horizon]?.doneOn ?? "") > dayIn(by.now));
  if (early.length > 0)
    throw new InvalidInput(
      early.map((horizon) => ({ path: `${horizon}.doneOn`, code: "readiness.done_in_the_future" })),
    );
  if (own) await judgeElement(tx, by, element, own);
  if (own === null && (await lastJudgement(tx, element))?.level) await withdrawJudgement(tx, by, element);
  for (const horizon of horizons) {
    const step = steps[horizon];
    const before = step === undefined ? undefined : await findStep(tx, element, horizon);
    if (step === null && before) await dropStep(tx, by, element, horizon);
    if (!step) continue;
    await planStep(tx, by, element, horizon, step);
    if (step.doneOn !== (before?.doneOn ?? null)) await finishStep(tx, by, element, horizon, step);
  }
  if (comment !== undefined) await commentElement(tx, by, element, { text: comment });
}

/** Shows the council's judgements and plan to the public beside what is computed, or keeps them to the council. */
export async function showPlan(tx: TenantTx, by: Doing, isPublic: boolean): Promise<void> {
  const before = await tx
    .selectFrom("tenant_settings")
    .select("readiness_public")
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (before.readiness_public === isPublic) return;
  await tx.updateTable("tenant_settings").set({ readiness_public: isPublic, updated_at: by.now }).execute();
  await raiseVersion(tx, "readiness");
  await recordChange(
    tx,
    by,
    "settings.changed",
    "settings",
    "readiness",
    { isPublic: before.readiness_public },
    { isPublic },
  );
}

import { json } from "../../db/columns.ts";
import { raiseVersion } from "../../db/content-versions.ts";
import type { TenantTx } from "../../db/tenant-db.ts";
import { type FieldProblem, InvalidInput } from "../../http/problem.ts";
import { parsed } from "../../http/validated.ts";
import { dayIn } from "../../local-time.ts";
import type { LocalizedText } from "../../locale.shared.ts";
import { type Doing, recordChange } from "../audit/audit.service.ts";
import { publishedAt, recordStanding, takenBack } from "../lifecycle/lifecycle.ts";
import {
  noPlanOfYear,
  planItemAdopted,
  planItemDropped,
  planItemNotDropped,
  planItemNotFound,
  planItemStays,
  planNotPublished,
  planPublicAlready,
  planWithoutItems,
  yearPlannedAlready,
} from "./plan.errors.ts";
import { DropInput, PlanChange, PlanInput, PlanItemChange, PlanItemInput } from "./plan.schema.ts";

const asJson = (text: LocalizedText | null | undefined) => (text ? json(text) : null);

/** The plan, held so that two who change it at once come one after the other. */
async function lockPlan(tx: TenantTx, year: number) {
  const plan = await tx
    .selectFrom("decision_plans")
    .selectAll()
    .where("year", "=", year)
    .forUpdate()
    .executeTakeFirst();
  if (!plan) throw noPlanOfYear(year);
  return plan;
}

/** An item with its plan, both held. */
async function lockItem(tx: TenantTx, id: string) {
  const item = await tx.selectFrom("plan_items").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!item) throw planItemNotFound();
  return { item, plan: await lockPlan(tx, item.year) };
}
type StoredItem = Awaited<ReturnType<typeof lockItem>>["item"];

/** The draft and the act that are named must be the council's. */
async function linkProblems(
  tx: TenantTx,
  { draftActId, actId }: { draftActId?: string | null | undefined; actId?: string | null | undefined },
): Promise<FieldProblem[]> {
  const [draft, act] = await Promise.all([
    draftActId && tx.selectFrom("draft_acts").select("id").where("id", "=", draftActId).executeTakeFirst(),
    actId && tx.selectFrom("acts").select("id").where("id", "=", actId).executeTakeFirst(),
  ]);
  return [
    ...(draftActId && !draft ? [{ path: "draftActId", code: "plan.draft_unknown" }] : []),
    ...(actId && !act ? [{ path: "actId", code: "plan.act_unknown" }] : []),
  ];
}

async function checkLinks(tx: TenantTx, given: Parameters<typeof linkProblems>[1]) {
  const problems = await linkProblems(tx, given);
  if (problems.length > 0) throw new InvalidInput(problems);
}

const idOf = (year: number) => String(year);
const tell = async (tx: TenantTx, { state }: { state: string }) => {
  if (state === "published") await raiseVersion(tx, "drafts");
};

/**
 * The plan of a year, empty and not public.
 * @throws `InvalidInput`, `plan.year_taken`
 */
export async function createPlan(tx: TenantTx, by: Doing, given: PlanInput): Promise<void> {
  const { year, adoptingAct, actId = null, note } = parsed(PlanInput, given);
  await checkLinks(tx, { actId });
  const made = await tx
    .insertInto("decision_plans")
    .values({ year, adopting_act: asJson(adoptingAct), act_id: actId, note: asJson(note), public_from: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("year")
    .executeTakeFirst();
  if (!made) throw yearPlannedAlready(year);
  await recordChange(tx, by, "plan.created", "plan", idOf(year), null, { year, adoptingAct, actId, note });
}

/** Changes what is given and leaves all else. @throws `InvalidInput`, `plan.no_such_year` */
export async function changePlan(tx: TenantTx, by: Doing, year: number, change: PlanChange): Promise<void> {
  const asked = parsed(PlanChange, change);
  const stored = await lockPlan(tx, year);
  const before = { adoptingAct: stored.adopting_act, actId: stored.act_id, note: stored.note };
  const after = { ...before, ...asked };
  await checkLinks(tx, { actId: after.actId });
  await tx
    .updateTable("decision_plans")
    .set({ adopting_act: asJson(after.adoptingAct), act_id: after.actId ?? null, note: asJson(after.note) })
    .where("year", "=", year)
    .execute();
  await tell(tx, stored);
  await recordChange(tx, by, "plan.changed", "plan", idOf(year), before, after);
}

/**
 * Publishes at an instant: now, or later by itself. A schedule that has not come may be moved.
 * @throws `plan.no_such_year`, `plan.already_public`, `plan.without_items`
 */
export async function publishPlan(tx: TenantTx, by: Doing, year: number, at: Date = by.now): Promise<void> {
  const before = await lockPlan(tx, year);
  const after = publishedAt(before, by, at, planPublicAlready);
  const item = await tx.selectFrom("plan_items").select("id").where("year", "=", year).limit(1).executeTakeFirst();
  if (!item) throw planWithoutItems();
  await tx.updateTable("decision_plans").set(after).where("year", "=", year).execute();
  await raiseVersion(tx, "drafts");
  await recordStanding(tx, by, ["plan", idOf(year)], before, after);
}

/** Takes a plan back from the public. @throws `plan.no_such_year`, `plan.not_published` */
export async function withdrawPlan(tx: TenantTx, by: Doing, year: number): Promise<void> {
  const before = await lockPlan(tx, year);
  const after = takenBack(before, by, planNotPublished);
  await tx.updateTable("decision_plans").set(after).where("year", "=", year).execute();
  await raiseVersion(tx, "drafts");
  await recordStanding(tx, by, ["plan", idOf(year)], before, after);
}

const remembered = (stored: StoredItem) => ({
  month: stored.month,
  position: stored.position,
  title: stored.title,
  type: stored.type,
  subject: stored.subject,
  proposerKind: stored.proposer_kind,
  proposer: stored.proposer,
  isConsulted: stored.is_consulted,
  draftActId: stored.draft_act_id,
  actId: stored.act_id,
});

const itemRow = (input: ReturnType<typeof parsed<typeof PlanItemInput>>, position: number) => ({
  month: input.month,
  position: input.position ?? position,
  title: json(input.title),
  type: input.type,
  subject: input.subject,
  proposer_kind: input.proposerKind,
  proposer: asJson(input.proposer),
  is_consulted: input.isConsulted,
  draft_act_id: input.draftActId ?? null,
  act_id: input.actId ?? null,
});

/**
 * Foresees an act in a month of the plan.
 * @throws `InvalidInput`, `plan.no_such_year`
 */
export async function addPlanItem(
  tx: TenantTx,
  by: Doing,
  year: number,
  given: PlanItemInput,
): Promise<{ id: string }> {
  const input = parsed(PlanItemInput, given);
  const plan = await lockPlan(tx, year);
  await checkLinks(tx, input);
  const { last } = await tx
    .selectFrom("plan_items")
    .where("year", "=", year)
    .where("month", "=", input.month)
    .select((eb) => eb.fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  const made = await tx
    .insertInto("plan_items")
    .values({ ...itemRow(input, last === null ? 0 : last + 1), year, dropped_on: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tell(tx, plan);
  await recordChange(tx, by, "plan.item_added", "plan", idOf(year), null, { id: made.id, ...input });
  return made;
}

/**
 * Changes what is given and leaves all else; also names the draft and the act that came of it.
 * @throws `InvalidInput`, `plan.item_not_found`, `plan.item_dropped` when an act is named for what was dropped
 */
export async function changePlanItem(tx: TenantTx, by: Doing, id: string, change: PlanItemChange): Promise<void> {
  const asked = parsed(PlanItemChange, change);
  const { item, plan } = await lockItem(tx, id);
  const before = remembered(item);
  const input = parsed(PlanItemInput, { ...before, ...asked });
  await checkLinks(tx, input);
  if (input.actId && item.dropped_on) throw planItemDropped();
  await tx.updateTable("plan_items").set(itemRow(input, item.position)).where("id", "=", id).execute();
  await tell(tx, plan);
  await recordChange(tx, by, "plan.item_changed", "plan", idOf(item.year), { id, ...before }, { id, ...input });
}

/**
 * Gives a planned act up; it stays in the plan with the day and the reason.
 * @throws `InvalidInput`, `plan.item_not_found`, `plan.item_dropped`, `plan.item_adopted`
 */
export async function dropPlanItem(tx: TenantTx, by: Doing, id: string, given: DropInput): Promise<void> {
  const { on = dayIn(by.now), reason } = parsed(DropInput, given);
  const { item, plan } = await lockItem(tx, id);
  if (item.dropped_on) throw planItemDropped();
  if (item.act_id) throw planItemAdopted();
  if (on > dayIn(by.now)) throw new InvalidInput([{ path: "on", code: "plan.dropped_later" }]);
  await tx
    .updateTable("plan_items")
    .set({ dropped_on: on, dropped_reason: json(reason) })
    .where("id", "=", id)
    .execute();
  await tell(tx, plan);
  await recordChange(tx, by, "plan.item_dropped", "plan", idOf(item.year), null, { id, on, reason });
}

/** Takes the giving up back. @throws `plan.item_not_found`, `plan.item_not_dropped` */
export async function resumePlanItem(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const { item, plan } = await lockItem(tx, id);
  if (!item.dropped_on) throw planItemNotDropped();
  await tx.updateTable("plan_items").set({ dropped_on: null, dropped_reason: null }).where("id", "=", id).execute();
  await tell(tx, plan);
  const before = { id, on: item.dropped_on, reason: item.dropped_reason };
  await recordChange(tx, by, "plan.item_resumed", "plan", idOf(item.year), before, { id });
}

/**
 * Takes an act out of a plan that nobody has seen. What the public has read is dropped with a reason instead.
 * @throws `plan.item_not_found`, `plan.item_stays`
 */
export async function removePlanItem(tx: TenantTx, by: Doing, id: string): Promise<void> {
  const { item, plan } = await lockItem(tx, id);
  if (plan.state !== "draft" && !(plan.state === "published" && plan.public_from! > by.now)) throw planItemStays();
  await tx.deleteFrom("plan_items").where("id", "=", id).execute();
  await recordChange(tx, by, "plan.item_removed", "plan", idOf(item.year), { id, ...remembered(item) }, null);
}

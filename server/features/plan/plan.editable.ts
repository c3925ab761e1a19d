import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { InvalidInput, within } from "../../http/problem.ts";
import type { Doing } from "../audit/audit.service.ts";
import { editable, type Found, foldedTitle, rowsByName } from "../editing/editable.ts";
import { composedTitle, inLanguage } from "../editing/titles-in-sql.ts";
import { changedOnly, isSame } from "../editing/versions.ts";
import { elementByCode } from "../elements/catalogue.shared.ts";
import { PlanEdit } from "./plan.schema.ts";
import {
  addPlanItem,
  changePlan,
  changePlanItem,
  createPlan,
  dropPlanItem,
  publishPlan,
  removePlanItem,
  resumePlanItem,
  withdrawPlan,
} from "./plan.service.ts";

const { path, short } = elementByCode("I.3.1");
const title = composedTitle((language) => [
  inLanguage(sql`${sql.lit(JSON.stringify(short))}::jsonb`, language),
  sql`' '`,
  sql`year`,
]);

async function find(tx: TenantTx, id: string): Promise<Found<PlanEdit> | null> {
  if (!/^2[01]\d\d$/.test(id)) return null;
  const year = Number(id);
  const [stored, items] = await Promise.all([
    tx.selectFrom("decision_plans").selectAll().where("year", "=", year).executeTakeFirst(),
    tx
      .selectFrom("plan_items")
      .selectAll()
      .where("year", "=", year)
      .orderBy("month")
      .orderBy("position")
      .orderBy("id")
      .execute(),
  ]);
  if (!stored) return null;
  const { adopting_act, act_id, note, state, public_from } = stored;
  return {
    input: {
      ...{ year, note, adoptingAct: adopting_act, actId: act_id },
      items: items.map((item) => ({
        ...{ id: item.id, month: item.month, title: item.title, type: item.type, subject: item.subject },
        ...{ proposerKind: item.proposer_kind, proposer: item.proposer, isConsulted: item.is_consulted },
        ...{ draftActId: item.draft_act_id, actId: item.act_id },
        dropped: item.dropped_on ? { on: item.dropped_on, reason: item.dropped_reason! } : null,
      })),
    },
    standing: { state, public_from },
    title: { sq: `${short.sq} ${year}`, en: `${short.en} ${year}` },
    publicUrl: { sq: `${path.sq}?year=${year}`, en: `${path.en}?year=${year}` },
  };
}

type Items = PlanEdit["items"];

/** Items stand in the order in which they are given, month by month. */
const placed = (items: Items) =>
  items.map((item, at) => ({ item, position: items.slice(0, at).filter(({ month }) => month === item.month).length }));

async function setItem(
  tx: TenantTx,
  by: Doing,
  year: number,
  item: Items[number],
  position: number,
  known?: Items[number],
) {
  const { id: given, dropped, ...input } = item;
  let id = given!;
  if (!known) id = (await addPlanItem(tx, by, year, { ...input, position })).id;
  else {
    // What was dropped may be taken up again, and adopted, in one go.
    if (known.dropped && !isSame(known.dropped, dropped)) await resumePlanItem(tx, by, id);
    await changePlanItem(tx, by, id, { ...changedOnly(known, input), position });
  }
  if (dropped && !isSame(known?.dropped, dropped)) await dropPlanItem(tx, by, id, dropped);
}

async function setItems(tx: TenantTx, by: Doing, year: number, before: Items, after: Items) {
  const formerly = placed(before);
  for (const { id } of before) if (!after.some((one) => one.id === id)) await removePlanItem(tx, by, id!);
  for (const [at, { item, position }] of placed(after).entries()) {
    const known = formerly.find((one) => one.item.id === item.id);
    if (known && known.position === position && isSame(known.item, item)) continue;
    await within(`items.${at}`, () => setItem(tx, by, year, item, position, known?.item));
  }
}

export const planEditable = editable<PlanEdit>({
  entity: "plan",
  elements: ["I.3.1"],
  schema: PlanEdit,
  rows: rowsByName("decision_plans", sql`year::text`, { title, words: foldedTitle(title), hasState: true }),
  find,
  async create(tx, by, { items, ...input }) {
    await createPlan(tx, by, input);
    await setItems(tx, by, input.year, [], items);
    return String(input.year);
  },
  async change(tx, by, id, { items, year, ...input }) {
    const { input: before } = (await find(tx, id))!;
    if (year !== before.year) throw new InvalidInput([{ path: "year", code: "editing.fixed" }]);
    const own = changedOnly(before, input);
    if (Object.keys(own).length > 0) await changePlan(tx, by, year, own);
    await setItems(tx, by, year, before.items, items);
  },
  publish: (tx, by, id, at) => publishPlan(tx, by, Number(id), at),
  withdraw: (tx, by, id) => withdrawPlan(tx, by, Number(id)),
});

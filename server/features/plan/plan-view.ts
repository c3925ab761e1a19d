import type { Day } from "../../db/columns.ts";
import { actUrl, draftActUrl } from "../elements/item-urls.shared.ts";
import type { FoundPlanItem, findPlan } from "./plan.queries.ts";
import type { Plan, PlanItem } from "./plan.schema.ts";
import { planStates } from "./plan.shared.ts";
import { planState } from "./plan-state.ts";

/** What became of a planned act by this day. */
export const stateOf = ({ year, month, adopted_on, dropped_on, stage }: FoundPlanItem, today: Day) =>
  planState({ year, month, adoptedOn: adopted_on, droppedOn: dropped_on, draftStage: stage }, today);

function itemView(row: FoundPlanItem, today: Day): PlanItem {
  const { act_slug: slug, act_type: type, act_number: number, adopted_on: adoptedOn } = row;
  const { dropped_on: on, dropped_reason: reason } = row;
  return {
    id: row.id,
    title: row.title,
    type: row.type,
    subject: row.subject,
    proposer: { kind: row.proposer_kind, text: row.proposer },
    isConsulted: row.is_consulted,
    state: stateOf(row, today),
    act: slug && type && number && adoptedOn ? { url: actUrl(slug), type, number, adoptedOn } : null,
    draft: row.draft_slug ? draftActUrl(row.draft_slug) : null,
    dropped: on && reason ? { on, reason } : null,
  };
}

/** A year's plan as it is answered, with every state computed as of this day. */
export function planView(
  plan: NonNullable<Awaited<ReturnType<typeof findPlan>>>,
  rows: readonly FoundPlanItem[],
  years: number[],
  today: Day,
): Plan {
  const { slug, type, number, adopted_on: adoptedOn } = plan;
  const items = rows.map((row) => ({ month: row.month, item: itemView(row, today) }));
  return {
    year: plan.year,
    years,
    adoptingAct: plan.adopting_act,
    act: slug && type && number && adoptedOn ? { url: actUrl(slug), type, number, adoptedOn } : null,
    note: plan.note,
    total: items.length,
    tally: planStates
      .map((state) => ({ state, count: items.filter(({ item }) => item.state === state).length }))
      .filter(({ count }) => count > 0),
    months: [...Map.groupBy(items, ({ month }) => month)].map(([month, ofMonth]) => ({
      month,
      items: ofMonth.map(({ item }) => item),
    })),
  };
}

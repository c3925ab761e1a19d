import type { PlanApi } from "../../../server/features/plan/plan.routes.ts";
import type { Plan, PlanItem } from "../../../server/features/plan/plan.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import { type Answer, base, body, pageQuery, read } from "../../lib/api.ts";
import { readApi } from "../../lib/read-api.ts";

const planApi = readApi<PlanApi>(`${base}/plan`, read);

export type ShownItem = Omit<PlanItem, "id">;
export type ShownPlan = Omit<Plan, "months"> & { months: { month: number; items: ShownItem[] }[] };
export interface PlanAnswer {
  plan?: ShownPlan;
  problem?: Problem;
}

const shown = ({ month, items }: Plan["months"][number]) => ({ month, items: items.map(({ id: _, ...item }) => item) });

/** The plan of a year, of this one if none is named; why it was refused; `null` where no plan is public at all. */
export const getPlan = pageQuery(async (year: string | undefined): Promise<PlanAnswer | null> => {
  const answer: Answer<Plan> = await planApi.index.$get({ query: { year } });
  if (answer.status === 422 || (answer.status === 404 && year))
    return { problem: (await answer.json()) as unknown as Problem };
  const plan = await body(answer);
  return plan && { plan: { ...plan, months: plan.months.map(shown) } };
}, "plan");

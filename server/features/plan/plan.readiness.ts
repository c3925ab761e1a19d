import { sql } from "kysely";
import type { TenantTx } from "../../db/tenant-db.ts";
import { dayIn } from "../../local-time.ts";
import type { ElementRule } from "../elements/element-rule.ts";
import { full, none, partial, type Verdict } from "../elements/verdict.ts";

/** In the first two months of a year the plan of the year before still serves. */
const graceMonths = 2;

interface YearOfPlan {
  year: number;
  items: number;
  withoutEnglish: number;
}

const latestPlans = async (tx: TenantTx, now: Date): Promise<YearOfPlan[]> =>
  (
    await sql<YearOfPlan>`
      select p.year, count(i.id) as items,
        count(i.id) filter (where coalesce(i.title ->> 'en', '') = '') as "withoutEnglish"
      from decision_plans p left join plan_items i on i.year = p.year
      where p.state = 'published' and p.public_from <= ${now}
        and p.year in (${Number(dayIn(now).slice(0, 4))}, ${Number(dayIn(now).slice(0, 4)) - 1},
          (select max(year) from decision_plans where state = 'published' and public_from <= ${now}))
      group by p.year`.execute(tx)
  ).rows;

/** The plan of this year is public, with its acts in both languages. */
export function planVerdict(plans: readonly YearOfPlan[], today: string): Verdict {
  if (plans.length === 0) return none("plan.empty");
  const year = Number(today.slice(0, 4));
  const of = (wanted: number) => plans.find((plan) => plan.year === wanted);
  const isGrace = Number(today.slice(5, 7)) <= graceMonths;
  const plan = of(year) ?? (isGrace ? of(year - 1) : undefined);
  if (!plan) return partial({ key: "plan.year_missing", values: { year } });
  const { withoutEnglish, items } = plan;
  if (withoutEnglish > 0)
    return partial({ key: "plan.without_english", values: { count: withoutEnglish, year: plan.year } });
  return full("plan.full", { count: items, year: plan.year });
}

export const planRules: readonly ElementRule[] = [
  {
    codes: ["I.3.1"],
    areas: ["drafts"],
    async judge(tx, _, now) {
      return new Map([["I.3.1", planVerdict(await latestPlans(tx, now), dayIn(now))]]);
    },
  },
];

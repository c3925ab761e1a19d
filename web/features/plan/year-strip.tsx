import { For } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { formatMonthName } from "../../ui/format.ts";
import type { ShownPlan } from "./plan-query.ts";
import { planLooks } from "./plan-state-tag.tsx";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
export const firstOf = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}-01`;

/** A year at a glance: a sign for each planned act under its month. The tally beside it says the same in words. */
export function YearStrip(props: { plan: ShownPlan }) {
  const t = useT("plan");
  const { locale } = usePage();
  const itemsOf = (month: number) => props.plan.months.find((one) => one.month === month)?.items ?? [];
  return (
    <div class="year-strip" role="img" aria-label={t("strip")}>
      <For each={months}>
        {(month) => (
          <div>
            <b>{formatMonthName(firstOf(props.plan.year, month), locale).slice(0, 3)}</b>
            <For each={itemsOf(month)}>{({ state }) => <i class={`tag ${planLooks[state]}`} />}</For>
          </div>
        )}
      </For>
    </div>
  );
}

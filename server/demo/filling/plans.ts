import { addPlanItem, createPlan, dropPlanItem, publishPlan } from "../../features/plan/plan.service.ts";
import { onDay } from "./doing.ts";
import type { Filling } from "./filling.ts";

/** The plans of decision-making, each item with what came of it. */
export async function fillPlans(filling: Filling): Promise<void> {
  const { tx, work, ids } = filling;
  for (const { year, act, note, publishedOn, items } of work.plans) {
    const by = onDay(publishedOn);
    await createPlan(tx, by, { year, note, ...(act && { actId: ids.acts.get(act) }) });
    for (const { proposer, draft, act: adopted, dropped, ...item } of items) {
      const { id } = await addPlanItem(tx, by, year, {
        ...item,
        ...{ proposerKind: proposer.kind, proposer: proposer.name },
        ...(draft && { draftActId: ids.drafts.get(draft) }),
        ...(adopted && { actId: ids.acts.get(adopted) }),
      });
      if (dropped) await dropPlanItem(tx, onDay(dropped.on), id, dropped);
    }
    await publishPlan(tx, by, year);
  }
}

import type { planErrors as english } from "../../en/errors/plan.ts";

export const planErrors = {
  "plan.not_found": "Ende nuk është publikuar asnjë plan i vendimmarrjes.",
  "plan.no_such_year": "Nuk ka plan për vitin {{year}}.",
  "plan.year_taken": "Plani për vitin {{year}} ekziston tashmë.",
  "plan.already_public": "Ky plan është tashmë publik.",
  "plan.not_published": "Ky plan nuk është publikuar.",
  "plan.without_items": "Një plan pa asnjë akt nuk mund të publikohet.",
  "plan.item_not_found": "Nuk ka një akt të tillë të planifikuar.",
  "plan.item_stays": "Ajo që publiku e ka lexuar mbetet në plan. Hiqni dorë prej saj me arsye.",
  "plan.item_dropped": "Nga ky akt i planifikuar është hequr dorë.",
  "plan.item_not_dropped": "Nga ky akt i planifikuar nuk është hequr dorë.",
  "plan.item_adopted": "Ky akt i planifikuar është miratuar.",
  "plan.dropped_later": "Një ditë që ende s’ka ardhur nuk mund të jetë dita e heqjes dorë.",
  "plan.draft_unknown": "Nuk ka një projektakt të tillë.",
  "plan.act_unknown": "Nuk ka një akt të tillë.",
  "plan.too_many_items": "Aktet e planifikuara janë tepër të shumta.",
} satisfies Record<keyof typeof english, string>;

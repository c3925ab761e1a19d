import type { planReadiness as english } from "../../en/readiness/plan.ts";

export const planReadiness = {
  "plan.empty": "Ende nuk është publikuar asnjë plan i vendimmarrjes.",
  "plan.year_missing": "Plani për vitin {{year}} nuk është publikuar.",
  "plan.without_english_one": "Një akt i planifikuar për vitin {{year}} nuk ka titull në anglisht.",
  "plan.without_english_other": "{{count}} akte të planifikuara për vitin {{year}} nuk kanë titull në anglisht.",
  "plan.full_one": "Plani për vitin {{year}} është publikuar me një akt, në të dyja gjuhët.",
  "plan.full_other": "Plani për vitin {{year}} është publikuar me {{count}} akte, në të dyja gjuhët.",
} satisfies Record<keyof typeof english, string>;

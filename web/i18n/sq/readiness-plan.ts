import type { readinessPlan as english } from "../en/readiness-plan.ts";

export const readinessPlan = {
  plan_lead:
    "Krahas gjendjes së llogaritur qëndron vlerësimi i vetë Këshillit për çdo element, si dhe plani i tij. Asnjëra nuk e ndryshon tjetrën.",
  plan_own: "Vlerësimi i Këshillit",
  plan_none_own: "ende pa vlerësim",
  plan_differs: "ndryshon nga gjendja e llogaritur",
  plan_steps: "Plani",
  plan_none: "asgjë e planifikuar",
  plan_short: "Afat i shkurtër",
  plan_mid: "Afat i mesëm",
  plan_until: "deri më {{day}}",
  plan_done: "u krye më {{day}}",
  plan_overdue: "afati ka kaluar",
} satisfies Record<keyof typeof english, string>;

import type { readinessErrors as english } from "../../en/errors/readiness.ts";

export const readinessErrors = {
  "readiness.level_unknown": "Zgjidhni Jo, Pjesërisht ose Plotësisht.",
  "readiness.nothing_judged": "Këshilli nuk e ka vlerësuar këtë element.",
  "readiness.nothing_planned": "Këtu nuk është planifikuar asgjë.",
  "readiness.done_in_the_future": "Një ditë që ende s’ka ardhur nuk mund të jetë dita kur u krye.",
} satisfies Record<keyof typeof english, string>;

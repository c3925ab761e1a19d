import type { PlanItemInput } from "../../server/features/plan/plan.schema.ts";

/** A planned act that is complete in both languages, with whatever is given otherwise. */
export const planned = (given: Partial<PlanItemInput> = {}): PlanItemInput => ({
  month: 3,
  title: { sq: "Për tarifën e pastrimit", en: "On the cleaning fee" },
  type: "decision",
  subject: "taxes",
  proposerKind: "mayor",
  isConsulted: true,
  ...given,
});

/** Of `elements`, what the readiness page says of a council's own judgement and plan. */
export const readinessPlan = {
  plan_lead:
    "Beside what is computed stands how the Council itself judges each element, and what it plans. Neither changes the other.",
  plan_own: "Council’s judgement",
  plan_none_own: "none yet",
  plan_differs: "differs from what is computed",
  plan_steps: "Plan",
  plan_none: "nothing planned",
  plan_short: "Short term",
  plan_mid: "Medium term",
  plan_until: "by {{day}}",
  plan_done: "done on {{day}}",
  plan_overdue: "the day has passed",
};

export const planReadiness = {
  "plan.empty": "No plan of decision-making has been published yet.",
  "plan.year_missing": "The plan for {{year}} has not been published.",
  "plan.without_english_one": "One planned act of {{year}} has no English title.",
  "plan.without_english_other": "{{count}} planned acts of {{year}} have no English title.",
  "plan.full_one": "The plan for {{year}} is published with one act, in both languages.",
  "plan.full_other": "The plan for {{year}} is published with {{count}} acts, in both languages.",
};

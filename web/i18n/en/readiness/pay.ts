export const payReadiness = {
  "pay.empty": "No payments have been published here yet.",
  "pay.months_missing_one": "One month of {{year}} that is due has not been published.",
  "pay.months_missing_other": "{{count}} months of {{year}} that are due have not been published.",
  "pay.without_english": "Part of the legal basis is missing in English.",
  "pay.full": "Payments are published for every month until {{month}}, with rate and legal basis in both languages.",
};

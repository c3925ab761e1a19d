export const searchErrors = {
  "search.unavailable": "The search cannot be reached right now. Please try again in a moment.",
};

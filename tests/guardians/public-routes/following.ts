export default {
  "GET /api/v1/live": "meetings that the public may follow",
  "GET /api/v1/live/:slug": "meetings that the public may follow; of a secret vote the sums",
  "GET /embed/live": "what anybody may follow, for other sites to show",
  "GET /en/embed/live": "what anybody may follow, for other sites to show",
};

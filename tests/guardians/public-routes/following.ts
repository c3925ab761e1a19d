export default {
  "GET /api/v1/live": "meetings that the public may follow",
  "GET /api/v1/live/:slug": "meetings that the public may follow; of a secret vote the sums",
};

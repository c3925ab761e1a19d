export default {
  "GET /api/v1/elections": "published elections only",
  "GET /api/v1/elections/:slug": "published elections only",
};

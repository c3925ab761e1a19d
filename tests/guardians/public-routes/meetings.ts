export default {
  "GET /api/v1/meetings": "published meetings only",
  "GET /api/v1/meetings/attendance": "attendance of published meetings",
  "GET /api/v1/meetings/:slug": "published meetings only",
};

export default {
  "GET /api/v1/calendar/:element": "published meetings only",
  "GET /:path{.+\\.ics}": "published meetings only",
};

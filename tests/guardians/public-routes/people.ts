export default {
  "GET /api/v1/people": "the members of the council, published people only",
  "GET /api/v1/people/:slug": "published people only",
};

export default {
  "GET /api/v1/people": "the members of the council, published people only",
  "GET /api/v1/people/:slug": "published people only",
  "GET /api/v1/bodies": "published bodies only",
  "GET /api/v1/bodies/board-members": "published people in published boards only",
  "GET /api/v1/bodies/secretariat": "the published staff of the secretariat",
  "GET /api/v1/bodies/:kind{committee|board|village|neighbourhood}/:slug": "published bodies only",
};

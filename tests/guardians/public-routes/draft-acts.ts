export default {
  "GET /api/v1/draft-acts": "published draft acts only",
  "GET /api/v1/draft-acts/open": "published draft acts only",
  "GET /api/v1/draft-acts/initiatives": "published draft acts only",
  "GET /api/v1/draft-acts/:slug": "published draft acts only; a withdrawn one says so",
};

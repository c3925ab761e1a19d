export default {
  "GET /api/v1/acts": "published acts only",
  "GET /api/v1/acts/gaps": "numbers without a published act; a draft's number is as open as any",
  "GET /api/v1/acts/:slug": "published acts only; a withdrawn one says so",
};

export default {
  "GET /api/v1/home": "what the council does, from what is published",
};

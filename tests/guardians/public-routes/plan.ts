export default { "GET /api/v1/plan": "published plans only" };

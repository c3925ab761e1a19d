export default { "GET /api/v1/pay": "published months only" };

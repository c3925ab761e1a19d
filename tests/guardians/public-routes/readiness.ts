export default {
  "GET /api/v1/readiness/plan": "nothing unless the council has chosen to show its plan; never its comments",
};

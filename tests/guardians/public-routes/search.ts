export default {
  "GET /api/v1/search": "what the public may see alone, asked of the database again for every hit",
  "GET /api/v1/search/suggestions": "likewise",
  "GET /api/v1/councils/search": "councils that agree to it, and of each what its public may see",
};

export default {
  "GET /:path{.+\\.zip}": "public papers of published meetings",
};
